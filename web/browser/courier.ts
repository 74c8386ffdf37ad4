import { type Delivered, flush, type Round } from './delivery.ts';

const firstWaitMs = 5_000;
const longestWaitMs = 600_000;

/**
 * Delivers from a page: at once, when the network comes back, and after a failure again and again, each time after
 * twice as long. Everything that happens is told to the page.
 */
export const startCourier = (
  onDelivered: (delivered: Delivered) => void,
  onRound: (round: Round) => void,
): (() => void) => {
  let isUnderWay = false;
  let isAskedAgain = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const go = async (): Promise<void> => {
    isAskedAgain = isUnderWay;
    if (isUnderWay) return;
    isUnderWay = true;
    clearTimeout(timer);
    // A database that went away is opened again by the next round.
    const round = await flush(onDelivered).catch((): Round => ({ isDone: false, waitMs: 0 }));
    isUnderWay = false;
    onRound(round);
    failures = round.isDone ? 0 : failures + 1;
    if (isAskedAgain) return go();
    if (round.isDone) return undefined;
    const backOffMs = Math.min(firstWaitMs * 2 ** (failures - 1), longestWaitMs) * (0.75 + Math.random() / 2);
    timer = setTimeout(deliver, Math.max(round.waitMs, backOffMs));
    return undefined;
  };
  const deliver = (): void => void go();

  addEventListener('online', () => {
    failures = 0;
    deliver();
  });
  return deliver;
};
