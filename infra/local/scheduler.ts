import { Cron } from 'croner';

/** The same times as EventBridge Scheduler keeps in the cloud: every night, and early on Monday. */
export const aggregationTimes = ['30 1 * * *', '15 0 * * 1'] as const;

export interface Scheduler {
  /** Starts no further run and waits for the one under way. */
  stop(): Promise<void>;
}

/** Runs a job at set times of Asia/Ho_Chi_Minh by a clock that may be shifted; never two runs at once. */
export const startScheduler = (
  times: readonly string[],
  job: () => Promise<void>,
  now: () => Date,
): Scheduler => {
  const patterns = times.map((time) => new Cron(time, { timezone: 'Asia/Ho_Chi_Minh', paused: true }));
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let isStopped = false;

  const nextRun = (): number =>
    Math.min(...patterns.map((pattern) => pattern.nextRun(now())?.getTime() ?? Number.POSITIVE_INFINITY));

  const wait = (): void => {
    if (isStopped) return;
    timer = setTimeout(
      () => {
        running = job().finally(wait);
      },
      Math.max(0, nextRun() - now().getTime()),
    );
  };

  wait();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
};
