import { scaleLinear } from 'd3-scale';

/**
 * Width of every drawing, in its own units: the room on a phone of 360 pixels, so that there one unit is one pixel and
 * text is as large as it says. On a wide screen a drawing grows to 28 rem and no more.
 */
export const chartWidth = 328;

/** A tenth of a unit is finer than any screen; more digits only make the page longer. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;

/**
 * Scale for rates, from a round number below all of them up to 100 %. It does not begin at zero: points may stand on a
 * cut scale where bars may not.
 */
export const rateScale = (lowest: number, [top, bottom]: readonly [top: number, bottom: number]) => {
  const step = lowest < 0.5 ? 0.2 : lowest < 0.8 ? 0.1 : 0.05;
  // A little below the lowest, so that nothing lies on the axis.
  const from = Math.max(0, Math.floor((lowest - step / 5) / step) * step);
  const steps = Math.round((1 - from) / step);
  return {
    at: scaleLinear([from, 1], [bottom, top]),
    /** Where a line and its label stand. */
    ticks: Array.from({ length: steps + 1 }, (_, i) => 1 - i * step),
  };
};
export type RateScale = ReturnType<typeof rateScale>;
