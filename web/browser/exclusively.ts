import { changeNote } from './outbox-store.ts';

/** Longer than any turn of delivery takes. */
const leaseMs = 120_000;

/**
 * Does some work while no other page and no worker of ours does it. Without the lock manager (plain http, some in-app
 * browsers) a lease in the database stands in; undefined when somebody else holds it.
 */
export const exclusively = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
  if ('locks' in navigator) return navigator.locks.request('outbox', work);
  const mine = Date.now() + leaseMs + Math.random();
  const isHeld = (until: unknown): until is number =>
    typeof until === 'number' && until > Date.now() && until < mine + 1_000;
  if ((await changeNote('lease', (until) => (isHeld(until) ? until : mine))) !== mine) return undefined;
  try {
    return await work();
  } finally {
    await changeNote('lease', (until) => (until === mine || !isHeld(until) ? undefined : until));
  }
};
