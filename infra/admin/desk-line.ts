import pMap from 'p-map';
import type { Desk } from '../../functions/domain/desk.ts';
import type { DeskCode } from '../../functions/domain/desk-code.ts';
import type { OpeningHours } from '../../functions/domain/opening-hours.ts';
import type { CommuneCode, ProvinceCode } from '../../functions/domain/unit.ts';
import type { DeskStore } from '../../functions/store/desk-store.ts';

/** A desk as other programs read it: exactly these fields. */
export interface DeskLine {
  code: DeskCode;
  commune: CommuneCode;
  name: string;
  status: Desk['status'];
  hours: OpeningHours | null;
}

export const deskLine = ({ code, commune, name, status, hours }: Desk): DeskLine => ({
  code,
  commune: commune.code,
  name,
  status,
  hours: hours ?? null,
});

/** 'Bàn 2' comes before 'Bàn 10'. */
const { compare } = new Intl.Collator('vi', { numeric: true });

const inOrder = (a: Desk, b: Desk): number =>
  compare(a.province.code, b.province.code) ||
  compare(a.commune.code, b.commune.code) ||
  compare(a.name, b.name) ||
  compare(a.code, b.code);

/** Provinces read at a time. */
const provincesAtOnce = 8;

/** All desks of some provinces, by province, commune and name. */
export const desksOf = async (
  desks: Pick<DeskStore, 'ofProvince'>,
  provinces: readonly ProvinceCode[],
): Promise<Desk[]> => {
  const found = await pMap(provinces, (code) => desks.ofProvince(code), { concurrency: provincesAtOnce });
  return found.flat().toSorted(inOrder);
};
