import type { Commune, Province } from '../../functions/domain/unit.ts';
import type { UnitStore } from '../../functions/store/unit-store.ts';
import { Refused } from './refusal.ts';

export const findProvince = async (units: Pick<UnitStore, 'province'>, code: string): Promise<Province> => {
  const province = await units.province(code);
  if (!province) throw new Refused(`there is no province ${code}`);
  return province;
};

/** A commune and its province. The province's roster decides which communes there are. */
export const findCommune = async (
  units: Pick<UnitStore, 'commune' | 'province'>,
  code: string,
): Promise<{ commune: Commune; province: Province }> => {
  const known = await units.commune(code);
  const province = known && (await units.province(known.province));
  const commune = province?.communes.find((each) => each.code === code);
  if (!province || !commune) throw new Refused(`there is no commune ${code}`);
  return { commune, province };
};
