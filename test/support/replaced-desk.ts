import type { Desk } from '../../functions/domain/desk.ts';
import { deskStore } from '../../functions/store/desk-store.ts';
import type { Table } from '../../functions/store/table.ts';

/** Makes a stored desk look like this one, whatever was changed of it before. */
export const replaceDesk = async (table: Table, desk: Desk): Promise<void> => {
  const desks = deskStore(table);
  const version = ((await desks.current(desk.code))?.version ?? 0) + 1;
  if (!(await desks.change({ ...desk, version }))) throw new Error('the desk changed meanwhile');
};
