import type { Grant, Role } from '../domain/account.ts';
import type { AccountProblem } from '../domain/account-problem.ts';
import type { Province } from '../domain/unit.ts';

/** What a province may give to its people. */
export type ProvinceGrant = Exclude<Grant, { role: 'operator' }>;

/**
 * One person with an account. The name and the e-mail address come from the identity provider whenever they are
 * shown; nothing of ours keeps them.
 */
export interface Officer {
  subject: string;
  name: string;
  email: string;
  /** All of them, also those of other provinces. */
  grants: Grant[];
  isEnabled: boolean;
  /** Undefined before the first time. */
  lastSignInAt?: Date;
  /** Version of the audit line of a change that was cut short. */
  underWay?: number;
  /** Names this state of the account: sent back with a change, which is refused when somebody else was faster. */
  version: number;
}

export type AccountChange =
  | { ok: true; before: Officer; after: Officer }
  | { ok: false; problem: AccountProblem };

export type Invitation =
  /** The password is told only where the identity provider sends no mail: to be shown once and handed over. */
  { ok: true; officer: Officer; temporaryPassword?: string } | { ok: false; problem: AccountProblem };

/** Which account a change is about, who makes it, and which state of the account they saw. */
export interface ChangeOf {
  subject: string;
  version: number;
  /** The subject of who changes it. */
  by: string;
  /** Version of the audit line that says so: what is cut short goes on under it. */
  line: number;
}

/**
 * The accounts of a province, for its admins. Every deed is bound to the province that it is done in: an account
 * which also holds something elsewhere keeps that, and can't be disabled from here. What is changed here holds from
 * the next request on.
 */
export interface AccountDirectory {
  /** In the order of their names: those with a grant here, and those of whom a change is under way. */
  ofProvince(province: Province): Promise<Officer[]>;
  /** One of them, as the identity provider knows it now. */
  find(province: Province, subject: string): Promise<Officer | undefined>;
  invite(
    province: Province,
    invited: {
      email: string;
      name: string;
      grants: readonly ProvinceGrant[];
      /**
       * Done once the account is there and holds nothing: what it is given is written down first. Resolves with the
       * version that this makes.
       */
      beforeGiving?: (subject: string) => Promise<number>;
    },
  ): Promise<Invitation>;
  /** Replaces the grants that hold in this province. None: a handover; the account then has no part in it. */
  changeGrants(
    province: Province,
    change: ChangeOf & { grants: readonly ProvinceGrant[] },
  ): Promise<AccountChange>;
  /** Disabling ends all sessions; enabling lets the person sign in again. */
  setEnabled(province: Province, change: ChangeOf & { isEnabled: boolean }): Promise<AccountChange>;
  /** What accounts do in a province, without asking who they are; those without a part in it are left out. */
  rolesIn(province: Province, subjects: readonly string[]): Promise<ReadonlyMap<string, Role>>;
  /** The names behind subjects, for the audit trail; a subject that the provider does not know is left out. */
  names(subjects: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
