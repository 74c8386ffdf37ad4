/** Seconds without a request after which a session is over. */
const idleSeconds = 30 * 60;
/** Seconds after which a session is over however busy it is. */
const longestSeconds = 12 * 60 * 60;
/** Seconds for which a use is not written down again: a session may end that much early, never late. */
const unwrittenSeconds = 60;

/** Moments of a session, in seconds since 1970. */
export interface SessionLife {
  beganAt: number;
  lastSeenAt: number;
}

export const secondsOf = (moment: Date): number => Math.floor(moment.getTime() / 1000);

/** When a session is over unless it is used again. */
export const endOfSession = ({ beganAt, lastSeenAt }: SessionLife): number =>
  Math.min(lastSeenAt + idleSeconds, beganAt + longestSeconds);

export const isSessionOver = (life: SessionLife, now: Date): boolean => secondsOf(now) >= endOfSession(life);

/** Whether this use of a session has to be written down. */
export const isUseDue = ({ lastSeenAt }: SessionLife, now: Date): boolean =>
  secondsOf(now) - lastSeenAt >= unwrittenSeconds;
