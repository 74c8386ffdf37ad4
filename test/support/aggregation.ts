import {
  type ListRequest,
  type NightDependencies,
  nightSteps,
} from '../../functions/aggregate/night-steps.ts';
import type { Flag } from '../../functions/domain/flags.ts';
import type { Week } from '../../functions/domain/iso-week.ts';
import type { Rating } from '../../functions/domain/questionnaire.ts';
import type { Response } from '../../functions/domain/response.ts';
import { emptyTally, type Tally } from '../../functions/domain/tally.ts';
import type { CommuneCode } from '../../functions/domain/unit.ts';
import { burstStore } from '../../functions/store/burst-store.ts';
import { responseStore } from '../../functions/store/response-store.ts';
import type { Table } from '../../functions/store/table.ts';
import { type TallyStore, tallyStore } from '../../functions/store/tally-store.ts';
import { unitStore } from '../../functions/store/unit-store.ts';
import { type Night, runNight } from '../../infra/local/run-night.ts';
import { sampleResponse } from './samples.ts';
import type { OpenTestTable, StoredItem } from './test-table.ts';

/** What a scheduled run is given, all of it on one table. */
export const nightlyStores = (table: Table) => ({
  units: unitStore(table),
  responses: responseStore(table),
  tallies: tallyStore(table),
  bursts: burstStore(table),
});

/** A night as one machine runs it, without the waiting between attempts. */
export const nightWith = (deps: NightDependencies, request: Omit<ListRequest, 'step'> = {}): Promise<Night> =>
  runNight(nightSteps(deps), request, { wait: async () => {} });

/** All tallies as they are stored, without the number of the run that wrote them. */
/** The counts that are stored, empty where there are none. */
export const countsIn = async (
  tallies: Pick<TallyStore, 'find'>,
  commune: CommuneCode,
  week: Week,
): Promise<Tally> => {
  const { summary, detail } = (await tallies.find(commune, week)) ?? emptyTally;
  return { summary, detail };
};

/** All tallies as they are stored, without the numbers of the runs that wrote them. */
export const storedTallies = async ({ items }: Pick<OpenTestTable, 'items'>): Promise<StoredItem[]> => {
  const stored = [...(await items('TALLIES#')), ...(await items('PROVINCE#'))];
  return stored
    .filter(({ sk }) => !sk.startsWith('RUN'))
    .map((item) => ({ ...item, run: undefined, of: undefined }))
    .toSorted((a, b) => (`${a.pk} ${a.sk}` < `${b.pk} ${b.sk}` ? -1 : 1));
};

const everyRating: readonly Rating[] = [1, 2, 3, 4, 5];
const everyFlag: readonly Flag[] = ['burst', 'too_fast', 'closed_hours', 'straight_lined', 'late'];

/** Responses of many kinds, the same for the same number: every rating, flag, channel and kind of detail. */
export const variedResponses = (count: number, about: Partial<Response>): Response[] =>
  Array.from({ length: count }, (_, n) => {
    const flag = everyFlag[n % 9];
    return sampleResponse({
      overall: everyRating[n % 5],
      channel: n % 11 === 0 ? 'assisted' : n % 4 === 0 ? 'kiosk' : 'qr',
      language: n % 13 === 0 ? 'en' : 'vi',
      flags: flag ? [flag] : [],
      criteria: n % 2 === 0 ? { attitude: everyRating[n % 3], waiting: 'na' } : {},
      facts: n % 3 === 0 ? { visits: n % 2 === 0 ? '1' : '3', harassment: 'no' } : {},
      ...(n % 6 === 0 && { procedure: n % 4 === 0 ? 'residence' : 'other' }),
      ...about,
    });
  });

/** A promise that somebody else keeps. */
export const gate = (): { opened: Promise<void>; open: () => void } => {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
};
