import type { Commune, CommuneCode, Province } from '../../functions/domain/unit.ts';
import type { UnitStore } from '../../functions/store/unit-store.ts';
import { changeDesk } from './change-desk.ts';
import type { Stores } from './connect.ts';
import type { Problem } from './csv-rows.ts';
import type { Advance } from './progress.ts';
import type { UnitFile } from './unit-rows.ts';

/**
 * A commune's desks, responses and tallies are found through its province, so a file can't move it to another
 * one in passing.
 */
export const moves = ({ provinces, lineOf }: UnitFile, stored: readonly Province[]): Problem[] => {
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
const renameDesks = async (
  stores: Pick<Stores, 'desks' | 'audit' | 'now'>,
  { code, name, communes }: Province,
): Promise<number> => {
  const byCode = new Map<CommuneCode, Commune>(communes.map((commune) => [commune.code, commune]));
  let renamed = 0;
  for (const desk of await stores.desks.ofProvince(code)) {
    const commune = byCode.get(desk.commune.code) ?? desk.commune;
    const isSame =
      commune.name === desk.commune.name && commune.kind === desk.commune.kind && name === desk.province.name;
    if (isSame) continue;
    await changeDesk(stores, desk, { commune, province: { code, name } }, 'desk_renamed_with_unit');
    renamed += 1;
  }
  return renamed;
};

export interface ImportedUnits {
  provinces: number;
  communes: number;
  /** Desks that have new names because their units have. */
  desksRenamed: number;
  provincesNotInFile: number;
  communesNotInFile: number;
}

/** Writes the units of a file, province by province. */
export const importUnits = async (
  stores: Pick<Stores, 'desks' | 'audit' | 'now'> & { units: Pick<UnitStore, 'put'> },
  { provinces, lineOf }: UnitFile,
  stored: readonly Province[],
  advance: Advance,
): Promise<ImportedUnits> => {
  let desksRenamed = 0;
  for (const province of provinces) {
    const before = stored.find(({ code }) => code === province.code);
    const whole = { ...province, communes: [...province.communes, ...unmentioned(before, lineOf)] };
    await stores.units.put(whole);
    desksRenamed += await renameDesks(stores, whole);
    advance(province.communes.length);
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
