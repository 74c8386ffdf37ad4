/** A day on which desks are closed, '2026-09-02' in Asia/Ho_Chi_Minh, and what people call it. */
export interface Holiday {
  day: string;
  name: string;
}

/**
 * Public holidays of Viet Nam (Bộ luật Lao động 2019, Điều 112), with the days off in lieu as announced for 2026;
 * those of 2027 are the statutory days alone. A desk's hours do not hold on them, unless its province says otherwise
 * (holiday-calendar.ts).
 */
export const statutoryHolidays: readonly Holiday[] = [
  { day: '2026-01-01', name: 'Tết Dương lịch' },
  // The first day of the lunar year is 17 February.
  { day: '2026-02-16', name: 'Tết Bính Ngọ' },
  { day: '2026-02-17', name: 'Tết Bính Ngọ' },
  { day: '2026-02-18', name: 'Tết Bính Ngọ' },
  { day: '2026-02-19', name: 'Tết Bính Ngọ' },
  { day: '2026-02-20', name: 'Tết Bính Ngọ' },
  // The 10th of the third lunar month, on a Sunday.
  { day: '2026-04-26', name: 'Giỗ Tổ Hùng Vương' },
  { day: '2026-04-27', name: 'Nghỉ bù Giỗ Tổ Hùng Vương' },
  { day: '2026-04-30', name: 'Ngày Chiến thắng' },
  { day: '2026-05-01', name: 'Ngày Quốc tế lao động' },
  { day: '2026-09-01', name: 'Quốc khánh' },
  { day: '2026-09-02', name: 'Quốc khánh' },
  { day: '2027-01-01', name: 'Tết Dương lịch' },
  // The first day of the lunar year is 6 February.
  { day: '2027-02-05', name: 'Tết Đinh Mùi' },
  { day: '2027-02-06', name: 'Tết Đinh Mùi' },
  { day: '2027-02-07', name: 'Tết Đinh Mùi' },
  { day: '2027-02-08', name: 'Tết Đinh Mùi' },
  { day: '2027-02-09', name: 'Tết Đinh Mùi' },
  { day: '2027-04-16', name: 'Giỗ Tổ Hùng Vương' },
  { day: '2027-04-30', name: 'Ngày Chiến thắng' },
  { day: '2027-05-01', name: 'Ngày Quốc tế lao động' },
  { day: '2027-09-02', name: 'Quốc khánh' },
  { day: '2027-09-03', name: 'Quốc khánh' },
];

/** The same days alone. */
export const publicHolidays: readonly string[] = statutoryHolidays.map(({ day }) => day);
