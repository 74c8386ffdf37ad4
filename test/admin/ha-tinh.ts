import type { Commune, Province } from '../../functions/domain/unit.ts';

const commune = (code: string, name: string, kind: Commune['kind']): Commune => ({
  code,
  name,
  kind,
  province: '42',
});

export const thanhSen = commune('18073', 'Thành Sen', 'Phường');
export const haHuyTap = commune('18652', 'Hà Huy Tập', 'Phường');
export const camXuyen = commune('18673', 'Cẩm Xuyên', 'Xã');

/** A few of the communes of a province. */
export const haTinh: Province = {
  code: '42',
  name: 'Tỉnh Hà Tĩnh',
  communes: [thanhSen, haHuyTap, camXuyen],
};

const header = 'province_code,province_name,commune_code,commune_name,kind';

/** The file that says these units. */
export const unitsCsv = (...provinces: readonly Province[]): string =>
  [
    header,
    ...provinces.flatMap(({ code, name, communes }) =>
      communes.map((each) => [code, name, each.code, each.name, each.kind].join(',')),
    ),
    '',
  ].join('\r\n');
