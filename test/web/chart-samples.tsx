import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { addWeeks, type Week } from '../../functions/domain/iso-week.ts';
import { type ChartLimits, chartLimits } from '../../functions/domain/measure/control-limits.ts';
import { wilson } from '../../functions/domain/measure/interval.ts';
import type { ControlPoint } from '../../functions/domain/measure/shown-control-chart.ts';
import { chartStyle } from '../../web/charts/chart-style.ts';
import { ControlChart } from '../../web/charts/control-chart.tsx';
import { FunnelPlot, type FunnelPoint } from '../../web/charts/funnel-plot.tsx';
import { IntervalBars } from '../../web/charts/interval-bars.tsx';
import { TrendLine, type TrendPoint } from '../../web/charts/trend-line.tsx';
import { staffBase } from '../../web/staff/styles/staff-base.ts';
import { present } from '../support/samples.ts';
import { week } from './samples.tsx';

const limitsOf = (rated: number, level: number): ChartLimits => present(chartLimits(rated, level));

const first = week('2026-W38');

/** What the weeks of a commune brought: how many weeks a block has, how many answered and were satisfied. */
const blocks: readonly [weeks: number, rated: number, satisfied: number][] = [
  [1, 22, 21],
  [1, 19, 18],
  [2, 14, 14],
  [1, 25, 24],
  [1, 31, 29],
  [1, 18, 18],
  [3, 12, 11],
  [1, 21, 20],
  [1, 28, 22],
  [1, 104, 101],
  [1, 30, 29],
  [1, 16, 12],
  [2, 15, 15],
  [1, 23, 22],
  [1, 20, 19],
  [1, 27, 27],
  [1, 24, 23],
  [1, 22, 21],
  [1, 26, 25],
  [1, 33, 32],
];

const controlPoints = (level: number): ControlPoint[] => {
  let from: Week = first;
  return blocks.map(([weeks, rated, satisfied], index) => {
    const to = addWeeks(from, weeks - 1);
    const point = {
      from,
      to,
      rated,
      rate: index === 4 ? null : satisfied / rated,
      limits: limitsOf(rated, level),
    };
    from = addWeeks(to, 1);
    return point;
  });
};

const trendPoints = (): TrendPoint[] =>
  Array.from({ length: 13 }, (_, i) => {
    const [rated, satisfied] = [1200 + 40 * i, Math.round((1200 + 40 * i) * (0.953 + 0.002 * i))];
    const interval = wilson({ rated, satisfied });
    const at = addWeeks(first, i);
    return {
      from: at,
      to: at,
      rated,
      rate: satisfied / rated,
      low: interval?.low ?? 0,
      high: interval?.high ?? 0,
    };
  });

const rateOf = (satisfied: number, rated: number) => ({
  rated,
  rate: satisfied / rated,
  ...(wilson({ rated, satisfied }) ?? { low: 0, high: 1 }),
});
const hidden = { rated: null, rate: null, low: null, high: null };

const bars = [
  { label: 'Thái độ', ...rateOf(88, 90) },
  { label: 'Hướng dẫn hồ sơ', ...rateOf(80, 88) },
  { label: 'Nơi tiếp dân', ...rateOf(60, 88), remark: 'kém đi' },
  { label: 'Thời gian chờ', ...rateOf(70, 86), remark: 'tốt lên' },
  { label: 'Niêm yết công khai', ...rateOf(12, 13) },
  { label: 'Giấy tờ yêu cầu', ...hidden },
  { label: 'Kết quả', ...rateOf(64, 64) },
  { label: 'Phản ánh, kiến nghị', ...hidden, rated: 0 },
];

const names = [
  'Thành Sen',
  'Can Lộc',
  'Đức Thọ',
  'Kỳ Anh',
  'Hương Khê',
  'Nghi Xuân',
  'Vũng Áng',
  'Bắc Hồng Lĩnh',
];

const funnelPoints = (count: number, level: number): FunnelPoint[] =>
  Array.from({ length: count }, (_, i) => {
    const rated = 100 + Math.round((900 * ((i * 37) % count) ** 2) / count ** 2);
    const away = i === 5 ? -0.09 : i === 11 ? -0.05 : i === 20 ? 0.026 : 0.012 * Math.sin(i * 12.9898);
    const rate = Math.min(rated, Math.round(rated * (level + away))) / rated;
    return { name: `${names[i % names.length]} ${i + 1}`, rated, rate, limits: limitsOf(rated, level) };
  });

export const sampleCharts: Record<string, Child> = {
  control: (
    <ControlChart
      id="control"
      title="Tỷ lệ hài lòng 26 tuần"
      centre={0.9524}
      centreText="mức chung 26 tuần"
      from={first}
      to={addWeeks(first, 25)}
      points={controlPoints(0.9524)}
    />
  ),
  bars: (
    <IntervalBars
      id="bars"
      title="Tám tiêu chí"
      summary="Tỷ lệ hài lòng của từng tiêu chí."
      rows={bars}
      rowsAre="Tiêu chí"
    />
  ),
  trend: (
    <TrendLine id="trend" title="Toàn tỉnh, 13 tuần" summary="Tuần mới nhất 97,7 %." points={trendPoints()} />
  ),
  funnel: (
    <FunnelPlot
      id="funnel"
      title="So sánh giữa các xã, phường"
      level={0.968}
      levelText="mức chung của tỉnh"
      points={funnelPoints(69, 0.968)}
      curve={Array.from({ length: 46 }, (_, i) => ({
        rated: 100 + 20 * i,
        limits: limitsOf(100 + 20 * i, 0.968),
      }))}
    />
  ),
};

export const chartsDocument = (charts: Child) => (
  <html lang="vi">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>Biểu đồ</title>
      <style>{raw(staffBase + chartStyle)}</style>
    </head>
    <body>
      <main id="main">
        <h1>Biểu đồ</h1>
        {charts}
      </main>
    </body>
  </html>
);
