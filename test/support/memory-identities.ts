import { randomUUID } from 'node:crypto';
import type { Identity, IdentityProvider } from '../../functions/accounts/identity-provider.ts';
import { type Grant, groupOf } from '../../functions/domain/account.ts';
import { Unavailable } from '../../functions/unavailable.ts';

export interface MemoryIdentities extends IdentityProvider {
  /** Changes something at the provider behind the service's back. */
  set(identity: Identity): void;
  forget(subject: string): void;
  /** Does something while the next answer is under way. */
  onNextFind(work: () => Promise<void>): void;
  /** How often it was asked about an account with its groups. */
  askedCount(): number;
  /** Makes every answer fail, or work again. */
  setDown(isDown: boolean): void;
}

/** An identity provider that forgets everything with the test. */
export const memoryIdentities = (): MemoryIdentities => {
  const identities = new Map<string, Identity>();
  let asked = 0;
  let isBroken = false;
  let meanwhile = async (): Promise<void> => {};

  const answer = async <T>(work: () => T): Promise<T> => {
    if (isBroken) throw new Unavailable('identity provider', new Error('down'));
    return work();
  };
  const change = (subject: string, about: (identity: Identity) => Partial<Identity>) =>
    answer(() => {
      const identity = identities.get(subject);
      if (!identity) throw new Error('no such person');
      identities.set(subject, { ...identity, ...about(identity) });
    });
  const without = (grants: readonly Grant[], taken: readonly Grant[]): Grant[] => {
    const groups = taken.map(groupOf);
    return grants.filter((grant) => !groups.includes(groupOf(grant)));
  };

  return {
    set: (identity) => identities.set(identity.subject, identity),
    forget: (subject) => identities.delete(subject),
    onNextFind: (work) => {
      meanwhile = work;
    },
    askedCount: () => asked,
    setDown: (isDown) => {
      isBroken = isDown;
    },
    find: async (subject) => {
      asked += 1;
      const found = await answer(() => identities.get(subject));
      const work = meanwhile;
      meanwhile = async () => {};
      await work();
      return found;
    },
    findByEmail: (email) =>
      answer(() => [...identities.values()].find((identity) => identity.email === email)),
    person: (subject) => answer(() => identities.get(subject)),
    create: ({ email, name }) =>
      answer(() => {
        const taken = [...identities.values()].find((identity) => identity.email === email);
        if (taken) return { isNew: false, identity: taken };
        const identity: Identity = { subject: randomUUID(), email, name, isEnabled: true, grants: [] };
        identities.set(identity.subject, identity);
        return { isNew: true, identity };
      }),
    give: (subject, grants) =>
      change(subject, (identity) => ({ grants: [...without(identity.grants, grants), ...grants] })),
    take: (subject, grants) => change(subject, (identity) => ({ grants: without(identity.grants, grants) })),
    setEnabled: (subject, isEnabled) => change(subject, () => ({ isEnabled })),
  };
};
