import * as z from 'zod/mini';
import type { Day } from './day.ts';
import { type Week, weekOf } from './iso-week.ts';
import { everyCriterion } from './questionnaire.ts';
import { CommuneCode } from './unit.ts';

const StoredDay = z.custom<Day>((value) => typeof value === 'string');

/** What a commune says it will do about one criterion, and by when. The text holds nothing that names a citizen. */
export const CommunePromise = z.object({
  /** Random; comes with the form, so that a form sent twice makes one promise. */
  id: z.string(),
  commune: CommuneCode,
  text: z.string(),
  criterion: z.enum(everyCriterion),
  dueBy: StoredDay,
  madeOn: StoredDay,
  doneOn: z.optional(StoredDay),
  /** Whether everybody may read on the commune's page that it was done. */
  isShown: z.boolean(),
  /** How often it was written: 1 when it is made. */
  version: z.number(),
});
export type CommunePromise = z.infer<typeof CommunePromise>;

export const isPromiseId = (text: string): boolean => /^[\w-]{22}$/.test(text);

export type PromiseState = 'done' | 'due' | 'overdue';

/** Overdue from the day after. */
export const promiseState = (
  { doneOn, dueBy }: Pick<CommunePromise, 'doneOn' | 'dueBy'>,
  today: Day,
): PromiseState => {
  if (doneOn) return 'done';
  return dueBy < today ? 'overdue' : 'due';
};

/** The week in which a day lies. */
export const weekOfDay = (day: Day): Week => weekOf(new Date(`${day}T00:00:00+07:00`));

const urgency: Record<PromiseState, number> = { overdue: 0, due: 1, done: 2 };

const inOrder = (a: Day, b: Day): number => (a === b ? 0 : a < b ? -1 : 1);

/** What is still to be done first, the most urgent first; then what is done, the latest first. */
export const byUrgency =
  (today: Day) =>
  (a: CommunePromise, b: CommunePromise): number => {
    const states = urgency[promiseState(a, today)] - urgency[promiseState(b, today)];
    if (states !== 0) return states;
    return a.doneOn && b.doneOn ? inOrder(b.doneOn, a.doneOn) : inOrder(a.dueBy, b.dueBy);
  };

/** What everybody may read on a commune's page, the latest first. */
export const shownToAll = (promises: readonly CommunePromise[]): CommunePromise[] =>
  promises
    .filter(({ doneOn, isShown }) => isShown && doneOn !== undefined)
    .toSorted((a, b) => (a.doneOn && b.doneOn ? inOrder(b.doneOn, a.doneOn) : 0));
