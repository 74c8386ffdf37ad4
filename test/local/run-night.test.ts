import { describe, expect, it } from 'vitest';
import type { Counted, CountRequest, NightSteps } from '../../functions/aggregate/night-steps.ts';
import { runNight } from '../../infra/local/run-night.ts';
import { nightPlan } from '../../infra/night-plan.ts';
import { gate } from '../support/aggregation.ts';
import { week } from '../support/samples.ts';

const weeks = [week('2026-W47')];
const how = { closesWeeks: true, atOnce: false };
const named = (name: string) => Object.assign(new Error('as told'), { name });
const done = (request: CountRequest): Counted => ({
  step: 'count',
  province: request.province,
  weeks: request.weeks,
  progress: { counted: 1, of: 1, responses: 2, written: 3 },
});

/** Steps over these provinces; `failing` says what a province's next count fails with, if anything. */
const stepsOver = (
  provinces: string[],
  failing: (province: string) => Error | undefined = () => undefined,
) => {
  const counted: CountRequest[] = [];
  const steps: NightSteps = {
    list: async () => ({ provinces, weeks, how }),
    count: async (request) => {
      counted.push(request);
      const error = failing(request.province);
      if (error) throw error;
      return done(request);
    },
  };
  return { steps, counted };
};

/** Waits that take no time, noted in seconds. */
const noting = (random = 1) => {
  const waits: number[] = [];
  return { waits, wait: async (seconds: number) => waits.push(seconds), random: () => random };
};

describe('a night on one machine', () => {
  it('counts every province and adds up what they report', async () => {
    const { steps, counted } = stepsOver(['01', '42']);
    expect(await runNight(steps)).toEqual({ counted: 2, responses: 4, written: 6, notCounted: [] });
    expect(counted).toEqual(['01', '42'].map((province) => ({ step: 'count', province, weeks, how })));
  });

  it('goes on with a province until nothing of it is left', async () => {
    const { steps } = stepsOver(['42']);
    const parts: (CountRequest['next'] | undefined)[] = [];
    const communes = ['18001', '18002', '18003'];
    const inParts: NightSteps = {
      ...steps,
      count: async (request) => {
        parts.push(request.next);
        const [commune] = communes.slice(parts.length - 1);
        return commune === undefined
          ? done(request)
          : { ...done(request), next: { week: weeks[0] ?? week('2026-W47'), commune } };
      },
    };
    await runNight(inParts);
    expect(parts.map((part) => part?.commune)).toEqual([undefined, ...communes]);
  });

  it('has no more provinces under way than the plan allows', async () => {
    const { opened, open } = gate();
    let running = 0;
    let most = 0;
    const provinces = Array.from({ length: 10 }, (_, n) => String(10 + n));
    const { steps } = stepsOver(provinces);
    const night = runNight({
      ...steps,
      count: async (request) => {
        running += 1;
        most = Math.max(most, running);
        if (running === nightPlan.provincesAtOnce) open();
        await opened;
        running -= 1;
        return done(request);
      },
    });
    expect((await night).counted).toBe(10);
    expect(most).toBe(nightPlan.provincesAtOnce);
  });
});

describe('a province that fails', () => {
  it('for good is named and stops no other', async () => {
    const { steps, counted } = stepsOver(['01', '42', '79'], (province) =>
      province === '42' ? named('Unavailable') : undefined,
    );
    expect(await runNight(steps, {}, noting())).toMatchObject({ counted: 2, notCounted: ['42'] });
    expect(counted.filter(({ province }) => province === '42')).toHaveLength(5);
  });

  it('is tried again after longer and longer waits', async () => {
    const { steps } = stepsOver(['42'], () => named('Unavailable'));
    const { waits, ...options } = noting();
    await runNight(steps, {}, options);
    expect(waits).toEqual([15, 60, 240, 600]);
  });

  it('waits for any part of that time, so that not all come back at once', async () => {
    const { steps } = stepsOver(['42'], () => named('Unavailable'));
    const { waits, ...options } = noting(0.25);
    await runNight(steps, {}, options);
    expect(waits).toEqual([3.75, 15, 60, 150]);
  });

  it('and is counted by a later attempt is no failure', async () => {
    let failures = 2;
    const { steps } = stepsOver(['42'], () => {
      failures -= 1;
      return failures >= 0 ? named('Unavailable') : undefined;
    });
    expect(await runNight(steps, {}, noting())).toMatchObject({ counted: 1, notCounted: [] });
  });

  it('because it was asked for something impossible is not tried again', async () => {
    const { steps, counted } = stepsOver(['42'], () => new RangeError('no such week'));
    expect(await runNight(steps, {}, noting())).toMatchObject({ notCounted: ['42'] });
    expect(counted).toHaveLength(1);
  });

  it('waits no longer when the service closes', async () => {
    const closing = new AbortController();
    const { steps, counted } = stepsOver(['42'], () => {
      closing.abort();
      return named('Unavailable');
    });
    expect(await runNight(steps, {}, { signal: closing.signal })).toMatchObject({ notCounted: ['42'] });
    expect(counted).toHaveLength(1);
  });
});

it('a list of provinces that can not be had fails the night, after it was tried again', async () => {
  const { waits, ...options } = noting();
  const { steps } = stepsOver([]);
  const night = runNight({ ...steps, list: () => Promise.reject(named('Unavailable')) }, {}, options);
  await expect(night).rejects.toThrow('as told');
  expect(waits).toHaveLength(4);
});
