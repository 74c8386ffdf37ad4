import { describe, expect, it } from 'vitest';
import type { Audience } from '../../../functions/domain/measure/audience.ts';
import type { CommuneHistory } from '../../../functions/domain/measure/history.ts';
import type { ShownCount } from '../../../functions/domain/measure/shown-breakdown.ts';
import { showCommune, timelineFor, windowLengths } from '../../../functions/domain/measure/shown-commune.ts';
import {
  addDetails,
  type Detail,
  emptyDetail,
  emptySummary,
  type RatingCounts,
} from '../../../functions/domain/tally.ts';
import { comparison, expectNothingSmall, isShown, sequences, weeksOf } from './disclosed.ts';
import { week } from './histories.ts';
import type { Published } from './linear-span.ts';

/** Answers of a week, by desk and language: A vi, A en, B vi, B en. */
const cellsOfWeek = 4;
const deskBit = 2;
const languageBit = 1;

const fives = (count: number): RatingCounts => [0, 0, 0, 0, count];

const brokenDown = (counts: readonly number[]): { history: CommuneHistory; details: Detail[] } => {
  const weeks = [...Array(counts.length / cellsOfWeek).keys()];
  const sum = (each: number, isWanted: (cell: number) => boolean): number =>
    counts
      .slice(cellsOfWeek * each, cellsOfWeek * (each + 1))
      .reduce((total, count, cell) => total + (isWanted(cell) ? count : 0), 0);
  return {
    history: {
      commune: '18073',
      weeks: weeks.map((each) => {
        const rated = sum(each, () => true);
        const summary = { ...emptySummary, counted: fives(rated), channels: { qr: rated } };
        return { week: week(each), summary };
      }),
    },
    details: weeks.map((each) => ({
      ...emptyDetail,
      desks: {
        A: fives(sum(each, (cell) => !(cell & deskBit))),
        B: fives(sum(each, (cell) => Boolean(cell & deskBit))),
      },
      languages: {
        vi: sum(each, (cell) => !(cell & languageBit)),
        en: sum(each, (cell) => Boolean(cell & languageBit)),
      },
    })),
  };
};

/** Everything that is told of a commune and of its parts, week after week. */
const publishedOf = (audience: Audience, counts: readonly number[]): Published[] => {
  const { history, details } = brokenDown(counts);
  const cells = (weeks: readonly number[], isWanted: (cell: number) => boolean): Published =>
    [...counts.keys()].filter((cell) => weeks.includes(Math.floor(cell / cellsOfWeek)) && isWanted(cell));
  const parts = (
    run: readonly number[],
    shown: readonly ShownCount[],
    bit: number,
    second: string,
  ): Published[] =>
    shown
      .filter(({ rated }) => isShown(rated))
      .map(({ name }) => cells(run, (cell) => Boolean(cell & bit) === (name === second)));

  return history.weeks.flatMap(({ week: at }) => {
    const timeline = timelineFor(audience, history, at);
    const range = timeline.breakdownOf(13);
    const breakdown =
      range &&
      weeksOf(range)
        .map((each) => details[each] ?? emptyDetail)
        .reduce(addDetails);
    return windowLengths.flatMap((window) => {
      const shown = showCommune({ timeline, window, audience, comparison, details: { breakdown } });
      const run = shown.breakdowns ? weeksOf(shown.breakdowns) : [];
      return [
        ...(isShown(shown.rated) ? [cells(weeksOf(shown), () => true)] : []),
        ...parts(run, shown.breakdowns?.desks ?? [], deskBit, 'B'),
        ...parts(run, shown.breakdowns?.languages ?? [], languageBit, 'en'),
      ];
    });
  });
};

describe('no count of one to nine follows from breakdowns', { timeout: 120_000 }, () => {
  it.each(['commune', 'province'] as const)('%s: two ways at once, week after week', (audience) => {
    for (const first of sequences([0, 4, 97], cellsOfWeek)) {
      for (const second of sequences([4, 97], cellsOfWeek)) {
        const counts = [...first, ...second];
        expectNothingSmall(counts, publishedOf(audience, counts), counts);
      }
    }
  });

  it('and they are told where nothing would follow, but never to the public', () => {
    expect(publishedOf('commune', [97, 97, 97, 97])).toContainEqual([0, 1]);
    expect(publishedOf('commune', [97, 97, 97, 97])).toContainEqual([0, 2]);
    expect(publishedOf('public', [97, 97, 97, 97])).not.toContainEqual([0, 1]);
  });
});
