import type { Command } from 'commander';
import type { Commune, CommuneCode, Province } from '../../functions/domain/unit.ts';
import type { DeskStore } from '../../functions/store/desk-store.ts';
import { type Stores, withStores } from './connect.ts';
import { type Problem, readRows, refuseRows } from './csv-rows.ts';
import { printJson } from './output.ts';
import { startProgress } from './progress.ts';
import { type UnitFile, unitColumns, unitsOf } from './unit-rows.ts';

/**
 * A commune's desks, responses and tallies are found through its province, so a file can't move it to another
 * one in passing.
 */
const moves = ({ provinces, lineOf }: UnitFile, stored: readonly Province[]): Problem[] => {
  const known = new Map(stored.flatMap(({ communes }) => communes).map((each) => [each.code, each.province]));
  return provinces
    .flatMap(({ communes }) => communes)
    .flatMap(({ code, province }) => {
      const before = known.get(code) ?? province;
      const text = `commune ${code} belongs to province ${before} already: a file can't move it to ${province}`;
      return before === province ? [] : [{ line: lineOf.get(code) ?? 0, text }];
    });
};

/** Stored communes of which the file says nothing. They stay: their answers still have to be counted. */
const unmentioned = (stored: Province | undefined, lineOf: UnitFile['lineOf']): Commune[] =>
  (stored?.communes ?? []).filter(({ code }) => !lineOf.has(code));

/** Gives desks the names that their units have now; how many had others. */
const renameDesks = async (desks: DeskStore, { code, name, communes }: Province): Promise<number> => {
  const byCode = new Map<CommuneCode, Commune>(communes.map((commune) => [commune.code, commune]));
  let renamed = 0;
  for (const desk of await desks.ofProvince(code)) {
    const commune = byCode.get(desk.commune.code) ?? desk.commune;
    const isSame =
      commune.name === desk.commune.name && commune.kind === desk.commune.kind && name === desk.province.name;
    if (isSame) continue;
    await desks.replace({ ...desk, commune, province: { code, name } });
    renamed += 1;
  }
  return renamed;
};

/** `units import FILE`: the whole file is checked before anything is written; running it again changes nothing. */
export const unitsImport = (units: Command): void => {
  units
    .command('import')
    .description('take over provinces and communes from a CSV file and rename their desks')
    .argument('<file>', `CSV in UTF-8 with the columns ${unitColumns.join(',')}`)
    .action(async (file: string, _: unknown, command: Command) => {
      const { rows, problems } = await readRows(file, { required: unitColumns });
      const units = unitsOf(rows);
      refuseRows(file, [...problems, ...units.problems]);
      await withStores(command, async (stores) => printJson(await importUnits(file, units, stores)));
    });
};

const importUnits = async (
  file: string,
  unitFile: UnitFile,
  { units, desks }: Pick<Stores, 'units' | 'desks'>,
) => {
  const { provinces, lineOf } = unitFile;
  const stored = await units.provinces();
  refuseRows(file, moves(unitFile, stored));

  const progress = startProgress('communes', lineOf.size);
  let desksRenamed = 0;
  try {
    for (const province of provinces) {
      const before = stored.find(({ code }) => code === province.code);
      const communes = [...province.communes, ...unmentioned(before, lineOf)];
      await units.put({ ...province, communes });
      desksRenamed += await renameDesks(desks, { ...province, communes });
      progress.add(province.communes.length);
    }
  } finally {
    progress.stop();
  }
  const inFile = new Set(provinces.map(({ code }) => code));
  return {
    provinces: provinces.length,
    communes: lineOf.size,
    desksRenamed,
    provincesNotInFile: stored.filter(({ code }) => !inFile.has(code)).length,
    communesNotInFile: stored.flatMap((province) => unmentioned(province, lineOf)).length,
  };
};
