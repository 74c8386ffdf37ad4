import { groupOf } from '../domain/account.ts';
import { secondsOf } from '../domain/session-life.ts';
import type { Log } from '../log.ts';
import type { AccountStore, StoredAccount } from '../store/account-store.ts';
import type { UnitStore } from '../store/unit-store.ts';
import { Unavailable } from '../unavailable.ts';
import { enlistAccount } from './account-provinces.ts';
import type { Identity, IdentityProvider } from './identity-provider.ts';

/** Seconds for which an account is taken as it was last confirmed: what changes at the provider holds in a minute. */
const confirmedSeconds = 45;
/** Seconds for which pages go on without the provider: a short outage need not stop anybody's work. */
const outageSeconds = 10 * 60;
/** Seconds for which a provider that failed is not asked again, so that nobody waits for it at every click. */
const restSeconds = 10;

export interface CurrentAccounts {
  /**
   * The account as the identity provider knows it within the last minute; undefined when it is disabled or gone.
   * Throws `Unavailable` when the provider has not answered for ten minutes.
   */
  confirm(known: StoredAccount): Promise<StoredAccount | undefined>;
}

interface Dependencies {
  provider: Pick<IdentityProvider, 'find'>;
  accounts: Pick<AccountStore, 'save' | 'find' | 'enlist'>;
  units: Pick<UnitStore, 'commune'>;
  log: Log;
  now: () => Date;
}

const sameGrants = (one: Pick<Identity, 'grants'>, other: Pick<Identity, 'grants'>): boolean => {
  const groups = [one, other].map(({ grants }) => grants.map(groupOf).toSorted().join());
  return groups[0] === groups[1];
};

/** While a change is under way the provider may not know yet what was taken away: nothing comes back by it. */
const heldAlready = (known: StoredAccount, identity: Pick<Identity, 'grants' | 'isEnabled'>) => {
  const groups = known.grants.map(groupOf);
  return {
    grants: identity.grants.filter((grant) => groups.includes(groupOf(grant))),
    isEnabled: known.isEnabled && identity.isEnabled,
  };
};

/** What follows for a stored account from what its provider says. */
export const confirmedState = (
  known: StoredAccount,
  identity: Pick<Identity, 'grants' | 'isEnabled'> | undefined,
  at: number,
): StoredAccount => {
  const said = identity && known.underWay ? heldAlready(known, identity) : identity;
  const { grants, isEnabled } = said ?? { grants: known.grants, isEnabled: false };
  const isChanged = isEnabled !== known.isEnabled || !sameGrants({ grants }, known);
  return {
    ...known,
    grants,
    isEnabled,
    confirmedAt: at,
    version: Math.max(1, known.version + (isChanged ? 1 : 0)),
    ...(!isEnabled && known.isEnabled && { endedAt: at }),
  };
};

export const currentAccounts = (deps: Dependencies): CurrentAccounts => {
  const { provider, accounts, log, now } = deps;
  let restUntil = 0;

  const ask = async (known: StoredAccount): Promise<StoredAccount> => {
    const identity = await provider.find(known.subject);
    const confirmed = confirmedState(known, identity, secondsOf(now()));
    if (confirmed.version !== known.version) await enlistAccount(deps, confirmed);
    if (await accounts.save(confirmed, known.version)) return confirmed;
    // An administrator was faster: what they wrote is newer than the answer.
    return (await accounts.find(known.subject)) ?? confirmed;
  };

  const confirm = async (known: StoredAccount): Promise<StoredAccount> => {
    const at = secondsOf(now());
    if (at - known.confirmedAt < confirmedSeconds) return known;
    const mayGoOn = at - known.confirmedAt < outageSeconds;
    if (mayGoOn && at < restUntil) return known;
    try {
      return await ask(known);
    } catch (error) {
      if (!(error instanceof Unavailable) || error.dependency !== 'identity provider') throw error;
      restUntil = at + restSeconds;
      log.failure('confirming an account', error);
      if (!mayGoOn) throw error;
      return known;
    }
  };

  return {
    confirm: async (known) => {
      const account = await confirm(known);
      return account.isEnabled ? account : undefined;
    },
  };
};
