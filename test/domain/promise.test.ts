import { describe, expect, it } from 'vitest';
import { parseDay } from '../../functions/domain/day.ts';
import { byUrgency, promiseState, shownToAll, weekOfDay } from '../../functions/domain/promise.ts';
import { day, samplePromise } from '../support/sample-promises.ts';
import { present } from '../support/samples.ts';

const today = day('2026-11-23');

describe('a promise', () => {
  it.each([
    ['due', '2026-11-23', undefined],
    ['overdue', '2026-11-22', undefined],
    ['done', '2026-11-22', '2026-11-23'],
  ])('is %s when it is due by %s and done on %s', (state, dueBy, doneOn) => {
    const promise = { dueBy: day(dueBy), ...(doneOn && { doneOn: day(doneOn) }) };
    expect(promiseState(promise, today)).toBe(state);
  });

  it('lies in the week of its day in Viet Nam', () => {
    expect(weekOfDay(present(parseDay('22/11/2026')))).toBe('2026-W47');
    expect(weekOfDay(today)).toBe('2026-W48');
  });
});

describe('promises', () => {
  const [late, later, soon, kept, keptBefore] = [
    samplePromise({ dueBy: day('2026-11-01') }),
    samplePromise({ dueBy: day('2026-11-20') }),
    samplePromise({ dueBy: day('2026-12-01') }),
    samplePromise({ doneOn: day('2026-11-20'), isShown: true }),
    samplePromise({ doneOn: day('2026-10-20'), isShown: true }),
  ];

  it('are listed by urgency, the kept ones last', () => {
    const all = [keptBefore, soon, kept, later, late];
    expect(all.toSorted(byUrgency(today))).toEqual([late, later, soon, kept, keptBefore]);
  });

  it('are shown to everybody when they are kept and the chief wants it, the latest first', () => {
    const hidden = samplePromise({ doneOn: day('2026-11-22') });
    const open = samplePromise({ isShown: true });
    expect(shownToAll([keptBefore, hidden, open, kept])).toEqual([kept, keptBefore]);
  });
});
