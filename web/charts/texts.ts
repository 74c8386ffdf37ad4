import { numberOfWeek, type Week, yearOfWeek } from '../../functions/domain/iso-week.ts';
import { count, decimal, percent as percentIn } from '../texts/numbers.ts';
import type { Signal } from './signal.ts';

/** 0.9643 → '96,4 %'. */
export const percent = (fraction: number): string => percentIn(fraction, 'vi');

/** 0.9643 → '96,4', where the unit is said elsewhere. */
export const bare = (fraction: number): string => decimal(fraction * 100, 'vi');

/** 12345 → '12.345'. */
export const whole = (value: number): string => count(value, 'vi');

/** '84,1–100,0' of an interval, in percent. */
export const range = ({ low, high }: { low: number; high: number }): string => `${bare(low)}–${bare(high)}`;

/** '47/2026', '45–47/2026', '52/2026–2/2027': short enough for a cell. */
export const shortWeeks = (from: Week, to: Week): string => {
  const [first, last] = [numberOfWeek(from), numberOfWeek(to)];
  const [firstYear, lastYear] = [yearOfWeek(from), yearOfWeek(to)];
  if (firstYear !== lastYear) return `${first}/${firstYear}–${last}/${lastYear}`;
  return first === last ? `${last}/${lastYear}` : `${first}–${last}/${lastYear}`;
};

/** '47', '45–47': where the year is said elsewhere; across years as above. */
export const weekNumbers = (from: Week, to: Week): string =>
  yearOfWeek(from) === yearOfWeek(to) ? shortWeeks(from, to).replace(/\/.*/, '') : shortWeeks(from, to);

/** Words of the drawings. */
export const words = {
  table: 'Xem số liệu của biểu đồ',
  skip: 'Bỏ qua biểu đồ',
  weeks: 'Tuần',
  unit: 'Đơn vị',
  answers: 'Lượt',
  rate: 'Tỷ lệ hài lòng',
  interval: 'Khoảng tin cậy 95\u00a0%',
  axis: '% hài lòng',
  answersAxis: 'số lượt đánh giá (n)',
  limits95: 'Giới hạn 95\u00a0%',
  limits998: 'Giới hạn 99,8\u00a0%',
  remark: 'Nhận xét',
  /** Only the number of answers may be shown. */
  hiddenRate: 'chưa đủ lượt',
  hiddenCell: 'ẩn vì ít lượt',
  signals: {
    inside: 'trong giới hạn',
    above: 'cao, ngoài 95\u00a0%',
    below: 'thấp, ngoài 95\u00a0%',
    far_above: 'rất cao, ngoài 99,8\u00a0%',
    far_below: 'rất thấp, ngoài 99,8\u00a0%',
  } satisfies Record<Signal, string>,
  legend: {
    inside: 'trong giới hạn',
    warning: 'ngoài giới hạn 95\u00a0%',
    action: 'ngoài giới hạn 99,8\u00a0%',
    limits95: 'giới hạn 95\u00a0%',
    limits998: 'giới hạn 99,8\u00a0%',
    interval: 'khoảng tin cậy 95\u00a0%',
    rate: 'tỷ lệ hài lòng',
  },
};
