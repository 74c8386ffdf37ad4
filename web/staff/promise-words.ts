import type { Day } from '../../functions/domain/day.ts';
import { byUrgency, type CommunePromise, promiseState } from '../../functions/domain/promise.ts';
import { firstCharacters, lengthOf } from '../../functions/domain/text-length.ts';
import { writtenDay } from '../texts/numbers.ts';
import { promises as t } from './texts/promises.ts';

/** 'Đang làm · hứa ngày 02/11/2026, hạn 31/12/2026'. */
export const stateInWords = (promise: CommunePromise, today: Day): string => {
  const { madeOn, dueBy, doneOn } = promise;
  const days = [
    t.madeOn(writtenDay(madeOn)),
    doneOn ? t.doneOn(writtenDay(doneOn)) : t.dueBy(writtenDay(dueBy)),
  ];
  return `${t.states[promiseState(promise, today)]} · ${days.join(', ')}`;
};

/** So many stand on a page that is about something else. */
const shortCount = 3;
const shortLength = 140;

const shortened = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ');
  return lengthOf(line) <= shortLength ? line : `${firstCharacters(line, shortLength - 1).trimEnd()}…`;
};

/** The most urgent promises, each on a line or two. */
export const promisesInShort = (
  promises: readonly CommunePromise[],
  today: Day,
): { text: string; state: string }[] =>
  promises
    .toSorted(byUrgency(today))
    .slice(0, shortCount)
    .map((promise) => ({ text: shortened(promise.text), state: stateInWords(promise, today) }));
