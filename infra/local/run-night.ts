import { setTimeout } from 'node:timers/promises';
import pMap from 'p-map';
import type {
  Counted,
  CountOptions,
  CountRequest,
  ListRequest,
  NightSteps,
} from '../../functions/aggregate/night-steps.ts';
import type { ProvinceCode } from '../../functions/domain/unit.ts';
import { nightPlan, type Retry } from '../night-plan.ts';

export interface Night {
  /** Weeks of communes. */
  counted: number;
  responses: number;
  /** Items that differed from what was stored. */
  written: number;
  /** Provinces that failed for good. */
  notCounted: ProvinceCode[];
}

export interface NightOptions {
  /** In place of the plan's. */
  retries?: readonly Retry[];
  advance?: CountOptions['advance'];
  /** Ends the waiting for another attempt, not the work under way. */
  signal?: AbortSignal;
  wait?: (seconds: number, signal?: AbortSignal) => Promise<unknown>;
  random?: () => number;
}

const sleep: NightOptions['wait'] = (seconds, signal) =>
  setTimeout(seconds * 1000, undefined, signal ? { signal } : {});

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** Tries a step as often and as patiently as Step Functions would. */
const retrying = async <T>(
  step: () => Promise<T>,
  { retries = nightPlan.retries, signal, wait = sleep, random = Math.random }: NightOptions,
): Promise<T> => {
  const tried = new Map<Retry, number>();
  for (;;) {
    try {
      return await step();
    } catch (error) {
      const retry = retries.find(
        ({ errors }) => errors.includes(nameOf(error)) || errors.includes('States.ALL'),
      );
      const before = (retry && tried.get(retry)) ?? 0;
      if (!retry || before >= retry.attempts) throw error;
      tried.set(retry, before + 1);
      const longest = Math.min(retry.longestWaitSeconds, retry.firstWaitSeconds * retry.factor ** before);
      await wait(random() * longest, signal);
    }
  }
};

/** A whole night in this process, in the order and with the patience of the plan. */
export const runNight = async (
  steps: NightSteps,
  request: Omit<ListRequest, 'step'> = {},
  options: NightOptions = {},
): Promise<Night> => {
  const { provinces, ...asked } = await retrying(() => steps.list(request), options);

  const countToTheEnd = async (province: ProvinceCode): Promise<Counted> => {
    let part: CountRequest = { ...asked, step: 'count', province };
    for (;;) {
      const counted = await retrying(() => steps.count(part, { advance: options.advance }), options);
      if (!counted.next) return counted;
      part = counted;
    }
  };

  const night: Night = { counted: 0, responses: 0, written: 0, notCounted: [] };
  await pMap(
    provinces,
    async (province) => {
      try {
        const { progress } = await countToTheEnd(province);
        night.counted += progress.counted;
        night.responses += progress.responses;
        night.written += progress.written;
      } catch {
        // Its step has logged why.
        night.notCounted.push(province);
      }
    },
    { concurrency: nightPlan.provincesAtOnce },
  );
  return { ...night, notCounted: night.notCounted.toSorted() };
};
