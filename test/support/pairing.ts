import { randomBytes } from 'node:crypto';
import type { Desk } from '../../functions/domain/desk.ts';
import {
  credentialBytes,
  credentialFingerprint,
  newKioskCredential,
} from '../../functions/domain/kiosk-credential.ts';
import { deskStore } from '../../functions/store/desk-store.ts';
import type { Table } from '../../functions/store/table.ts';

/** Pairs a tablet with a desk; returns what its link holds. */
export const pairKiosk = async (table: Table, desk: Desk): Promise<string> => {
  const credential = newKioskCredential(randomBytes(credentialBytes));
  await deskStore(table).replace({ ...desk, kiosk: credentialFingerprint(credential) });
  return credential;
};
