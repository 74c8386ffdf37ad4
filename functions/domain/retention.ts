import { endOfWeek, type Week } from './iso-week.ts';

/** Months after the end of its week for which an item is kept. */
export interface Retention {
  responseMonths: number;
  commentMonths: number;
}

export const defaultRetention: Retention = { responseMonths: 24, commentMonths: 12 };

/**
 * When what was said of a week is deleted, in seconds as DynamoDB's TTL wants it. It counts from the end of the
 * week, so that all answers of a week share it and none tells its moment.
 */
export const expiryOf = (week: Week, months: number): number => {
  const end = endOfWeek(week);
  const day = end.getUTCDate();
  end.setUTCMonth(end.getUTCMonth() + months);
  // A month without that day would run over into the next one: its last day is meant.
  if (end.getUTCDate() !== day) end.setUTCDate(0);
  return Math.floor(end.getTime() / 1000);
};

/** Whether responses of a week may have been deleted, so that its tally must not be counted again. */
export const isBeyondRetention = (
  week: Week,
  now: Date,
  { responseMonths }: Pick<Retention, 'responseMonths'>,
): boolean => expiryOf(week, responseMonths) * 1000 <= now.getTime();
