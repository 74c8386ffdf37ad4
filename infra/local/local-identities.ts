import { randomUUID } from 'node:crypto';
import type { Identity, IdentityProvider } from '../../functions/accounts/identity-provider.ts';
import { type Grant, grantOf, groupOf } from '../../functions/domain/account.ts';
import { emailOf, tidied } from '../../functions/domain/limited-text.ts';
import type { IdentityFile, StoredIdentity } from './identity-file.ts';
import { hashPassword, newPassword } from './passwords.ts';

export const identityOf = ({ subject, email, name, isEnabled, groups }: StoredIdentity): Identity => ({
  subject,
  email,
  name,
  isEnabled,
  grants: groups.map(grantOf).filter((grant) => grant !== undefined),
});

/** Addresses are the same in small and capital letters, composed or not. */
export const sameEmail = (one: string, other: string): boolean => emailOf(one) === emailOf(other);

/** The accounts of one machine: what Amazon Cognito's administration is in the cloud. */
export const localIdentities = (file: IdentityFile): IdentityProvider => {
  const find = async (subject: string): Promise<Identity | undefined> => {
    const stored = (await file.all()).find((identity) => identity.subject === subject);
    return stored && identityOf(stored);
  };

  const changeOne = (subject: string, change: (identity: StoredIdentity) => void): Promise<void> =>
    file.change((identities) => {
      const stored = identities.find((identity) => identity.subject === subject);
      if (!stored) throw new Error('no such account');
      change(stored);
    });

  const groupsOf = (grants: readonly Grant[]): string[] => grants.map(groupOf);

  return {
    find,
    findByEmail: async (email) => {
      const stored = (await file.all()).find((identity) => sameEmail(identity.email, email));
      return stored && identityOf(stored);
    },
    person: find,

    create: async ({ email, name }) => {
      const temporaryPassword = newPassword();
      const password = await hashPassword(temporaryPassword);
      return file.change((identities) => {
        const taken = identities.find((identity) => sameEmail(identity.email, email));
        if (taken) return { isNew: false, identity: identityOf(taken) };
        const stored: StoredIdentity = {
          subject: randomUUID(),
          email: tidied(email),
          name,
          groups: [],
          isEnabled: true,
          password,
          mustChange: true,
        };
        identities.push(stored);
        return { isNew: true, identity: identityOf(stored), temporaryPassword };
      });
    },

    give: (subject, grants) =>
      changeOne(subject, (identity) => {
        identity.groups = [...new Set([...identity.groups, ...groupsOf(grants)])];
      }),

    take: (subject, grants) =>
      changeOne(subject, (identity) => {
        const taken = groupsOf(grants);
        identity.groups = identity.groups.filter((group) => !taken.includes(group));
      }),

    setEnabled: (subject, isEnabled) =>
      changeOne(subject, (identity) => {
        identity.isEnabled = isEnabled;
      }),
  };
};

/** Gives an account a password that is good for one sign-in. */
export const replacePassword = async (file: IdentityFile, subject: string): Promise<string> => {
  const password = newPassword();
  const hash = await hashPassword(password);
  await file.change((identities) => {
    const stored = identities.find((identity) => identity.subject === subject);
    if (!stored) throw new Error('no such account');
    stored.password = hash;
    stored.mustChange = true;
  });
  return password;
};
