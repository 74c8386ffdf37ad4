import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { issueToken } from '../../functions/domain/form-token.ts';
import {
  credentialBytes,
  credentialFingerprint,
  isPaired,
  newKioskCredential,
} from '../../functions/domain/kiosk-credential.ts';
import { tokenMoment } from '../../functions/domain/token-moment.ts';
import { deskCode, nonce } from '../support/samples.ts';

const newCredential = () => newKioskCredential(randomBytes(credentialBytes));

describe('a kiosk’s credential', () => {
  it('has at least 128 random bits and is fit for an address', () => {
    expect(credentialBytes * 8).toBeGreaterThanOrEqual(128);
    expect(newCredential()).toMatch(/^[\w-]{32}$/);
    expect(newCredential()).not.toBe(newCredential());
    expect(() => newKioskCredential(randomBytes(8))).toThrow(RangeError);
  });

  it('opens its own desk only, and none that has no kiosk', () => {
    const credential = newCredential();
    expect(isPaired(credential, credentialFingerprint(credential))).toBe(true);
    expect(isPaired(newCredential(), credentialFingerprint(credential))).toBe(false);
    expect(isPaired('', credentialFingerprint(credential))).toBe(false);
    expect(isPaired(credential, undefined)).toBe(false);
    expect(isPaired(credential, credential)).toBe(false);
  });
});

describe('the moment of a token', () => {
  it('is when it was issued, as a phone reads it', () => {
    const issuedAt = new Date('2026-11-18T09:00:01.234+07:00');
    const visit = { desk: deskCode(1), commune: '18073', channel: 'qr', issuedAt, nonce: nonce() } as const;
    const token = issueToken(visit, { id: 'key-b', secret: Buffer.alloc(32) });
    expect(tokenMoment(token)).toEqual(issuedAt);
  });

  it.each(['', 'no such desk', 'a.b.c.d', '....'])('is unknown of "%s"', (text) => {
    expect(tokenMoment(text)).toBeUndefined();
  });
});
