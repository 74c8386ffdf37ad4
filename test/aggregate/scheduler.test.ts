import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { localClock } from '../../infra/local/clock.ts';
import { aggregationTimes, type Scheduler, startScheduler } from '../../infra/local/scheduler.ts';
import { gate } from '../support/aggregation.ts';
import { dayMs, hourMs } from '../support/samples.ts';

let scheduler: Scheduler | undefined;
beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-18T09:00+07:00') });
});
afterEach(async () => {
  await scheduler?.stop();
  vi.useRealTimers();
});

/** Starts a schedule and notes when by its clock it runs, in local time. */
const noting = (now: () => Date = () => new Date(), times: readonly string[] = aggregationTimes) => {
  const runs: string[] = [];
  scheduler = startScheduler(
    times,
    async () => {
      runs.push(new Date(now().getTime() + 7 * hourMs).toISOString().slice(0, 16));
    },
    now,
  );
  return runs;
};

describe('the schedule on one machine', () => {
  it('counts every night at 01:30 and on Monday at 00:15, as clocks in Viet Nam say', async () => {
    const runs = noting();
    await vi.advanceTimersByTimeAsync(6 * dayMs);
    expect(runs).toEqual([
      '2026-11-19T01:30',
      '2026-11-20T01:30',
      '2026-11-21T01:30',
      '2026-11-22T01:30',
      '2026-11-23T00:15',
      '2026-11-23T01:30',
      '2026-11-24T01:30',
    ]);
  });

  it('follows a clock that was moved: +8d sees the week end', async () => {
    const runs = noting(localClock({ CLOCK_SHIFT: '+8d' }));
    await vi.advanceTimersByTimeAsync(dayMs);
    expect(runs).toEqual(['2026-11-27T01:30']);
  });

  it('follows a clock that was moved by hours', async () => {
    const runs = noting(localClock({ CLOCK_SHIFT: '+16h' }));
    await vi.advanceTimersByTimeAsync(hourMs);
    expect(runs).toEqual(['2026-11-19T01:30']);
  });

  it('runs nothing before its time', async () => {
    const runs = noting();
    await vi.advanceTimersByTimeAsync(16.4 * hourMs);
    expect(runs).toEqual([]);
  });

  it('never has two runs at once, and makes up for none that it missed meanwhile', async () => {
    const { opened, open } = gate();
    let running = 0;
    let most = 0;
    let runs = 0;
    scheduler = startScheduler(
      ['* * * * *'],
      async () => {
        running += 1;
        runs += 1;
        most = Math.max(most, running);
        await opened;
        running -= 1;
      },
      () => new Date(),
    );
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect({ most, runs }).toEqual({ most: 1, runs: 1 });
    open();
    await vi.advanceTimersByTimeAsync(2 * 60_000);
    expect({ most, runs }).toEqual({ most: 1, runs: 3 });
  });

  it('runs nothing more once it was stopped', async () => {
    const runs = noting();
    await scheduler?.stop();
    await vi.advanceTimersByTimeAsync(3 * dayMs);
    expect(runs).toEqual([]);
  });

  it('waits for the run under way when it is stopped', async () => {
    const { opened, open } = gate();
    let isDone = false;
    scheduler = startScheduler(
      ['* * * * *'],
      async () => {
        await opened;
        isDone = true;
      },
      () => new Date(),
    );
    await vi.advanceTimersByTimeAsync(60_000);
    const stopped = scheduler.stop();
    open();
    await stopped;
    expect(isDone).toBe(true);
  });
});
