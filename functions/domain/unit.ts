import * as z from 'zod/mini';

/** Two digits, with a leading zero: '01' Hà Nội, '42' Hà Tĩnh. */
export type ProvinceCode = string;
/** Five digits, with leading zeros: '00004', '18073'. */
export type CommuneCode = string;

export const kinds = ['Phường', 'Xã', 'Đặc khu'] as const;
export type Kind = (typeof kinds)[number];

export const ProvinceCode = z.string().check(z.regex(/^\d{2}$/));
export const CommuneCode = z.string().check(z.regex(/^\d{5}$/));

export const Commune = z.object({
  code: CommuneCode,
  name: z.string(),
  kind: z.enum(kinds),
  province: ProvinceCode,
});
export type Commune = z.infer<typeof Commune>;

/** A province with the roster of its communes. */
export const Province = z.object({ code: ProvinceCode, name: z.string(), communes: z.array(Commune) });
export type Province = z.infer<typeof Province>;

/** 'phường Thành Sen'. */
export const communeTitle = ({ kind, name }: Pick<Commune, 'kind' | 'name'>): string =>
  `${kind.toLowerCase()} ${name}`;

/** 'Công an phường Thành Sen'. */
export const communePolice = (commune: Pick<Commune, 'kind' | 'name'>): string =>
  `Công an ${communeTitle(commune)}`;

/** 'tỉnh Hà Tĩnh', 'thành phố Huế': the official name as it stands inside a sentence. */
export const provinceTitle = ({ name }: Pick<Province, 'name'>): string =>
  name.replace(/^(Tỉnh|Thành phố)/, (word) => word.toLowerCase());

/** 'Công an tỉnh Hà Tĩnh'. */
export const provincePolice = (province: Pick<Province, 'name'>): string =>
  `Công an ${provinceTitle(province)}`;
