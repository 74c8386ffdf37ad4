import type { Command } from 'commander';
import pMap from 'p-map';
import type { Desk } from '../../functions/domain/desk.ts';
import type { Commune, CommuneCode, Province } from '../../functions/domain/unit.ts';
import type { DeskStore } from '../../functions/store/desk-store.ts';
import { type Stores, withStores } from './connect.ts';
import { readRows, refuseRows } from './csv-rows.ts';
import { type DeskLine, deskLine, desksOf } from './desk-line.ts';
import { deskColumns, deskIdentity, type WantedDesk, wantedDesks } from './desk-rows.ts';
import { addDesk } from './new-desk.ts';
import { printJson } from './output.ts';
import { type Progress, startProgress } from './progress.ts';

type Outcome = 'added' | 'updated' | 'unchanged';

const desksAtOnce = 8;

/** `desks import FILE`: the whole file is checked before anything is written; running it again adds nothing. */
export const desksImport = (desks: Command): void => {
  desks
    .command('import')
    .description('add the desks of a CSV file that are not there, and set the hours of those that are')
    .argument('<file>', 'CSV in UTF-8 with the columns commune,name[,hours]; empty hours: never closed')
    .action(async (file: string, _: unknown, command: Command) => {
      const read = await readRows(file, deskColumns);
      const { desks: wanted, problems } = wantedDesks(read);
      refuseRows(file, [...read.problems, ...problems]);
      await withStores(command, async (stores) => {
        const communes = communesOf(await stores.units.provinces());
        refuseRows(file, unknownCommunes(wanted, communes));
        const progress = startProgress('desks', wanted.length);
        try {
          printJson(await importDesks(stores.desks, wanted, { communes, progress }));
        } finally {
          progress.stop();
        }
      });
    });
};

type Communes = ReadonlyMap<CommuneCode, { commune: Commune; province: Desk['province'] }>;

const communesOf = (provinces: readonly Province[]): Communes =>
  new Map(
    provinces.flatMap(({ code, name, communes }) =>
      communes.map((commune) => [commune.code, { commune, province: { code, name } }]),
    ),
  );

const unknownCommunes = (wanted: readonly WantedDesk[], communes: Communes) =>
  wanted
    .filter(({ commune }) => !communes.has(commune))
    .map(({ line, commune }) => ({ line, text: `there is no commune ${commune}` }));

/** Desks that are there by commune and name; of several alike one that is active, then the first by its code. */
const existingDesks = async (
  desks: DeskStore,
  wanted: readonly WantedDesk[],
  communes: Communes,
): Promise<Map<string, Desk>> => {
  const provinces = new Set(wanted.flatMap(({ commune }) => communes.get(commune)?.province.code ?? []));
  const found = new Map<string, Desk>();
  for (const desk of await desksOf(desks, [...provinces])) {
    const identity = deskIdentity(desk.commune.code, desk.name);
    const before = found.get(identity);
    if (!before || (before.status === 'retired' && desk.status === 'active')) found.set(identity, desk);
  }
  return found;
};

/** A retired desk stays as it is: its sticker may be out of use for a reason that no file knows. */
const setHours = async (
  desks: DeskStore,
  desk: Desk,
  wanted: WantedDesk['hours'],
): Promise<{ outcome: Outcome; desk: Desk }> => {
  const isRight = wanted === undefined || desk.status === 'retired' || (desk.hours ?? null) === wanted;
  if (isRight) return { outcome: 'unchanged', desk };
  const changed = { ...desk, hours: wanted ?? undefined };
  await desks.replace(changed);
  return { outcome: 'updated', desk: changed };
};

const importDesks = async (
  desks: DeskStore,
  wanted: readonly WantedDesk[],
  { communes, progress }: { communes: Communes; progress: Progress },
): Promise<Record<Outcome, number> & { desks: DeskLine[] }> => {
  const existing = await existingDesks(desks, wanted, communes);
  const results = await pMap(
    wanted,
    async ({ commune: code, name, hours }) => {
      const [known, unit] = [existing.get(deskIdentity(code, name)), communes.get(code)];
      if (!known && !unit) throw new RangeError(`commune ${code} was not checked`);
      progress.add(1);
    },
    { concurrency: desksAtOnce },
  );
};
