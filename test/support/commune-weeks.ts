import { aggregateProvince } from '../../functions/aggregate/aggregate-province.ts';
import { dayOf } from '../../functions/domain/day.ts';
import type { Desk } from '../../functions/domain/desk.ts';
import { addWeeks, type Week, weeksFrom } from '../../functions/domain/iso-week.ts';
import type { Rating } from '../../functions/domain/questionnaire.ts';
import type { Response } from '../../functions/domain/response.ts';
import type { Commune, Province } from '../../functions/domain/unit.ts';
import { commentStore } from '../../functions/store/comment-store.ts';
import { deskStore } from '../../functions/store/desk-store.ts';
import { responseStore } from '../../functions/store/response-store.ts';
import { unitStore } from '../../functions/store/unit-store.ts';
import { visitsStore } from '../../functions/store/visits-store.ts';
import { nightlyStores } from './aggregation.ts';
import type { DashboardService } from './dashboard-service.ts';
import { canLoc, deskCode, haTinh, nonce, sampleDesk, sampleResponse, thanhSen, week } from './samples.ts';

/** Answers of one week: how many gave each rating, and what else is said of all of them. */
export interface Brought {
  fives?: number;
  fours?: number;
  threes?: number;
  ones?: number;
  about?: Partial<Response>;
}

export const responsesOf = (
  commune: Pick<Commune, 'code'>,
  at: Week,
  { fives = 0, fours = 0, threes = 0, ones = 0, about = {} }: Brought,
): Response[] => {
  const rated = (count: number, overall: Rating) =>
    Array.from({ length: count }, () =>
      sampleResponse({ commune: commune.code, week: at, arrival: at, overall, ...about }),
    );
  return [...rated(fives, 5), ...rated(fours, 4), ...rated(threes, 3), ...rated(ones, 1)];
};

/** Hà Tĩnh with so many more communes that the first ones can be compared. */
export const comparableProvince: Province = {
  ...haTinh,
  communes: [
    thanhSen,
    canLoc,
    ...['Đức Thọ', 'Kỳ Anh', 'Hương Khê', 'Nghi Xuân', 'Vũng Áng', 'Bắc Hồng Lĩnh'].map(
      (name, index): Commune => ({ code: String(18_100 + index), name, kind: 'Xã', province: haTinh.code }),
    ),
  ],
};

/** Fills the tables behind a page and counts them. */
export const communeWeeks = ({ table, clock }: Pick<DashboardService, 'table' | 'clock'>) => ({
  province: (province: Province) => unitStore(table).put(province),

  /** What a run of weeks brought a commune, the last of them first named. */
  answers: async (commune: Commune, last: string, weeks: readonly Brought[]): Promise<void> => {
    const first = addWeeks(week(last), 1 - weeks.length);
    const responses = weeks.flatMap((brought, index) =>
      responsesOf(commune, addWeeks(first, index), brought),
    );
    await responseStore(table).addAll(responses);
  },

  desk: async (number: number, name: string, commune: Commune = thanhSen): Promise<Desk> => {
    const desk = sampleDesk({ code: deskCode(number), name, commune });
    await deskStore(table).add(desk);
    return desk;
  },

  visits: async (commune: Commune, at: string, visits: number): Promise<void> => {
    await visitsStore(table).report(
      { commune, week: week(at), visits, by: 'test', on: dayOf(clock.now()) },
      0,
    );
  },

  comment: (commune: Commune, at: string, text: string) =>
    commentStore(table).put({
      id: nonce(),
      commune: commune.code,
      week: week(at),
      arrival: week(at),
      text,
      edition: 1,
    }),

  /** Counts a province's weeks, both named ones included. */
  count: async (first: string, last: string, province: Province = haTinh): Promise<void> => {
    await aggregateProvince(nightlyStores(table), province, {
      weeks: weeksFrom(week(first), week(last)),
      now: clock.now(),
    });
  },
});
export type CommuneWeeks = ReturnType<typeof communeWeeks>;
