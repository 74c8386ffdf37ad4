import { describe, expect, it } from 'vitest';
import { historyOf, withVisits } from '../../../functions/domain/measure/history.ts';
import { emptySummary } from '../../../functions/domain/tally.ts';
import { historyFrom, week } from './histories.ts';

describe('the history of a commune', () => {
  const answered = { ...emptySummary, counted: [0, 0, 0, 0, 3] as [number, number, number, number, number] };

  it('is every week from the first with a response on, in order, however they are known', () => {
    const known = [
      { week: week(3), summary: answered, visits: 9 },
      { week: week(0), summary: emptySummary },
      { week: week(1), summary: answered },
    ];
    expect(historyOf('18073', known, week(4))).toEqual({
      commune: '18073',
      weeks: [
        { week: week(1), summary: answered },
        { week: week(2), summary: emptySummary },
        { week: week(3), summary: answered, visits: 9 },
        { week: week(4), summary: emptySummary },
      ],
    });
  });

  it('is empty without a response', () => {
    expect(historyOf('18073', [{ week: week(0), summary: emptySummary }], week(4)).weeks).toEqual([]);
  });

  it('takes the visits that were reported of its weeks, and no others', () => {
    const history = historyFrom([{ rated: 10, visits: 5 }, 10]);
    const visitsOf = (reported: ReadonlyMap<(typeof history.weeks)[number]['week'], number> | undefined) =>
      withVisits(history, reported).weeks.map(({ week: each, visits }) => [each, visits]);
    expect(
      visitsOf(
        new Map([
          [week(1), 40],
          [week(7), 99],
        ]),
      ),
    ).toEqual([
      [week(0), undefined],
      [week(1), 40],
    ]);
    expect(visitsOf(undefined)).toEqual([
      [week(0), undefined],
      [week(1), undefined],
    ]);
    expect(withVisits(history, undefined)).toMatchObject({
      commune: '18073',
      weeks: [{ week: week(0) }, {}],
    });
  });
});
