import { randomBytes } from 'node:crypto';
import type { Desk } from '../../functions/domain/desk.ts';
import {
  credentialBytes,
  credentialFingerprint,
  newKioskCredential,
} from '../../functions/domain/kiosk-credential.ts';
import type { Table } from '../../functions/store/table.ts';
import { replaceDesk } from './replaced-desk.ts';

/** Pairs a tablet with a desk; returns what its link holds. */
export const pairKiosk = async (table: Table, desk: Desk): Promise<string> => {
  const credential = newKioskCredential(randomBytes(credentialBytes));
  await replaceDesk(table, { ...desk, kiosk: credentialFingerprint(credential) });
  return credential;
};
