import { randomBytes } from 'node:crypto';
import type { Desk } from '../../functions/domain/desk.ts';
import { newDeskCode } from '../../functions/domain/desk-code.ts';
import type { DeskStore } from '../../functions/store/desk-store.ts';
import { Trouble } from './refusal.ts';

const codesTried = 5;

/** Stores a new desk under a random code that no other desk has. */
export const addDesk = async (
  desks: Pick<DeskStore, 'add'>,
  about: Pick<Desk, 'name' | 'commune' | 'province' | 'hours'>,
): Promise<Desk> => {
  for (let tries = 0; tries < codesTried; tries += 1) {
    const desk: Desk = { ...about, code: newDeskCode(randomBytes(7)), status: 'active' };
    if (await desks.add(desk)) return desk;
  }
  throw new Trouble(`${codesTried} random desk codes were all taken`);
};
