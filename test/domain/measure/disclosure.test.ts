import { describe, expect, it } from 'vitest';
import type { Audience } from '../../../functions/domain/measure/audience.ts';
import { blocksOf } from '../../../functions/domain/measure/block.ts';
import { timelineFor } from '../../../functions/domain/measure/shown-commune.ts';
import { showControlChart } from '../../../functions/domain/measure/shown-control-chart.ts';
import { audiences, everShown, expectNothingSmall, isShown, sequences, weeksOf } from './disclosed.ts';
import { type Brought, historyFrom } from './histories.ts';
import type { Published } from './linear-span.ts';

const told = 'no count of one to nine follows from everything one audience is ever shown';

describe(told, { timeout: 120_000 }, () => {
  // The smallest sizes on both sides of every threshold, in every order.
  const answers = {
    public: sequences([4, 11, 30], 4),
    commune: sequences([0, 4, 9, 11], 5),
    province: sequences([0, 4, 11, 30], 4),
  };

  it.each(audiences)('%s: answers, windows week after week, the chart', (audience) => {
    for (const rated of answers[audience]) {
      const history = historyFrom(rated);
      const charts = history.weeks.map(({ week: at }) =>
        showControlChart(audience, timelineFor(audience, history, at)),
      );
      const published = [
        ...everShown(audience, history).filter((measure) => isShown(measure.rated)),
        ...charts.flatMap((chart) => (chart ? [chart, ...chart.points] : [])),
      ].map(weeksOf);
      expectNothingSmall(rated, published, rated);
    }
  });
});

/** Cells: the counted ones of each week, then the flagged ones, then those entered by staff. */
const cellsOf = (weekCount: number) => ({
  counted: (weeks: readonly number[]): Published => weeks,
  flagged: (weeks: readonly number[]): Published => weeks.map((each) => weekCount + each),
  assisted: (weeks: readonly number[]): Published => weeks.map((each) => 2 * weekCount + each),
});

const sizesOf = (weeks: readonly Brought[]): number[] => [
  ...weeks.map(({ rated }) => rated),
  ...weeks.map(({ flagged = 0 }) => flagged),
  ...weeks.map(({ assisted = 0 }) => assisted),
];

/** The blocks of a commune, each as its weeks. */
const blocksIn = (weeks: readonly Brought[]): number[][] =>
  blocksOf(weeks.map(({ rated }) => rated)).map(([first, last]) =>
    [...weeks.keys()].filter((index) => index >= first && index <= last),
  );

/** Weeks whose flagged ones (or those entered by staff) a response rate counts in: ten by themselves or with others. */
const countedIn = (
  weeks: readonly Brought[],
  kind: 'flagged' | 'assisted',
  reported: readonly number[],
): number[] => {
  const isReported = (block: readonly number[]): boolean => block.every((index) => reported.includes(index));
  const counted: number[] = [];
  let [waiting, held]: [number[], number] = [[], 0];
  for (const block of blocksIn(weeks)) {
    const few = block.reduce((total, index) => total + (weeks[index]?.[kind] ?? 0), 0);
    if (few >= 10) {
      if (isReported(block)) counted.push(...block);
      continue;
    }
    [waiting, held] = [[...waiting, ...(few > 0 ? block : [])], held + few];
    if (held < 10) continue;
    if (isReported(waiting)) counted.push(...waiting);
    [waiting, held] = [[], 0];
  }
  return counted;
};

/** Weeks of a window whose block has all its visits reported. */
const reportedIn = (weeks: readonly Brought[], window: readonly number[]): number[] =>
  blocksIn(weeks)
    .filter((block) => block.every((index) => window.includes(index) && weeks[index]?.visits !== undefined))
    .flat();

/** Everything that is told of responses of every kind, as sums of cells. */
const publishedOf = (audience: Audience, weeks: readonly Brought[]): Published[] => {
  const { counted, flagged, assisted } = cellsOf(weeks.length);
  return everShown(audience, historyFrom(weeks)).flatMap((shown) => {
    const window = weeksOf(shown);
    const reported = reportedIn(weeks, window);
    const sums: [count: number | null | undefined, Published][] = [
      [shown.rated, counted(window)],
      [shown.flagged, flagged(window)],
      [shown.all, [...counted(window), ...flagged(window), ...assisted(window)]],
      [shown.withFlagged?.rated, [...counted(window), ...flagged(window)]],
      [shown.assisted?.rated, assisted(window)],
      [
        shown.responseRate,
        [
          ...counted(reported),
          ...flagged(countedIn(weeks, 'flagged', reported)),
          ...assisted(countedIn(weeks, 'assisted', reported)),
        ],
      ],
    ];
    return sums.filter(([count]) => isShown(count)).map(([, sum]) => sum);
  });
};

describe(`${told}, flagged ones and those entered by staff included`, { timeout: 120_000 }, () => {
  /** Every week a block, flagged ones on both sides of ten. */
  const blocks: Brought[][] = sequences([0, 1, 7, 12], 4).map((counts) =>
    counts.map((flagged, index) => ({
      rated: 30 + index,
      flagged,
      assisted: index === 2 ? 3 : 0,
      visits: 100,
    })),
  );
  const joined: Brought[][] = sequences(
    [6, 33].flatMap((rated) => [0, 5, 11].map((flagged) => ({ rated, flagged }))),
    3,
  );
  const allKinds: Brought[][] = sequences(
    [0, 5, 11].flatMap((flagged) => [0, 6, 10].map((assisted) => ({ rated: 33, flagged, assisted }))),
    2,
  );

  it.each(audiences)('%s: in whatever they are counted', (audience) => {
    for (const weeks of [...blocks, ...joined, ...allKinds]) {
      expectNothingSmall(weeks, publishedOf(audience, weeks), sizesOf(weeks));
    }
  });

  it('commune: by the response rate, whichever weeks have their visits reported', () => {
    for (const flagged of sequences([0, 1, 7, 10, 12], 3)) {
      for (const unreported of [0, 1, 2]) {
        const weeks = flagged.map((count, index) => ({
          rated: 30,
          flagged: count,
          ...(index === unreported ? {} : { visits: 100 }),
        }));
        expectNothingSmall({ flagged, unreported }, publishedOf('commune', weeks), sizesOf(weeks));
      }
    }
  });

  it('and the response rate is made of what this search takes it to be', () => {
    for (const weeks of blocks) {
      for (const shown of everShown('commune', historyFrom(weeks))) {
        const window = weeksOf(shown);
        const beside = (kind: 'flagged' | 'assisted'): number =>
          countedIn(weeks, kind, window).reduce((total, index) => total + (weeks[index]?.[kind] ?? 0), 0);
        const counted = (shown.rated ?? 0) + beside('flagged') + beside('assisted');
        expect(shown.responseRate).toBe(counted / (100 * window.length));
      }
    }
  });

  it('and they are still told where nothing would follow', () => {
    const shown = everShown('commune', historyFrom([{ rated: 30 }, { rated: 30, flagged: 12 }]));
    expect(shown.some(({ flagged }) => flagged === 12)).toBe(true);
    expect(shown.every(({ flagged, all }) => flagged !== null && all !== null)).toBe(true);
  });
});
