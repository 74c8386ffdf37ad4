import { addWeeks, type Week, weekOf } from '../../../functions/domain/iso-week.ts';
import { type CommuneHistory, historyOf, type WeekEntry } from '../../../functions/domain/measure/history.ts';
import { emptySummary, type RatingCounts, type Summary } from '../../../functions/domain/tally.ts';
import type { Province } from '../../../functions/domain/unit.ts';

export const firstWeek = weekOf(new Date('2026-01-07T00:00:00Z'));

/** The week so many weeks after the first. */
export const week = (index: number): Week => addWeeks(firstWeek, index);

/** What a week brought: so many counted answers, of which some unhappy, and others beside them. */
export interface Brought {
  rated: number;
  unhappy?: number;
  flagged?: number;
  assisted?: number;
  visits?: number;
}

const fives = (count: number): RatingCounts => [0, 0, 0, 0, count];

const summaryFrom = ({ rated, unhappy = 0, flagged = 0, assisted = 0 }: Brought): Summary => ({
  ...emptySummary,
  counted: [unhappy, 0, 0, 0, rated - unhappy],
  flagged: fives(flagged),
  assisted: fives(assisted),
  channels: rated > 0 ? { qr: rated } : {},
});

/** The history of a commune out of what its weeks brought, one after another. */
export const historyFrom = (weeks: readonly (number | Brought)[], commune = '18073'): CommuneHistory =>
  historyOf(
    commune,
    weeks.map((each, index): WeekEntry => {
      const brought = typeof each === 'number' ? { rated: each } : each;
      return { week: week(index), summary: summaryFrom(brought), visits: brought.visits };
    }),
    week(weeks.length - 1),
  );

/** A province whose communes have these histories, in this order. */
export const provinceFrom = (
  communes: readonly (readonly (number | Brought)[])[],
): { province: Province; histories: Map<string, CommuneHistory> } => {
  const codes = communes.map((_, index) => String(18_000 + index));
  return {
    province: {
      code: '42',
      name: 'Tỉnh Hà Tĩnh',
      communes: codes.map((code) => ({ code, name: `Xã ${code}`, kind: 'Xã', province: '42' })),
    },
    histories: new Map(codes.map((code, index) => [code, historyFrom(communes[index] ?? [], code)])),
  };
};
