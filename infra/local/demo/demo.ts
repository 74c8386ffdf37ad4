import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import pMap from 'p-map';
import * as z from 'zod/mini';
import { aggregateProvince } from '../../../functions/aggregate/aggregate-province.ts';
import { dayOf } from '../../../functions/domain/day.ts';
import type { Desk } from '../../../functions/domain/desk.ts';
import { newDeskCode } from '../../../functions/domain/desk-code.ts';
import {
  addWeeks,
  endOfWeek,
  startOfWeek,
  type Week,
  weekOf,
  weeksFrom,
} from '../../../functions/domain/iso-week.ts';
import type { Response } from '../../../functions/domain/response.ts';
import { type Commune, type CommuneCode, kinds, type Province } from '../../../functions/domain/unit.ts';
import { lastClosedWeek } from '../../../functions/domain/week-life.ts';
import { auditStore } from '../../../functions/store/audit-store.ts';
import { commentStore } from '../../../functions/store/comment-store.ts';
import { deskStore } from '../../../functions/store/desk-store.ts';
import { promiseStore } from '../../../functions/store/promise-store.ts';
import { responseStore } from '../../../functions/store/response-store.ts';
import type { Table } from '../../../functions/store/table.ts';
import { tallyStore } from '../../../functions/store/tally-store.ts';
import { unitStore } from '../../../functions/store/unit-store.ts';
import { visitsStore } from '../../../functions/store/visits-store.ts';
import { type Random, seededRandom } from '../../simulation/random.ts';
import { type Character, characterOf, sampleResponse } from '../../simulation/sample-responses.ts';
import { readMarker, writeMarker } from '../sample-marker.ts';
import { praise, wishes } from './sample-comments.ts';
import { fillPromises, keptPromise } from './sample-promises.ts';
import { sampleVisits } from './sample-visits.ts';

export const demoProvince = '42';
const endedWeeks = 26;
const communesAtOnce = 4;

const Row = z.object({
  province_code: z.string(),
  province_name: z.string(),
  commune_code: z.string(),
  commune_name: z.string(),
  kind: z.enum(kinds),
});

const readProvince = async (): Promise<Province> => {
  const rows = z
    .array(Row)
    .parse(parse(await readFile(new URL('units-ha-tinh.csv', import.meta.url)), { columns: true }));
  return {
    code: demoProvince,
    name: rows[0]?.province_name ?? '',
    communes: rows.map((row) => ({
      code: row.commune_code,
      name: row.commune_name,
      kind: row.kind,
      province: row.province_code,
    })),
  };
};

const deskNames = ['Bàn một cửa số 1', 'Bàn một cửa số 2'];

/** No hours: an answer given to the demonstration at midnight counts like any other. */
const desksOf = (random: Random, province: Province, commune: Commune): Desk[] =>
  deskNames.slice(0, random.next() < 0.3 ? 2 : 1).map((name) => ({
    code: newDeskCode(random.bytes(7)),
    name,
    commune,
    province: { code: province.code, name: province.name },
    status: 'active',
  }));

/** A few places get hardly any answers. */
const demoCharacter = (random: Random): Character => {
  const character = characterOf(random);
  return random.next() < 0.07 ? { ...character, answers: random.next() } : character;
};

/**
 * Where a promise was kept, people are busy saying so: a single week is enough for the public page, there is a before and
 * an after to look at, and the difference is large enough for nearly any seed to show it.
 */
const characterIn = (character: Character, commune: Commune, weeksAgo: number): Character => {
  if (commune.code !== keptPromise.commune) return character;
  return weeksAgo < keptPromise.weeksAgo
    ? { satisfied: 0.97, answers: 42, weakness: 'waiting' }
    : { satisfied: 0.95, answers: 42, weakness: keptPromise.criterion, complaints: 0.25 };
};

/** The share of the open week that has passed, so that its sample is not fuller than a real one. */
const passed = (week: Week, now: Date): number =>
  Math.min(1, Math.max(0, (now.getTime() - startOfWeek(week).getTime()) / (6 * 86_400_000)));

const commentShare = 0.03;

const answersOf = (
  random: Random,
  { desks, week, character, now }: { desks: Desk[]; week: Week; character: Character; now: Date },
): Response[] =>
  Array.from({ length: random.poisson(character.answers * passed(week, now)) }, () =>
    sampleResponse(random, { desk: random.pick(desks), week, character }),
  );

const fillComments = async (table: Table, random: Random, responses: readonly Response[]): Promise<void> => {
  for (const { commune, week, overall } of responses.filter(() => random.next() < commentShare)) {
    const id = Buffer.from(random.bytes(32)).toString('base64url');
    const text = random.pick(overall >= 4 ? praise : wishes);
    await commentStore(table).put({ id, commune, week, arrival: week, text, edition: 1 });
  }
};

/** A commune and the visits that it reports. */
interface ReportedSample {
  commune: Commune;
  visits: ReadonlyMap<Week, number>;
}

/** Fills a commune; how many visits it reports of each ended week. */
const fillCommune = async (
  table: Table,
  { province, commune, now }: { province: Province; commune: Commune; now: Date },
): Promise<ReportedSample> => {
  const random = seededRandom(`demo ${commune.code}`);
  const character = demoCharacter(random);
  const desks = desksOf(random, province, commune);
  for (const desk of desks) await deskStore(table).add(desk);
  const open = weekOf(now);
  const weeks = weeksFrom(addWeeks(open, -endedWeeks), open).map((week, index) => {
    const own = characterIn(character, commune, endedWeeks - index);
    return { week, responses: answersOf(random, { desks, week, character: own, now }) };
  });
  const responses = weeks.flatMap((week) => week.responses);
  await responseStore(table).addAll(responses);
  await fillComments(table, random, responses);
  const answers = new Map(
    weeks.filter(({ week }) => week < open).map(({ week, responses: { length } }) => [week, length]),
  );
  return { commune, visits: sampleVisits(commune.code, answers) };
};

/** Each week's visits were reported on the Monday after it. */
const fillVisits = async (
  table: Table,
  province: Province,
  reported: readonly ReportedSample[],
): Promise<void> => {
  const weeks = new Set(reported.flatMap(({ visits }) => [...visits.keys()]));
  for (const week of weeks) {
    const ofWeek = reported.flatMap(({ commune, visits }): [CommuneCode, number][] => {
      const count = visits.get(week);
      return count === undefined ? [] : [[commune.code, count]];
    });
    const by = { by: 'demo', on: dayOf(endOfWeek(week)) };
    await visitsStore(table).addWeek({ province: province.code, week, visits: new Map(ofWeek), ...by });
  }
};

/**
 * Fills an empty folder with the province of Hà Tĩnh, its communes with their desks, and half a year of ended weeks and
 * the open one of made-up answers, counted. Cut short, it starts again and writes the same.
 */
export const fillWithSampleData = async (
  table: Table,
  dataDir: string,
  now: Date,
): Promise<{ filled: boolean }> => {
  const earlier = await readMarker(dataDir);
  if (earlier?.isComplete) return { filled: false };
  const from = earlier ? new Date(earlier.filledOn) : now;
  const mark = (isComplete: boolean) => writeMarker(dataDir, { isComplete, filledOn: from.toISOString() });

  await mark(false);
  const province = await readProvince();
  await unitStore(table).put(province);
  const reported = await pMap(
    province.communes,
    (commune) => fillCommune(table, { province, commune, now: from }),
    { concurrency: communesAtOnce },
  );
  await fillVisits(table, province, reported);
  await fillPromises({ promises: promiseStore(table), audit: auditStore(table) }, province.code, from);
  const weeks = weeksFrom(addWeeks(weekOf(from), -endedWeeks), weekOf(from));
  const stores = { responses: responseStore(table), tallies: tallyStore(table) };
  await aggregateProvince(stores, province, { weeks, now });
  await stores.tallies.closeUpTo(province.code, lastClosedWeek(now));
  await mark(true);
  return { filled: true };
};
