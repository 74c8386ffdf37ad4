import { describe, expect, it } from 'vitest';
import { audiences, viewOf } from '../../../functions/domain/measure/audience.ts';
import { comparisonOf } from '../../../functions/domain/measure/comparison.ts';
import { holdBack, toldOf } from '../../../functions/domain/measure/held-back.ts';
import { historyOf } from '../../../functions/domain/measure/history.ts';
import { exportProvince } from '../../../functions/domain/measure/province-export.ts';
import { showBreakdowns } from '../../../functions/domain/measure/shown-breakdown.ts';
import { showBeside } from '../../../functions/domain/measure/shown-measure.ts';
import { showStanding } from '../../../functions/domain/measure/shown-standing.ts';
import { exactWeeks, wholeBlocks } from '../../../functions/domain/measure/timeline.ts';
import { emptyDetail, emptySummary, type RatingCounts } from '../../../functions/domain/tally.ts';
import { historyFrom, provinceFrom, week } from './histories.ts';

// What a changed operator or constant would change, and no other test sees.

describe('the table of audiences', () => {
  it.each([
    [9, ['nothing', 'nothing', 'nothing', 'everything']],
    [10, ['nothing', 'everything', 'count', 'everything']],
    [29, ['nothing', 'everything', 'count', 'everything']],
    [30, ['headline', 'everything', 'everything', 'everything']],
  ])('at %i answers', (rated, views) => {
    expect(audiences.map((audience) => viewOf(audience, rated))).toEqual(views);
  });
});

describe('responses held back', () => {
  it('do not come with the ten of another block', () => {
    const [three, ten, seven] = holdBack([3, 10, 7]).map((beside) => toldOf([beside]));
    expect([three, ten, seven]).toEqual([0, 10, 0]);
    expect(toldOf(holdBack([3, 10, 7]))).toBe(20);
  });

  it('hide the ones entered by staff of a window that holds some of them, however many there are', () => {
    const history = historyFrom([
      { rated: 20, assisted: 12 },
      { rated: 20, assisted: 4 },
    ]);
    const assistedAt = (length: number) =>
      showBeside('commune', wholeBlocks(history, week(1)).windowsOf(length).window).assisted.rated;
    expect(assistedAt(1)).toBeNull();
    expect(assistedAt(2)).toBeNull();
    expect(showBeside('commune', wholeBlocks(history, week(0)).windowsOf(1).window).assisted.rated).toBe(12);
  });
});

describe('a history', () => {
  it('finds each week again among those that are known', () => {
    const known = [0, 1, 2].map((index) => ({
      week: week(index),
      summary: {
        ...emptySummary,
        counted: [0, 0, 0, 0, index + 1] satisfies RatingCounts,
      },
    }));
    expect(historyOf('18073', known, week(2)).weeks).toEqual(known);
  });
});

describe('the cell of those who did not say', () => {
  it('has the ratings that the other cells leave, whichever they are', () => {
    const summary = {
      ...emptySummary,
      counted: [10, 20, 30, 40, 50] satisfies RatingCounts,
    };
    const { window } = exactWeeks(
      { commune: '18073', weeks: [{ week: week(0), summary }] },
      week(0),
    ).windowsOf(1);
    const detail = {
      ...emptyDetail,
      desks: { AAAA: [1, 3, 5, 7, 9] satisfies RatingCounts },
    };
    const desks = showBreakdowns('operator', window, detail)?.desks ?? [];
    expect(desks.map(({ name, rated, satisfied }) => [name, rated, satisfied])).toEqual([
      ['AAAA', 25, 16],
      ['unstated', 125, 74],
    ]);
  });
});

describe('numbers without a level', () => {
  it('have no shrunken rate, not even for the operator', () => {
    const few = { rated: 5, satisfied: 4 };
    expect(showStanding('operator', few, comparisonOf([few])).shrunken).toBeNull();
  });
});

describe('rounding', () => {
  it('makes zero, not minus zero, of a tiny negative gap', () => {
    const communes = Array.from({ length: 10 }, (_, n) => [{ rated: 10_000, unhappy: n === 9 ? 499 : 500 }]);
    const { communes: rows } = exportProvince({
      ...provinceFrom(communes),
      at: week(0),
      audience: 'province',
      window: 13,
    });
    expect(Object.is(rows[0]?.gap, 0)).toBe(true);
  });
});
