import { emailOf } from '../../functions/domain/limited-text.ts';
import { lengthOf } from '../../functions/domain/text-length.ts';
import type { IdentityFile, StoredIdentity } from './identity-file.ts';
import { sameEmail } from './local-identities.ts';
import { hashPassword, isPassword, type PasswordHash, shortestPassword } from './passwords.ts';

export type PasswordResult =
  | { ok: true; identity: StoredIdentity }
  | {
      ok: false;
      problem: 'wrong' | 'wait' | 'must_change' | 'too_short' | 'same_as_before' | 'not_repeated';
    };

export interface TypedPassword {
  email: string;
  password: string;
  /** Asked for when the one before was made by somebody else. */
  newPassword?: string;
  repeated?: string;
}

/** Wrong passwords for one address in a quarter of an hour, after which the next must wait. */
const mostFailures = 8;
const failureMs = 15 * 60_000;
const rememberedCount = 1_000;

/** Checks passwords, slowly, and not too often for one address. Each process counts for itself. */
export const passwordSignIn = (file: IdentityFile, now: () => number = Date.now) => {
  const failures = new Map<string, number[]>();

  const recentFailures = (email: string): number[] =>
    (failures.get(email) ?? []).filter((at) => at > now() - failureMs);

  const change = async (
    identity: StoredIdentity,
    current: PasswordHash,
    { newPassword = '', repeated }: TypedPassword,
  ): Promise<PasswordResult> => {
    if (lengthOf(newPassword) < shortestPassword) return { ok: false, problem: 'too_short' };
    if (newPassword.normalize('NFC') !== repeated?.normalize('NFC'))
      return { ok: false, problem: 'not_repeated' };
    if (await isPassword(newPassword, current)) return { ok: false, problem: 'same_as_before' };
    const password = await hashPassword(newPassword);
    await file.change((identities) => {
      const stored = identities.find(({ subject }) => subject === identity.subject);
      if (!stored) return;
      stored.password = password;
      stored.mustChange = false;
    });
    return { ok: true, identity };
  };

  return async (typed: TypedPassword): Promise<PasswordResult> => {
    const email = emailOf(typed.email);
    const recent = recentFailures(email);
    if (recent.length >= mostFailures) return { ok: false, problem: 'wait' };
    const identity = (await file.all()).find((each) => sameEmail(each.email, email));
    // An address that is not there takes as long as one that is.
    const current = identity?.password ?? { salt: '', hash: Buffer.alloc(32).toString('base64url') };
    const isRight = await isPassword(typed.password, current);
    if (!identity?.password || !identity.isEnabled || !isRight) {
      if (failures.size >= rememberedCount) failures.clear();
      failures.set(email, [...recent, now()]);
      return { ok: false, problem: 'wrong' };
    }
    failures.delete(email);
    if (!identity.mustChange) return { ok: true, identity };
    if (typed.newPassword === undefined) return { ok: false, problem: 'must_change' };
    return change(identity, identity.password, typed);
  };
};
