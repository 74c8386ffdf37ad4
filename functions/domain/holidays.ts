/**
 * Public holidays of Viet Nam (Bộ luật Lao động 2019, Điều 112), with the days off in lieu as announced for 2026;
 * those of 2027 are the statutory days alone. A desk's hours do not hold on them.
 */
export const publicHolidays: readonly string[] = [
  '2026-01-01',
  // Tết Bính Ngọ: the first day of the lunar year is 17 February.
  '2026-02-16',
  '2026-02-17',
  '2026-02-18',
  '2026-02-19',
  '2026-02-20',
  // Giỗ Tổ Hùng Vương (10th of the third lunar month) on a Sunday, and the Monday in lieu.
  '2026-04-26',
  '2026-04-27',
  '2026-04-30',
  '2026-05-01',
  '2026-09-01',
  '2026-09-02',
  '2027-01-01',
  // Tết Đinh Mùi: the first day of the lunar year is 6 February.
  '2027-02-05',
  '2027-02-06',
  '2027-02-07',
  '2027-02-08',
  '2027-02-09',
  '2027-04-16',
  '2027-04-30',
  '2027-05-01',
  '2027-09-02',
  '2027-09-03',
];
