import { expect } from 'vitest';
import { weeksFrom } from '../../../functions/domain/iso-week.ts';
import type { Audience } from '../../../functions/domain/measure/audience.ts';
import type { CommuneHistory } from '../../../functions/domain/measure/history.ts';
import {
  type ShownCommune,
  showCommune,
  showOverTime,
  timelineFor,
  windowLengths,
} from '../../../functions/domain/measure/shown-commune.ts';
import type { ShownMeasure } from '../../../functions/domain/measure/shown-measure.ts';
import { week } from './histories.ts';
import { type Published, smallDerivable } from './linear-span.ts';

/** Who must not learn of few people. */
export const audiences = ['public', 'commune', 'province'] as const;

export const comparison = { level: 0.9, compared: true, priorStrength: 40 };

/** Every sequence of so many of these. */
export const sequences = <T>(each: readonly T[], length: number): T[][] =>
  length === 0 ? [[]] : sequences(each, length - 1).flatMap((rest) => each.map((one) => [...rest, one]));

const indices = new Map(Array.from({ length: 12 }, (_, index) => [week(index), index]));

/** The weeks that a number is of, counted from the first. */
export const weeksOf = ({ from, to }: Pick<ShownMeasure, 'from' | 'to'>): number[] =>
  from === null || to === null ? [] : weeksFrom(from, to).map((each) => indices.get(each) ?? -1);

export const isShown = (count: number | null | undefined): boolean => count !== null && count !== undefined;

/** Every window and every block of a commune, week after week, as one audience is shown them. */
export const everShown = (
  audience: Audience,
  history: CommuneHistory,
): (ShownCommune | (ShownMeasure & { withFlagged?: never; assisted?: never }))[] =>
  history.weeks.flatMap(({ week: at }) => {
    const timeline = timelineFor(audience, history, at);
    return [
      ...windowLengths.map((window) => showCommune({ timeline, window, audience, comparison })),
      ...showOverTime(audience, timeline),
    ];
  });

/** Nothing of one to nine answers follows from these sums; `about` is said when something does. */
export const expectNothingSmall = (
  about: unknown,
  published: readonly Published[],
  sizes: readonly number[],
): void => {
  expect({ about, small: smallDerivable(published, sizes) }).toEqual({ about, small: [] });
};
