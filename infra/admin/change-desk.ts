import { changeDesk as change, type DeskChange } from '../../functions/administration/desks.ts';
import { byCommand, type Deed } from '../../functions/domain/audit.ts';
import type { Desk } from '../../functions/domain/desk.ts';
import type { Stores } from './connect.ts';
import { Trouble } from './refusal.ts';

/** Changes a desk as it was just read; returns it as it is now. */
export const changeDesk = async (
  stores: Pick<Stores, 'desks' | 'audit' | 'now'>,
  desk: Desk,
  wanted: DeskChange,
  deed: Deed = 'desk_changed',
): Promise<Desk> => {
  const outcome = await change(stores, desk, wanted, { by: byCommand, now: stores.now(), deed });
  if (outcome === 'conflict')
    throw new Trouble(`somebody changed desk ${desk.code} at the same time: run the command again`);
  return (await stores.desks.current(desk.code)) ?? desk;
};
