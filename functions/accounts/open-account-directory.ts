import pMap from 'p-map';
import { type Grant, groupOf, type Role, roles } from '../domain/account.ts';
import type { AccountProblem } from '../domain/account-problem.ts';
import { secondsOf } from '../domain/session-life.ts';
import type { Province } from '../domain/unit.ts';
import type { AccountStore, StoredAccount } from '../store/account-store.ts';
import type { UnitStore } from '../store/unit-store.ts';
import type { AccountDirectory, ChangeOf, Officer, ProvinceGrant } from './account-directory.ts';
import { addAccount, settleAccount } from './add-account.ts';
import { confirmedState } from './current-account.ts';
import type { Identity, IdentityProvider, Person } from './identity-provider.ts';
import { rememberingPersons } from './remembering-persons.ts';

interface Dependencies {
  provider: IdentityProvider;
  accounts: AccountStore;
  units: Pick<UnitStore, 'commune'>;
  now: () => Date;
}

const personsAtOnce = 8;
const attempts = 5;

const isOf = (province: Province, grant: Grant): boolean => {
  if (grant.role === 'operator') return false;
  return grant.role === 'commune-chief'
    ? province.communes.some(({ code }) => code === grant.commune)
    : grant.province === province.code;
};

/** In the middle of a handover an account may hold nothing. */
const hasPartIn = (province: Province, { grants, underWay }: StoredAccount): boolean =>
  Boolean(underWay) || grants.some((grant) => isOf(province, grant));

/** What is in one list of grants and not in another. */
const without = (grants: readonly Grant[], others: readonly Grant[]): Grant[] => {
  const known = others.map(groupOf);
  return grants.filter((grant) => !known.includes(groupOf(grant)));
};

const officerOf = (
  { subject, grants, isEnabled, version, signedInAt, underWay }: StoredAccount,
  { name, email }: Person,
): Officer => ({
  subject,
  name,
  email,
  grants,
  isEnabled,
  version,
  ...(underWay && { underWay }),
  ...(signedInAt !== undefined && { lastSignInAt: new Date(signedInAt * 1000) }),
});

/** The role that reaches furthest of those held in a province. */
const widestRole = (grants: readonly Grant[], province: Province): Role | undefined =>
  roles.find((role) =>
    grants.some((grant) => grant.role === role && (role === 'operator' || isOf(province, grant))),
  );

const refused = (problem: AccountProblem) => ({ ok: false, problem }) as const;

/**
 * The accounts as the identity provider and our own rows tell them. What is taken away is taken from the row first,
 * so that it is gone even when the provider fails; what is given is given at the provider first.
 */
export const accountDirectory = (deps: Dependencies): AccountDirectory => {
  const { provider, accounts, now } = deps;
  const persons = rememberingPersons(provider, now);

  /** Brings the row up to what the provider says now; undefined when nobody of this subject is there. */
  const fresh = async (
    subject: string,
  ): Promise<{ account: StoredAccount; identity: Identity } | undefined> => {
    for (let tries = 0; tries < attempts; tries += 1) {
      const [identity, known] = await Promise.all([provider.find(subject), accounts.find(subject)]);
      if (!identity || !known) return undefined;
      const account = confirmedState(known, identity, secondsOf(now()));
      if (await accounts.save(account, known.version)) return { account, identity };
    }
    throw new Error('an account changes faster than it can be read');
  };

  /** The account that a change is about, when it may be changed from this province by this person. */
  const changeable = async (province: Province, { subject, version, by }: ChangeOf) => {
    const found = await fresh(subject);
    if (!found || !hasPartIn(province, found.account)) return refused('unknown');
    if (subject === by) return refused('own_account');
    if (found.account.version !== version) return refused('changed_meanwhile');
    return { ok: true, ...found } as const;
  };

  return {
    ofProvince: async (province) => {
      const stored = await accounts.everOfProvince(province.code);
      const here = stored.filter((account) => hasPartIn(province, account));
      const officers = await pMap(
        here,
        async (account) => {
          const person = await persons.find(account.subject);
          return person && officerOf(account, person);
        },
        { concurrency: personsAtOnce },
      );
      return officers
        .filter((officer) => officer !== undefined)
        .toSorted((one, other) => one.name.localeCompare(other.name, 'vi'));
    },

    find: async (province, subject) => {
      const found = await fresh(subject);
      return found && hasPartIn(province, found.account)
        ? officerOf(found.account, found.identity)
        : undefined;
    },

    invite: async (province, { email, name, grants, beforeGiving }) => {
      if (grants.length === 0 || !grants.every((grant) => isOf(province, grant)))
        return refused('not_of_province');
      const added = await addAccount(deps, { email, name, grants, ...(beforeGiving && { beforeGiving }) });
      if (!added) return refused('email_taken');
      const { created, account } = added;
      return {
        ok: true,
        officer: officerOf(account, created.identity),
        ...(created.isNew && created.temporaryPassword && { temporaryPassword: created.temporaryPassword }),
      };
    },

    changeGrants: async (province, change) => {
      const wanted: readonly ProvinceGrant[] = change.grants;
      if (!wanted.every((grant) => isOf(province, grant))) return refused('not_of_province');
      const found = await changeable(province, change);
      if (!found.ok) return found;
      const { account, identity } = found;
      const elsewhere = account.grants.filter((grant) => !isOf(province, grant));
      const grants = [...elsewhere, ...wanted];
      const given = without(grants, account.grants);
      const taken = without(account.grants, grants);

      const kept = {
        ...account,
        grants: without(account.grants, taken),
        underWay: change.line,
        version: account.version + 1,
      };
      if (!(await accounts.save(kept, account.version))) return refused('changed_meanwhile');
      await accounts.enlist(account.subject, [province.code]);
      await provider.take(account.subject, taken);
      await provider.give(account.subject, given);
      const settled = await settleAccount(deps, account.subject, { grants });
      return { ok: true, before: officerOf(account, identity), after: officerOf(settled, identity) };
    },

    setEnabled: async (province, change) => {
      const found = await changeable(province, change);
      if (!found.ok) return found;
      const { account, identity } = found;
      if (!account.grants.every((grant) => isOf(province, grant))) return refused('not_of_province');
      const { isEnabled } = change;
      const ended = !isEnabled && { endedAt: secondsOf(now()) };

      const claimed = {
        ...account,
        ...ended,
        isEnabled: false,
        underWay: change.line,
        version: account.version + 1,
      };
      if (!(await accounts.save(claimed, account.version))) return refused('changed_meanwhile');
      await provider.setEnabled(account.subject, isEnabled);
      const settled = await settleAccount(deps, account.subject, { isEnabled, ...ended });
      return { ok: true, before: officerOf(account, identity), after: officerOf(settled, identity) };
    },

    rolesIn: async (province, subjects) => {
      const found = await pMap([...new Set(subjects)], (subject) => accounts.find(subject), {
        concurrency: personsAtOnce,
      });
      return new Map(
        found.flatMap((account) => {
          const role = account && widestRole(account.grants, province);
          return role ? [[account.subject, role] as const] : [];
        }),
      );
    },

    names: async (subjects) => {
      const found = await pMap([...new Set(subjects)], (subject) => persons.find(subject), {
        concurrency: personsAtOnce,
      });
      return new Map(
        found.filter((person) => person !== undefined).map(({ subject, name }) => [subject, name]),
      );
    },
  };
};
