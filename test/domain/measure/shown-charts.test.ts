import { describe, expect, it } from 'vitest';
import type { Audience } from '../../../functions/domain/measure/audience.ts';
import { chartLimits } from '../../../functions/domain/measure/control-limits.ts';
import { timelineFor } from '../../../functions/domain/measure/shown-commune.ts';
import {
  type ShownControlChart,
  showControlChart,
} from '../../../functions/domain/measure/shown-control-chart.ts';
import { type ShownFunnel, showFunnel } from '../../../functions/domain/measure/shown-funnel.ts';
import { type Brought, historyFrom, provinceFrom, week } from './histories.ts';

const chartOf = (audience: Audience, weeks: readonly Brought[]): ShownControlChart | null =>
  showControlChart(audience, timelineFor(audience, historyFrom(weeks), week(weeks.length - 1)));

describe('the control chart of a commune', () => {
  const weeks: Brought[] = [
    { rated: 40, unhappy: 2 },
    { rated: 6 },
    { rated: 8, unhappy: 1 },
    { rated: 0 },
    { rated: 35, unhappy: 7 },
    { rated: 3 },
  ];
  const centre = 79 / 89;

  it('has a point for each block beside the limits of so many answers around the own rate', () => {
    expect(chartOf('commune', weeks)).toEqual({
      from: week(0),
      to: week(4),
      centre,
      rated: 89,
      points: [
        { from: week(0), to: week(0), rated: 40, rate: 0.95, limits: chartLimits(40, centre) },
        { from: week(1), to: week(2), rated: 14, rate: 13 / 14, limits: chartLimits(14, centre) },
        { from: week(3), to: week(4), rated: 35, rate: 0.8, limits: chartLimits(35, centre) },
      ],
    });
  });

  it('has only the number of answers of smaller blocks for the province', () => {
    const rates = chartOf('province', weeks)?.points.map(({ rated, rate }) => [rated, rate]);
    expect(rates).toEqual([
      [40, 0.95],
      [14, null],
      [35, 0.8],
    ]);
  });

  it('has single weeks for the operator, those without answers left out', () => {
    const chart = chartOf('operator', weeks);
    expect(chart?.points.map(({ from, rated }) => [from, rated])).toEqual([
      [week(0), 40],
      [week(1), 6],
      [week(2), 8],
      [week(4), 35],
      [week(5), 3],
    ]);
    expect(chart?.centre).toBe(82 / 92);
  });

  it('looks back 26 weeks, and further only to begin with a whole block', () => {
    const many = Array.from({ length: 40 }, () => ({ rated: 5, unhappy: 1 }));
    expect(chartOf('commune', many)).toMatchObject({ from: week(14), to: week(39), rated: 130 });
    expect(chartOf('commune', many)?.points).toHaveLength(13);
    expect(chartOf('commune', many.slice(0, 39))).toMatchObject({ from: week(12), to: week(37) });
  });

  it('is not there for the public, nor where the rate may not be shown', () => {
    expect(chartOf('public', weeks)).toBeNull();
    expect(chartOf('commune', [{ rated: 9 }])).toBeNull();
    expect(chartOf('province', [{ rated: 29 }])).toBeNull();
    expect(chartOf('operator', [{ rated: 0 }])).toBeNull();
    expect(chartOf('commune', [{ rated: 10 }])).toMatchObject({ centre: 1, rated: 10 });
  });
});

const funnelOf = (audience: Audience, communes: readonly Brought[]): ShownFunnel | null =>
  showFunnel({ ...provinceFrom(communes.map((brought) => [brought])), at: week(0), audience });

describe('the funnel plot of a province', () => {
  const communes: Brought[] = [
    ...Array.from({ length: 8 }, () => ({ rated: 200, unhappy: 10 })),
    { rated: 300, unhappy: 60 },
    { rated: 99, unhappy: 50 },
    { rated: 100 },
  ];
  const level = (8 * 190 + 240 + 49 + 100) / (8 * 200 + 300 + 99 + 100);

  it('has the communes that are compared, between the limits of chance around the level', () => {
    const funnel = funnelOf('province', communes);
    expect(funnel?.level).toBe(level);
    expect(funnel?.points).toHaveLength(10);
    expect(funnel?.points[8]).toEqual({
      commune: '18008',
      name: 'Xã 18008',
      rated: 300,
      rate: 0.8,
      limits: chartLimits(300, level),
      band: 'below',
      alert: true,
    });
    expect(funnel?.points[9]).toMatchObject({ rated: 100, rate: 1, band: 'above' });
  });

  it('draws the limits from the fewest answers that are compared to the most there are', () => {
    const curve = funnelOf('operator', communes)?.curve ?? [];
    const numbers = curve.map(({ rated }) => rated);
    expect([numbers[0], numbers.at(-1)]).toEqual([100, 300]);
    expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
    expect(numbers.length).toBeGreaterThan(30);
    for (const { rated, limits } of curve) expect(limits).toEqual(chartLimits(rated, level));
  });

  it('has no point where nobody has a hundred answers, and curves at one number', () => {
    const funnel = funnelOf(
      'province',
      Array.from({ length: 8 }, () => ({ rated: 50, unhappy: 2 })),
    );
    expect(funnel?.points).toEqual([]);
    expect(funnel?.curve.map(({ rated }) => rated)).toEqual([100]);
  });

  it('is not there for others, nor where comparing would not be fair', () => {
    expect(funnelOf('public', communes)).toBeNull();
    expect(funnelOf('commune', communes)).toBeNull();
    expect(funnelOf('province', communes.slice(0, 4))).toBeNull();
    expect(funnelOf('operator', [])).toBeNull();
  });
});
