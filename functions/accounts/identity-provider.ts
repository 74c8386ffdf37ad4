import type { Grant } from '../domain/account.ts';

/** What the identity provider tells of a person. */
export interface Person {
  subject: string;
  name: string;
  email: string;
  isEnabled: boolean;
}

export interface Identity extends Person {
  /** Read from the provider's groups; groups that are not ours are left out. */
  grants: Grant[];
}

export type NewIdentity =
  | { isNew: true; identity: Identity; temporaryPassword?: string }
  /** There is one with this address already. */
  | { isNew: false; identity: Identity };

/**
 * The identity provider as its administrators see it: Amazon Cognito in the cloud, our own on one machine. It alone
 * knows names, addresses and passwords. Throws `Unavailable` when it does not answer.
 */
export interface IdentityProvider {
  find(subject: string): Promise<Identity | undefined>;
  findByEmail(email: string): Promise<Identity | undefined>;
  /** Cheaper: without the groups. */
  person(subject: string): Promise<Person | undefined>;
  /** Makes an account that must choose a password at its first sign-in, and tells the person by mail if it can. */
  create(about: Pick<Person, 'email' | 'name'>): Promise<NewIdentity>;
  give(subject: string, grants: readonly Grant[]): Promise<void>;
  take(subject: string, grants: readonly Grant[]): Promise<void>;
  /** Disabling ends what the person has open at the provider, too. */
  setEnabled(subject: string, isEnabled: boolean): Promise<void>;
}
