import { type CriterionAnswer, criteria } from './questionnaire.ts';

/** Reasons to doubt a response. It is kept and shown apart; its author is never told. */
export const flags = ['burst', 'too_fast', 'closed_hours', 'bot', 'straight_lined', 'late'] as const;
export type Flag = (typeof flags)[number];

/**
 * Flags that take a response out of the measure; the others are information only. `bot`: a field that no person can see
 * or reach was filled in, so a program answered.
 */
export const excludingFlags = ['burst', 'too_fast', 'closed_hours', 'bot'] as const satisfies Flag[];

export const isExcluded = (flagsOfResponse: readonly Flag[]): boolean =>
  excludingFlags.some((flag) => flagsOfResponse.includes(flag));

const tooFastMs = 2_000;
const straightLinedMs = 10_000;

/** From this response on, a desk's responses within one clock ten-minute bucket are a burst. */
export const burstFrom = 5;

/** Which ten minutes of the clock: a number that is the same for moments of one bucket. */
export const burstBucket = (now: Date): number => Math.floor(now.getTime() / 600_000);

/** A rating given sooner than a person can read the question. */
export const isTooFast = (issuedAt: Date, now: Date): boolean =>
  now.getTime() - issuedAt.getTime() < tooFastMs;

/** All eight criteria answered alike, sooner than a person can read them. */
export const isStraightLined = (
  answers: Partial<Record<(typeof criteria)[number], CriterionAnswer>>,
  issuedAt: Date,
  now: Date,
): boolean =>
  now.getTime() - issuedAt.getTime() < straightLinedMs &&
  answers.attitude !== undefined &&
  criteria.every((criterion) => answers[criterion] === answers.attitude);
