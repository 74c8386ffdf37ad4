import { describe, expect, it } from 'vitest';
import {
  burstBucket,
  burstFrom,
  type Flag,
  flags,
  isExcluded,
  isStraightLined,
  isTooFast,
} from '../../functions/domain/flags.ts';
import type { CriterionAnswer } from '../../functions/domain/questionnaire.ts';
import { criteria } from '../../functions/domain/questionnaire.ts';

const issuedAt = new Date('2026-11-18T01:30:00Z');
const later = (ms: number): Date => new Date(issuedAt.getTime() + ms);

describe('a rating is too fast', () => {
  it.each([
    ['at once', 0, true],
    ['1,999 ms after the form', 1_999, true],
    ['not 2 s after the form', 2_000, false],
    ['when the clocks disagree and it seems to come before the form', -1_000, true],
  ])('%s', (_, ms, expected) => {
    expect(isTooFast(issuedAt, later(ms))).toBe(expected);
  });
});

describe('details are straight-lined', () => {
  const all = (answer: CriterionAnswer) => Object.fromEntries(criteria.map((name) => [name, answer]));
  const { recourse: _, ...sevenOfFive } = all(5);

  it.each<[string, Parameters<typeof isStraightLined>[0], number, boolean]>([
    ['with eight equal ratings within 10 s', all(5), 9_999, true],
    ['with eight times the worst rating', all(1), 0, true],
    ['with eight times "na"', all('na'), 9_999, true],
    ['not when 10 s have passed', all(5), 10_000, false],
    ['not when one criterion is unanswered', sevenOfFive, 0, false],
    ['not when one rating differs', { ...all(5), outcome: 4 }, 0, false],
    ['not when one is "na"', { ...all(5), waiting: 'na' }, 0, false],
    ['not when nothing is answered', {}, 0, false],
  ])('%s', (__, answers, ms, expected) => {
    expect(isStraightLined(answers, issuedAt, later(ms))).toBe(expected);
  });
});

describe('a bucket of the burst counter', () => {
  it('is the same from the full ten minutes to their last millisecond', () => {
    expect(burstBucket(new Date('2026-11-18T01:30:00.000Z'))).toBe(
      burstBucket(new Date('2026-11-18T01:39:59.999Z')),
    );
  });

  it('ends with the ten minutes of the clock', () => {
    expect(burstBucket(new Date('2026-11-18T01:40:00.000Z'))).toBe(
      burstBucket(new Date('2026-11-18T01:39:59.999Z')) + 1,
    );
  });

  it('overflows with the fifth response', () => {
    expect(burstFrom).toBe(5);
  });
});

describe('a response is', () => {
  const excluded: Flag[] = ['burst', 'too_fast', 'closed_hours', 'bot'];

  it.each(flags.map((flag) => [excluded.includes(flag) ? 'not counted' : 'counted', flag] as const))(
    '%s when flagged %s',
    (state, flag) => {
      expect(isExcluded([flag])).toBe(state === 'not counted');
    },
  );

  it('counted without a flag', () => {
    expect(isExcluded([])).toBe(false);
  });

  it('not counted when one of its flags excludes it', () => {
    expect(isExcluded(['late', 'burst'])).toBe(true);
  });
});
