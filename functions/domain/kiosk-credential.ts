import { createHash, timingSafeEqual } from 'node:crypto';

/** What a paired tablet holds: 192 random bits. The desk keeps its fingerprint only, so that no copy of the table pairs. */
export type KioskCredential = string;

export const credentialBytes = 24;

export const newKioskCredential = (random: Uint8Array): KioskCredential => {
  if (random.length < credentialBytes)
    throw new RangeError(`a credential needs ${credentialBytes} random bytes`);
  return Buffer.from(random.subarray(0, credentialBytes)).toString('base64url');
};

/** SHA-256 without salt or stretching: nobody can guess 192 random bits. */
export const credentialFingerprint = (credential: KioskCredential): string =>
  createHash('sha256').update(credential).digest('base64url');

/** Whether a tablet is the one that a desk was paired with, in constant time. */
export const isPaired = (credential: string, fingerprint: string | undefined): boolean => {
  if (fingerprint === undefined) return false;
  const given = Buffer.from(credentialFingerprint(credential));
  const expected = Buffer.from(fingerprint);
  return given.length === expected.length && timingSafeEqual(given, expected);
};

/** Behind '#', which browsers send to nobody: neither a server nor a log ever sees it. */
export const kioskLink = (origin: string, desk: string, credential: KioskCredential): string =>
  `${origin}/d/${desk}/kiosk#${credential}`;
