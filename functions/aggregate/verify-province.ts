import pMap from 'p-map';
import { addWeeks, type Week, weeksFrom } from '../domain/iso-week.ts';
import { isBeyondRetention, type Retention } from '../domain/retention.ts';
import type { WeekSummary } from '../domain/standing.ts';
import { allResponses, isSameCount, type Tally, tallyOfAll } from '../domain/tally.ts';
import type { CommuneCode, Province } from '../domain/unit.ts';
import { lastClosedWeek } from '../domain/week-life.ts';
import type { DetailDifference } from '../store/province-detail-store.ts';
import type { ProvinceWeek } from '../store/province-week-store.ts';
import type { ResponseStore } from '../store/response-store.ts';
import type { TallyStore } from '../store/tally-store.ts';
import { communesAtOnce } from './aggregate-province.ts';

export interface VerifyStores {
  responses: Pick<ResponseStore, 'ofWeek'>;
  tallies: Pick<TallyStore, 'find' | 'progress' | 'provinceWeeks' | 'summariesOf' | 'detailDifferences'>;
}

/** A closed week whose tally is not what its responses give; null where there is none. */
export interface TallyDifference {
  commune: CommuneCode;
  week: Week;
  stored: Tally | null;
  recomputed: Tally;
}

/** A week of which the province says of a commune something else than the commune itself. */
export interface ProvinceDifference {
  commune: CommuneCode;
  week: Week;
  inProvince: WeekSummary | null;
  inCommune: WeekSummary | null;
}

/** The same of what is gathered of its details. */
export interface GatheredDifference extends DetailDifference {
  week: Week;
}

export type Difference = TallyDifference | ProvinceDifference | GatheredDifference;

/** What was found of one week of a province. */
export interface VerifiedWeek {
  week: Week;
  /** Communes whose tally was recomputed. */
  checked: number;
  /** Communes whose tally can't be recomputed any more, because the responses have expired. */
  expired: number;
  /** Communes whose week has closed, but whose closing count is still to come. */
  pending: number;
  differences: Difference[];
}

interface Circumstances {
  now: Date;
  retention: Pick<Retention, 'responseMonths'>;
}

type CommuneOutcome = 'right' | 'nothing' | 'expired' | 'pending' | TallyDifference;

/** Looks twice at what differs: somebody may have counted the week again in between. */
const looks = 2;

const verifyCommune = async (
  { responses, tallies }: VerifyStores,
  { commune, week, closed }: { commune: CommuneCode; week: Week; closed: Week | undefined },
  { now, retention }: Circumstances,
): Promise<CommuneOutcome> => {
  let difference: TallyDifference | undefined;
  for (let look = 0; look < looks; look += 1) {
    const stored = await tallies.find(commune, week);
    if (isBeyondRetention(week, now, retention)) return stored ? 'expired' : 'nothing';
    const isClosed = stored ? stored.status === 'closed' : closed !== undefined && week <= closed;
    if (!isClosed) return stored ? 'pending' : 'nothing';
    const recomputed = await tallyOfAll(responses.ofWeek(commune, week, now));
    const isRight = stored
      ? isSameCount(stored.summary, recomputed.summary) && isSameCount(stored.detail, recomputed.detail)
      : allResponses(recomputed.summary) === 0;
    if (isRight) return stored ? 'right' : 'nothing';
    const counts = stored ? { summary: stored.summary, detail: stored.detail } : null;
    difference = { commune, week, stored: counts, recomputed };
  }
  return difference ?? 'right';
};

/** How final a single commune is follows from its week in the province, unless it was changed after it had closed. */
const saysTheSame = (inProvince: WeekSummary | undefined, inCommune: WeekSummary | undefined): boolean => {
  if (!inProvince || !inCommune) return inProvince === inCommune;
  return (
    isSameCount(inProvince.summary, inCommune.summary) &&
    Math.max(1, inProvince.revision) === Math.max(1, inCommune.revision) &&
    inProvince.revisedOn === inCommune.revisedOn
  );
};

const compareProvince = async (
  { tallies }: VerifyStores,
  { code, communes }: Province,
  { week, summaries: seen }: ProvinceWeek,
): Promise<ProvinceDifference[]> => {
  const codes = communes.map((commune) => commune.code);
  let differences: ProvinceDifference[] = [];
  for (let [look, inProvince] = [0, seen]; look < looks; look += 1) {
    const inCommunes = await tallies.summariesOf(codes, week);
    differences = codes
      .filter((commune) => !saysTheSame(inProvince.get(commune), inCommunes.get(commune)))
      .map((commune) => ({
        commune,
        week,
        inProvince: inProvince.get(commune) ?? null,
        inCommune: inCommunes.get(commune) ?? null,
      }));
    if (differences.length === 0) return [];
    const again = tallies.provinceWeeks(code, week, { first: week, consistent: true });
    for await (const { summaries } of again) inProvince = summaries;
  }
  return differences;
};

const compareDetails = async (
  { tallies }: VerifyStores,
  { code, communes }: Province,
  week: Week,
): Promise<GatheredDifference[]> => {
  const codes = communes.map((commune) => commune.code);
  let found: DetailDifference[] = [];
  for (let look = 0; look < looks; look += 1) {
    found = await tallies.detailDifferences(code, week, codes);
    if (found.length === 0) return [];
  }
  return found.map((difference) => ({ week, ...difference }));
};

/** The weeks of a province from its first to the last that has closed, also those in which nobody answered. */
async function* closedWeeks(
  { tallies }: VerifyStores,
  { code }: Province,
  now: Date,
): AsyncGenerator<ProvinceWeek> {
  const last = lastClosedWeek(now);
  let next: Week | undefined;
  for await (const { week, summaries } of tallies.provinceWeeks(code, last)) {
    for (const empty of next ? weeksFrom(next, addWeeks(week, -1)) : []) {
      yield { week: empty, summaries: new Map() };
    }
    yield { week, summaries };
    next = addWeeks(week, 1);
  }
  for (const empty of next ? weeksFrom(next, last) : []) {
    yield { week: empty, summaries: new Map() };
  }
}

/**
 * Recomputes every closed week of a province from its responses, week by week, and compares what the province says of
 * its communes with what they say themselves. It writes nothing, and holds no more than one week in memory.
 */
export async function* verifyProvince(
  stores: VerifyStores,
  province: Province,
  circumstances: Circumstances,
): AsyncGenerator<VerifiedWeek> {
  const { closed } = await stores.tallies.progress(province.code);
  const communes = province.communes.map(({ code }) => code);
  for await (const { week, summaries } of closedWeeks(stores, province, circumstances.now)) {
    const outcomes = await pMap(
      communes,
      (commune) => verifyCommune(stores, { commune, week, closed }, circumstances),
      { concurrency: communesAtOnce },
    );
    const countOf = (wanted: CommuneOutcome): number => outcomes.filter((each) => each === wanted).length;
    const differences = outcomes.filter((each): each is TallyDifference => typeof each === 'object');
    yield {
      week,
      checked: countOf('right') + differences.length,
      expired: countOf('expired'),
      pending: countOf('pending'),
      differences: [
        ...differences,
        ...(await compareProvince(stores, province, { week, summaries })),
        ...(await compareDetails(stores, province, week)),
      ],
    };
  }
}
