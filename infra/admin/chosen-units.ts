import type { CommuneCode, Province, ProvinceCode } from '../../functions/domain/unit.ts';
import type { UnitStore } from '../../functions/store/unit-store.ts';
import { Refused } from './refusal.ts';
import { findCommune, findProvince } from './unit-lookup.ts';

/** What `--all`, `--province` and `--commune` name, each of the last two as often as one likes. */
export interface Choice {
  all?: boolean | undefined;
  province?: readonly ProvinceCode[] | undefined;
  commune?: readonly CommuneCode[] | undefined;
}

const everyProvince = async (units: Pick<UnitStore, 'provinces'>): Promise<Province[]> => {
  const provinces = await units.provinces();
  if (provinces.length === 0) throw new Refused('there are no provinces yet: units import FILE');
  return provinces;
};

/** The provinces that are chosen, each with those of its communes that are: all of them, or the ones named. */
export const chosenUnits = async (
  units: Pick<UnitStore, 'provinces' | 'province' | 'commune'>,
  { all, province = [], commune = [] }: Choice,
): Promise<Province[]> => {
  if (all) return everyProvince(units);
  if (province.length + commune.length === 0) {
    throw new Refused('say where: --province CODE, --commune CODE or --all');
  }
  const chosen = new Map<ProvinceCode, Province>();
  for (const code of province) chosen.set(code, await findProvince(units, code));
  for (const code of commune) {
    const found = await findCommune(units, code);
    const others = chosen.get(found.province.code)?.communes ?? [];
    if (others.some((other) => other.code === code)) continue;
    chosen.set(found.province.code, { ...found.province, communes: [...others, found.commune] });
  }
  return [...chosen.values()];
};
