import pMap from 'p-map';
import type { Desk } from '../../functions/domain/desk.ts';
import type { DeskStore } from '../../functions/store/desk-store.ts';
import { changeDesk } from './change-desk.ts';
import type { Stores } from './connect.ts';
import { type DeskLine, deskLine, desksOf } from './desk-line.ts';
import { deskIdentity, type WantedDesk } from './desk-rows.ts';
import { addDesk } from './new-desk.ts';
import type { Advance } from './progress.ts';

export type DeskUnits = Pick<Desk, 'commune' | 'province'>;
export type PlacedDesk = DeskUnits & Pick<WantedDesk, 'name' | 'hours'>;

type DeskStores = Pick<Stores, 'desks' | 'audit' | 'now'>;
type Outcome = 'added' | 'updated' | 'unchanged';

const desksAtOnce = 8;

const identityOf = ({ commune, name }: Pick<Desk, 'commune' | 'name'>): string =>
  deskIdentity(commune.code, name);

/** Desks that are there; of several with one identity an active one, then the first by its code. */
const existingDesks = async (
  desks: Pick<DeskStore, 'ofProvince'>,
  placed: readonly PlacedDesk[],
): Promise<Map<string, Desk>> => {
  const provinces = new Set(placed.map(({ province }) => province.code));
  const existing = new Map<string, Desk>();
  for (const desk of await desksOf(desks, [...provinces])) {
    const before = existing.get(identityOf(desk));
    if (!before || (before.status === 'retired' && desk.status === 'active')) {
      existing.set(identityOf(desk), desk);
    }
  }
  return existing;
};

const importDesk = async (
  stores: DeskStores,
  { name, hours, commune, province }: PlacedDesk,
  existing: Desk | undefined,
): Promise<{ outcome: Outcome; desk: Desk }> => {
  if (!existing) {
    const desk = await addDesk(stores, { name, commune, province, hours: hours ?? undefined });
    return { outcome: 'added', desk };
  }
  // A retired desk stays as it is: it was taken out of use for a reason that no file knows.
  const isRight = hours === undefined || existing.status === 'retired' || hours === (existing.hours ?? null);
  if (isRight) return { outcome: 'unchanged', desk: existing };
  return { outcome: 'updated', desk: await changeDesk(stores, existing, { hours }) };
};

/** Adds desks that are missing and corrects the hours of the others; all of them in the order of the file. */
export const importDesks = async (
  stores: DeskStores,
  placed: readonly PlacedDesk[],
  advance: Advance,
): Promise<Record<Outcome, number> & { desks: DeskLine[] }> => {
  const existing = await existingDesks(stores.desks, placed);
  const imported = await pMap(
    placed,
    async (wanted) => {
      const result = await importDesk(stores, wanted, existing.get(identityOf(wanted)));
      advance(1);
      return result;
    },
    { concurrency: desksAtOnce },
  );
  const count = (outcome: Outcome): number => imported.filter((each) => each.outcome === outcome).length;
  return {
    added: count('added'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    desks: imported.map(({ desk }) => deskLine(desk)),
  };
};
