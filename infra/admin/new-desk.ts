import {
  addDesk as addDeskUnder,
  freshDeskCode,
  type NewDesk,
} from '../../functions/administration/desks.ts';
import { byCommand } from '../../functions/domain/audit.ts';
import type { Desk } from '../../functions/domain/desk.ts';
import type { Stores } from './connect.ts';
import { Trouble } from './refusal.ts';

const codesTried = 5;

/** Stores a new desk under a random code that no other desk has. */
export const addDesk = async (
  stores: Pick<Stores, 'desks' | 'audit' | 'now'>,
  about: NewDesk,
): Promise<Desk> => {
  for (let tries = 0; tries < codesTried; tries += 1) {
    const code = freshDeskCode();
    await addDeskUnder(stores, code, about, { by: byCommand, now: stores.now() });
    const desk = await stores.desks.current(code);
    if (desk?.version === 1 && desk.commune.code === about.commune.code) return desk;
  }
  throw new Trouble(`${codesTried} random desk codes were all taken`);
};
