import type { Province } from '../../../functions/domain/unit.ts';

export const nationalCommunes = 3_321;
const nationalProvinces = 34;

/** The country in its true size, or a part of it that has as many communes in each province. */
export const nationOf = (share: number): Province[] => {
  const provinces = Math.max(1, Math.round(nationalProvinces * share));
  const communes = Math.round(nationalCommunes * share);
  return Array.from({ length: provinces }, (_, p) => {
    const code = String(p + 1).padStart(2, '0');
    const [first, next] = [p, p + 1].map((n) => Math.round((n * communes) / provinces));
    return {
      code,
      name: `Tỉnh mẫu số ${p + 1}`,
      communes: Array.from({ length: (next ?? 0) - (first ?? 0) }, (__, n) => ({
        code: String(10_000 + (first ?? 0) + n),
        name: `Xã mẫu số ${n + 1}`,
        kind: 'Xã' as const,
        province: code,
      })),
    };
  });
};

/** A province of a single commune, beside the country. */
export const provinceOfOne: Province = {
  code: '99',
  name: 'Tỉnh mẫu một xã',
  communes: [{ code: '99999', name: 'Xã mẫu đông dân', kind: 'Xã', province: '99' }],
};
