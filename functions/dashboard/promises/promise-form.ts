import type { Problem } from '../../../web/components/problems.tsx';
import { promises } from '../../../web/staff/texts/promises.ts';
import { count } from '../../../web/texts/numbers.ts';
import { addDays, type Day, parseDay } from '../../domain/day.ts';
import { type TextProblem, textLimits, textProblem, tidied } from '../../domain/limited-text.ts';
import type { CommunePromise } from '../../domain/promise.ts';
import { criteria } from '../../domain/questionnaire.ts';
import { lengthOf } from '../../domain/text-length.ts';

const t = promises.problems;
const furthestDays = 2 * 366;

/** A promise as somebody typed it. */
export interface PromiseTyped {
  text: string;
  criterion: string;
  dueBy: string;
  doneOn: string;
  isShown: boolean;
}

type Asked = Pick<CommunePromise, 'text' | 'criterion' | 'dueBy' | 'isShown'> & { doneOn: Day | null };

const limit = textLimits.promise;
const textProblems: Record<TextProblem, (text: string) => string> = {
  empty: () => t.textMissing,
  unprintable: () => t.textUnprintable,
  too_long: (text) => t.textTooLong(limit.longest, count(lengthOf(text), 'vi')),
};

/** A promise may stay overdue when something else of it is changed. */
const dueProblem = (dueBy: Day | undefined, today: Day, before: Day | undefined): string | undefined => {
  if (!dueBy) return t.day;
  if (dueBy === before) return undefined;
  if (dueBy < today) return t.duePast;
  return dueBy > addDays(today, furthestDays) ? t.dueFar : undefined;
};

const doneProblem = (typed: string, doneOn: Day | undefined, { today, madeOn }: Days): string | undefined => {
  if (typed.trim() === '') return undefined;
  if (!doneOn) return t.day;
  if (doneOn > today) return t.doneFuture;
  return doneOn < madeOn ? t.doneBeforeMade : undefined;
};

interface Days {
  today: Day;
  madeOn: Day;
  /** The day that the promise was due by until now. */
  dueBefore?: Day | undefined;
}

/** What the form asks for, or everything that is wrong with it. */
export const readPromiseForm = (
  typed: PromiseTyped,
  days: Days,
): { ok: true; asked: Asked } | { ok: false; problems: Problem[] } => {
  const text = tidied(typed.text);
  const problem = textProblem(text, limit);
  const criterion = criteria.find((each) => each === typed.criterion);
  const [dueBy, doneOn] = [parseDay(typed.dueBy), parseDay(typed.doneOn)];
  const problems = Object.entries({
    text: problem && textProblems[problem](text),
    criterion: criterion ? undefined : t.criterion,
    dueBy: dueProblem(dueBy, days.today, days.dueBefore),
    doneOn: doneProblem(typed.doneOn, doneOn, days),
  }).flatMap(([field, problem]) => (problem ? [{ field, text: problem }] : []));
  return criterion && dueBy && problems.length === 0
    ? { ok: true, asked: { text, criterion, dueBy, doneOn: doneOn ?? null, isShown: typed.isShown } }
    : { ok: false, problems };
};
