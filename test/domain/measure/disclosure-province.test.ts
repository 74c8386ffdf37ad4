import { describe, it } from 'vitest';
import { timelineFor, windowLengths } from '../../../functions/domain/measure/shown-commune.ts';
import { showProvince } from '../../../functions/domain/measure/shown-province.ts';
import { expectNothingSmall, isShown, sequences, weeksOf } from './disclosed.ts';
import { historyFrom, provinceFrom, week } from './histories.ts';
import type { Published } from './linear-span.ts';

/**
 * What a province is told, week after week, of how many are satisfied. The level is that of all communes with ten
 * answers or more, whose number is told, so who multiplies has their sum; gaps and shrunken rates tell no more.
 */
const publishedSatisfied = (communes: readonly (readonly number[])[]): Published[] => {
  const weekCount = communes[0]?.length ?? 0;
  const { province, histories } = provinceFrom(communes);
  const cellsOf = (commune: number, weeks: readonly number[]): Published =>
    weeks.map((each) => commune * weekCount + each);
  return [...Array(weekCount).keys()].flatMap((index) =>
    windowLengths.flatMap((window) => {
      const { level, communes: rows } = showProvince({
        province,
        histories,
        at: week(index),
        audience: 'province',
        window,
      });
      const satisfied = rows.flatMap((row, commune) =>
        isShown(row.satisfied) ? [cellsOf(commune, weeksOf(row))] : [],
      );
      const pool = rows.flatMap((row, commune) => (isShown(row.rated) ? cellsOf(commune, weeksOf(row)) : []));
      return window === 13 && level !== null ? [...satisfied, pool] : satisfied;
    }),
  );
};

// The number of satisfied ones among few may be told, as it is of a block; who they are among may not be under ten.
describe('whatever follows of how people rated is about ten of them or more', { timeout: 120_000 }, () => {
  it('by the level of a province and everything that is told of its communes', () => {
    for (const counts of sequences([0, 6, 12, 31], 6)) {
      expectNothingSmall(counts, publishedSatisfied([counts.slice(0, 3), counts.slice(3)]), counts);
    }
  });

  it('by a criterion, which fewer may have rated: its windows begin and end with blocks', () => {
    for (const rated of sequences([4, 11, 30], 5)) {
      const history = historyFrom(rated);
      const published = history.weeks.flatMap(({ week: at }) => {
        const timeline = timelineFor('commune', history, at);
        return windowLengths.flatMap((length) => {
          const { window } = timeline.windowsOf(length);
          return window ? [weeksOf(window)] : [];
        });
      });
      expectNothingSmall(rated, published, rated);
    }
  });
});
