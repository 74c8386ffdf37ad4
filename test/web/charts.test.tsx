import fc from 'fast-check';
import type { Child } from 'hono/jsx';
import { describe, expect, it } from 'vitest';
import { addWeeks } from '../../functions/domain/iso-week.ts';
import type { ControlPoint } from '../../functions/domain/measure/shown-control-chart.ts';
import { ControlChart } from '../../web/charts/control-chart.tsx';
import { FunnelPlot, type FunnelPoint } from '../../web/charts/funnel-plot.tsx';
import { IntervalBars } from '../../web/charts/interval-bars.tsx';
import { signalOf } from '../../web/charts/signal.ts';
import { TrendLine } from '../../web/charts/trend-line.tsx';
import { chartsDocument, sampleCharts } from './chart-samples.tsx';
import { render, week } from './samples.tsx';

const first = week('2026-W38');
const limits = { warning: { low: 0.85, high: 0.99 }, action: { low: 0.75, high: 1 } };
const html = (chart: Child) => render(chartsDocument(chart));
const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);

const blockAt = (index: number, about: Partial<ControlPoint> = {}): ControlPoint => ({
  from: addWeeks(first, index),
  to: addWeeks(first, index),
  rated: 20,
  rate: 0.95,
  limits,
  ...about,
});

const control = (points: readonly ControlPoint[]) =>
  html(
    <ControlChart
      id="c"
      title="Tỷ lệ hài lòng"
      centre={0.95}
      centreText="mức chung"
      from={first}
      to={addWeeks(first, 25)}
      points={points}
    />,
  );

describe('every drawing', () => {
  it.each(Object.entries(sampleCharts))(
    '%s: needs no inline style and has no broken number',
    async (_, chart) => {
      const page = await html(chart);
      expect(page).not.toMatch(/ style=|NaN|undefined|Infinity|\[object/);
    },
  );

  it.each(Object.entries(sampleCharts))('%s: is named, described and given as a table', async (_, chart) => {
    const page = await html(chart);
    const ids = matches(page, / id="([^"]+)"/g);
    const references = matches(page, /aria-(?:labelledby|describedby)="([^"]+)"/g);
    expect(references).toHaveLength(2);
    expect(ids).toEqual(expect.arrayContaining(references));
    expect(new Set(ids).size).toBe(ids.length);
    expect(page).toContain('<table>');
  });

  it('writes numbers the Vietnamese way', async () => {
    const page = await html(Object.values(sampleCharts));
    expect(page).toMatch(/95,2\u00a0%/);
    expect(/>[^<>{]*\d\.\d[^<>]*%/.test(page.slice(page.indexOf('<main')))).toBe(false);
  });
});

describe('a signal', () => {
  it.each([
    [0.85, 'inside'],
    [0.99, 'inside'],
    [0.849, 'below'],
    [0.75, 'below'],
    [0.749, 'far_below'],
    [0.995, 'above'],
  ] as const)('of %d is %s', (rate, signal) => {
    expect(signalOf(rate, limits)).toBe(signal);
  });

  it('above the outer limits is far above', () => {
    const narrow = { warning: { low: 0.9, high: 0.95 }, action: { low: 0.85, high: 0.97 } };
    expect(signalOf(0.98, narrow)).toBe('far_above');
  });
});

describe('a control chart', () => {
  it('marks points outside by shape, and names them in words', async () => {
    const page = await control([blockAt(0), blockAt(1, { rate: 0.8 }), blockAt(2, { rate: 0.7 })]);
    const svg = page.slice(page.indexOf('<svg'), page.indexOf('</svg>'));
    expect(matches(svg, /class="mark (\w+)"/g)).toEqual(['inside', 'warning', 'action']);
    expect(page).toContain('tuần 39/2026 (80,0\u00a0%, thấp, ngoài 95\u00a0%)');
    expect(page).toContain('tuần 40/2026 (70,0\u00a0%, rất thấp, ngoài 99,8\u00a0%)');
  });

  it('says so when no point lies outside', async () => {
    expect(await control([blockAt(0), blockAt(1)])).toContain('Mọi điểm đều nằm trong giới hạn');
  });

  it('draws no point where only the count may be shown, and joins no line over it', async () => {
    const page = await control([blockAt(0), blockAt(1, { rate: null, rated: 17 }), blockAt(2)]);
    const svg = page.slice(page.indexOf('<svg'), page.indexOf('</svg>'));
    expect(matches(svg, /class="mark (\w+)"/g)).toHaveLength(2);
    expect(matches(svg, /class="link" d="([^"]+)"/g)[0]).not.toMatch(/L/);
    expect(svg).toContain('>17</text>');
    expect(page).toContain('chưa đủ lượt');
  });

  it('has the number of answers under each point, none over another', async () => {
    const many = Array.from({ length: 26 }, (_, i) => blockAt(i, { rated: 100 + i }));
    const svg = (await control(many)).replaceAll('\n', '');
    const placed = [...svg.matchAll(/<text class="under" x="([\d.]+)" y="([\d.]+)">(1\d\d)<\/text>/g)].map(
      ([, x, y]) => ({ x: Number(x), y: Number(y) }),
    );
    expect(placed).toHaveLength(26);
    for (const a of placed)
      for (const b of placed) expect(a === b || a.y !== b.y || Math.abs(a.x - b.x) >= 3 * 6.6).toBe(true);
  });

  it('is as wide as its weeks: a block of three weeks is three times as wide as one of one', async () => {
    const page = await control([blockAt(0), blockAt(1, { to: addWeeks(first, 3) })]);
    const [one, three] = matches(page, /<rect class="usual" x="[\d.]+" y="[\d.]+" width="([\d.]+)"/g).map(
      Number,
    );
    expect((three ?? 0) / (one ?? 1)).toBeCloseTo(3, 1);
  });

  it('keeps every point within the drawing, whatever the rates', async () => {
    const rate = fc.double({ min: 0, max: 1, noNaN: true });
    await fc.assert(
      fc.asyncProperty(fc.array(rate, { minLength: 1, maxLength: 26 }), async (rates) => {
        const page = await control(rates.map((value, index) => blockAt(index, { rate: value })));
        const svg = page.slice(page.indexOf('<svg'), page.indexOf('</svg>'));
        const heights = matches(svg, /class="mark \w+"[^>]*translate\([\d.]+ ([\d.]+)\)/g).map(Number);
        expect(heights).toHaveLength(rates.length);
        expect(heights.every((y) => y >= 20 && y <= 170)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

describe('bars with intervals', () => {
  const bars = html(
    <IntervalBars
      id="b"
      title="Tiêu chí"
      summary=""
      rowsAre="Tiêu chí"
      rows={[
        { label: 'Thái độ', rated: 40, rate: 0.5, low: 0.35, high: 0.65 },
        { label: 'Kết quả', rated: 40, rate: 1, low: 0.9, high: 1 },
        { label: 'Giấy tờ', rated: null, rate: null, low: null, high: null },
        { label: 'Phản ánh', rated: 0, rate: null, low: null, high: null },
      ]}
    />,
  );

  it('stand on the whole scale from zero', async () => {
    const [half, all] = matches(await bars, /<rect class="bar" y="[\d.]+" width="([\d.]+)"/g).map(Number);
    expect((all ?? 0) / (half ?? 1)).toBeCloseTo(2, 3);
  });

  it('have none for what is hidden, said in words', async () => {
    const page = await bars;
    const svg = page.slice(page.indexOf('<svg'), page.indexOf('</svg>'));
    expect(matches(svg, /<rect class="(bar)"/g)).toHaveLength(2);
    expect(page.match(/ẩn vì ít lượt/g)).toHaveLength(2);
  });

  it('show zero as zero', async () => {
    expect(await bars).toContain('n = 0');
  });
});

describe('a funnel plot', () => {
  const point = (name: string, rated: number, rate: number): FunnelPoint => ({ name, rated, rate, limits });
  const funnel = (points: FunnelPoint[], hasOwnTable = false) =>
    html(
      <FunnelPlot
        id="f"
        title="So sánh"
        level={0.95}
        levelText="mức chung"
        points={points}
        curve={[100, 400, 900].map((rated) => ({ rated, limits }))}
        hasOwnTable={hasOwnTable}
      />,
    );

  it('names each point for the pointer, the keyboard and the screen reader', async () => {
    const page = await funnel([point('xã Can Lộc', 120, 0.95), point('xã Đức Thọ', 300, 0.8)]);
    expect(page.match(/<g class="point[^"]*" tabindex="0">/g)).toHaveLength(2);
    expect(page).toContain('xã Đức Thọ: 80,0\u00a0%, n = 300, thấp, ngoài 95\u00a0%</title>');
  });

  it('has a way past its points', async () => {
    const page = await funnel([point('xã Can Lộc', 120, 0.95)]);
    expect(page).toContain('href="#f-end"');
    expect(page).toContain('id="f-end"');
  });

  it('always shows the name of a point far outside', async () => {
    const page = await funnel([point('xã Can Lộc', 120, 0.95), point('xã Đức Thọ', 300, 0.6)]);
    expect(matches(page, /<g class="point named"[^>]*>\s*<title>([^:]+):/g)).toEqual(['xã Đức Thọ']);
  });

  it('lists its points by name, not by rate', async () => {
    const page = await funnel([
      point('Vũng Áng', 200, 0.99),
      point('Đức Thọ', 300, 0.9),
      point('Can Lộc', 120, 0.95),
    ]);
    expect(matches(page, /<th scope="row">([^<]+)</g)).toEqual(['Can Lộc', 'Đức Thọ', 'Vũng Áng']);
  });

  it('leaves the table to a page that has one', async () => {
    expect(await funnel([point('xã Can Lộc', 120, 0.95)], true)).not.toContain('<table>');
  });
});

describe('a trend line', () => {
  it('breaks where nothing may be shown', async () => {
    const shown = { rated: 40, rate: 0.9, low: 0.8, high: 0.95 };
    const hidden = { rated: null, rate: null, low: null, high: null };
    const points = [shown, hidden, shown].map((each, i) => ({
      from: addWeeks(first, i),
      to: addWeeks(first, i),
      ...each,
    }));
    const page = await html(<TrendLine id="t" title="Xu hướng" summary="" points={points} />);
    const svg = page.slice(page.indexOf('<svg'), page.indexOf('</svg>'));
    expect(matches(svg, /class="(mark) inside"/g)).toHaveLength(2);
    expect(page).toContain('chưa đủ lượt');
  });

  it('of no weeks is nothing', async () => {
    expect(await html(<TrendLine id="t" title="Xu hướng" summary="" points={[]} />)).not.toContain('<svg');
  });
});
