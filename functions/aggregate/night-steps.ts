import pMap from 'p-map';
import * as z from 'zod/mini';
import { parseWeek, type Week } from '../domain/iso-week.ts';
import { defaultRetention, type Retention } from '../domain/retention.ts';
import { CommuneCode, type Province, ProvinceCode } from '../domain/unit.ts';
import { overdueWeeks, unclosedWeeks } from '../domain/week-life.ts';
import type { Log } from '../log.ts';
import type { BurstStore } from '../store/burst-store.ts';
import type { TallyStore } from '../store/tally-store.ts';
import type { UnitStore } from '../store/unit-store.ts';
import {
  type AggregationStores,
  aggregateProvince,
  communesAtOnce,
  refusalOf,
} from './aggregate-province.ts';

/*
 * A night is two steps: list the provinces, then count each of them. Whoever walks them (Step Functions, or one
 * machine) decides how many at once and what happens to one that fails; infra/night-plan.ts says how.
 */

const KnownWeek = z.custom<Week>((value) => typeof value === 'string' && parseWeek(value) !== undefined);

/** Which provinces and weeks; without them all provinces, and the weeks that are due. */
export const ListRequest = z.object({
  step: z.literal('list'),
  provinces: z.optional(z.array(ProvinceCode)),
  weeks: z.optional(z.array(KnownWeek)),
  /** Somebody asks for the count: late answers of provisional weeks are shown at once. So they are for named weeks. */
  atOnce: z.optional(z.boolean()),
  /** Why, in words for who sees that the numbers of a closed week have changed. */
  reason: z.optional(z.string()),
});
export type ListRequest = z.infer<typeof ListRequest>;

/** What a night will count. The weeks are fixed once, so that a night that passes midnight counts the same everywhere. */
export interface Listed {
  provinces: ProvinceCode[];
  weeks: Week[];
  how: How;
}

const How = z.object({
  /** Also the weeks that have closed since a province was last counted: each gets one count after it has closed. */
  closesWeeks: z.boolean(),
  atOnce: z.boolean(),
  reason: z.optional(z.string()),
});
export type How = z.infer<typeof How>;

/** How far a province is. */
const Progress = z.object({
  /** Weeks of communes. */
  counted: z.number(),
  of: z.number(),
  responses: z.number(),
  /** Items that differed from what was stored. */
  written: z.number(),
});
export type Progress = z.infer<typeof Progress>;

export const CountRequest = z.object({
  step: z.literal('count'),
  province: ProvinceCode,
  weeks: z.array(KnownWeek),
  /** Without it these weeks, at once. */
  how: z.optional(How),
  /** The last week for which this is the count that closes it: found out in the first part. */
  closing: z.optional(KnownWeek),
  /** Where to go on, when the time was up before. */
  next: z.optional(z.object({ week: KnownWeek, commune: CommuneCode })),
  progress: z.optional(Progress),
});
export type CountRequest = z.infer<typeof CountRequest>;

/** The request that goes on from here; done when it names nothing that comes next. */
export type Counted = CountRequest & { progress: Progress };

export const StepRequest = z.discriminatedUnion('step', [ListRequest, CountRequest]);

export interface CountOptions {
  /** Whether there is time for one more commune. */
  hasTime?: (() => boolean) | undefined;
  /** Told of every commune and week that is counted. */
  advance?: ((counted: number) => void) | undefined;
}

export interface NightSteps {
  list(request: Omit<ListRequest, 'step'>): Promise<Listed>;
  count(request: CountRequest, options?: CountOptions): Promise<Counted>;
}

export interface NightDependencies extends AggregationStores {
  tallies: AggregationStores['tallies'] & Pick<TallyStore, 'closeUpTo'>;
  retention?: Retention;
  units: Pick<UnitStore, 'provinces' | 'province'>;
  bursts: Pick<BurstStore, 'forget'>;
  log: Log;
  now: () => Date;
}

export const nightSteps = (deps: NightDependencies): NightSteps => {
  const { retention = defaultRetention } = deps;

  /** Deletes every burst counter of a province, so that none of them outlives its day. */
  const forgetBursts = async ({ communes }: Province): Promise<void> => {
    await pMap(communes, ({ code }) => deps.bursts.forget(code), { concurrency: communesAtOnce });
  };

  /** The weeks of a count. Which ones it closes is decided in its first part: later ones may pass midnight. */
  const withOverdue = async (
    { province, weeks, how, closing, next }: CountRequest,
    now: Date,
  ): Promise<{ weeks: Week[]; closing?: Week | undefined }> => {
    if (next || !how?.closesWeeks) return { weeks, closing };
    const { closed } = await deps.tallies.progress(province);
    const overdue = overdueWeeks(closed, now, retention);
    return { weeks: [...new Set([...overdue, ...weeks])].toSorted(), closing: overdue.at(-1) };
  };

  const count = async (
    request: CountRequest,
    { hasTime, advance = () => {} }: CountOptions,
  ): Promise<Counted> => {
    const { province: code, how, next, progress } = request;
    const province = await deps.units.province(code);
    if (!province) throw new RangeError(`there is no province ${code}`);
    const now = deps.now();
    const { weeks, closing } = await withOverdue(request, now);
    let counted = 0;
    const aggregated = aggregateProvince(deps, province, {
      weeks,
      now,
      isScheduled: how?.atOnce === false,
      reason: how?.reason,
      retention,
      from: next,
      hasTime,
      advance: (more) => {
        counted += more;
        advance(more);
      },
    });
    // Neither waits for the other's trouble; either fails the step, which is tried again.
    const [report, forgotten] = await Promise.allSettled([
      aggregated,
      next ? undefined : forgetBursts(province),
    ]);
    if (report.status === 'rejected') throw report.reason;
    if (forgotten.status === 'rejected') throw forgotten.reason;
    if (closing && !report.value.next) await deps.tallies.closeUpTo(code, closing);
    return {
      step: 'count',
      province: code,
      weeks,
      ...(how && { how }),
      ...(closing && { closing }),
      ...(report.value.next && { next: report.value.next }),
      progress: {
        counted: counted + (progress?.counted ?? 0),
        of: weeks.length * province.communes.length,
        responses: report.value.responses + (progress?.responses ?? 0),
        written: report.value.written + (progress?.written ?? 0),
      },
    };
  };

  return {
    list: async ({ provinces: asked, weeks: askedWeeks, atOnce = askedWeeks !== undefined, reason }) => {
      const now = deps.now();
      const weeks = askedWeeks ?? unclosedWeeks(now);
      const refusal = weeks.map((week) => refusalOf(week, now, retention)).find(Boolean);
      if (refusal) throw new RangeError(refusal);
      const known = (await deps.units.provinces()).map(({ code }) => code).toSorted();
      const missing = asked?.find((code) => !known.includes(code));
      if (missing) throw new RangeError(`there is no province ${missing}`);
      return {
        provinces: known.filter((code) => !asked || asked.includes(code)),
        weeks: weeks.toSorted(),
        how: { closesWeeks: askedWeeks === undefined, atOnce, ...(reason !== undefined && { reason }) },
      };
    },

    count: async (request, options = {}) => {
      try {
        return await count(request, options);
      } catch (error) {
        deps.log.failure(`count of province ${request.province}`, error);
        throw error;
      }
    },
  };
};
