import pMap from 'p-map';
import * as z from 'zod/mini';
import { parseWeek, type Week } from '../domain/iso-week.ts';
import { CommuneCode, type Province, ProvinceCode } from '../domain/unit.ts';
import { unclosedWeeks } from '../domain/week-life.ts';
import type { Log } from '../log.ts';
import type { BurstStore } from '../store/burst-store.ts';
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

/** Which provinces and weeks; without them all provinces, and the weeks that are open or provisional. */
export const ListRequest = z.object({
  step: z.literal('list'),
  provinces: z.optional(z.array(ProvinceCode)),
  weeks: z.optional(z.array(KnownWeek)),
});
export type ListRequest = z.infer<typeof ListRequest>;

/** What a night will count. The weeks are fixed once, so that a night that passes midnight counts the same everywhere. */
export interface Listed {
  provinces: ProvinceCode[];
  weeks: Week[];
}

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
  units: Pick<UnitStore, 'provinces' | 'province'>;
  bursts: Pick<BurstStore, 'forget'>;
  log: Log;
  now: () => Date;
}

export const nightSteps = (deps: NightDependencies): NightSteps => {
  /** Deletes every burst counter of a province, so that none of them outlives its day. */
  const forgetBursts = async ({ communes }: Province): Promise<void> => {
    await pMap(communes, ({ code }) => deps.bursts.forget(code), { concurrency: communesAtOnce });
  };

  const count = async (
    { province: code, weeks, next, progress }: CountRequest,
    { hasTime, advance = () => {} }: CountOptions,
  ): Promise<Counted> => {
    const province = await deps.units.province(code);
    if (!province) throw new RangeError(`there is no province ${code}`);
    let counted = 0;
    const aggregated = aggregateProvince(deps, province, {
      weeks,
      now: deps.now(),
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
    return {
      step: 'count',
      province: code,
      weeks,
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
    list: async ({ provinces: asked, weeks: askedWeeks }) => {
      const now = deps.now();
      const weeks = askedWeeks ?? unclosedWeeks(now);
      const refusal = weeks.map((week) => refusalOf(week, now)).find(Boolean);
      if (refusal) throw new RangeError(refusal);
      const known = (await deps.units.provinces()).map(({ code }) => code).toSorted();
      const missing = asked?.find((code) => !known.includes(code));
      if (missing) throw new RangeError(`there is no province ${missing}`);
      return { provinces: known.filter((code) => !asked || asked.includes(code)), weeks: weeks.toSorted() };
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
