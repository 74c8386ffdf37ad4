import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { type Week, weeksFrom } from '../../functions/domain/iso-week.ts';
import type { ChartLimits } from '../../functions/domain/measure/control-limits.ts';
import type { ControlPoint } from '../../functions/domain/measure/shown-control-chart.ts';
import { ControlLegend, ControlTable, controlSummary } from './control-words.tsx';
import { ChartFrame } from './frame.tsx';
import { Mark } from './mark.tsx';
import { RateAxis } from './rate-axis.tsx';
import { chartWidth, rateScale, tenth } from './scales.ts';
import { signalOf } from './signal.ts';
import { whole, words } from './texts.ts';
import { WeekAxis } from './week-axis.tsx';

interface Props {
  id: string;
  title: string;
  /** The rate of all the weeks together, 0…1. */
  centre: number;
  centreText: string;
  /** The weeks of the drawing; the last ones may still wait for a point. */
  from: Week;
  to: Week;
  /** Oldest first, within those weeks. */
  points: readonly ControlPoint[];
}

const left = 30;
const right = chartWidth - 6;
const top = 20;
const bottom = 170;
const rowHeight = 13;
const digitWidth = 6.6;

/** The row of each number, so that none runs into the one before it in its row. */
const rowsOf = (labels: readonly { x: number; text: string }[]): number[] => {
  const ends: number[] = [];
  return labels.map(({ x, text }) => {
    const half = (text.length * digitWidth) / 2;
    const free = ends.findIndex((end) => end + 2 <= x - half);
    const row = free === -1 ? ends.length : free;
    ends[row] = x + half;
    return row;
  });
};

/**
 * The rate over time against what chance alone would do (p-chart: Shewhart 1931; limits exact, not by the normal
 * curve, which fails near 100 %). Blocks are as wide as their weeks; limits widen where answers are few.
 */
export const ControlChart = ({ id, title, centre, centreText, from, to, points }: Props) => {
  const weeks = weeksFrom(from, to);
  const x = scaleLinear([0, weeks.length], [left, right]);
  const lowest = Math.min(centre, ...points.flatMap(({ rate, limits }) => [rate ?? 1, limits.action.low]));
  const rates = rateScale(lowest, [top, bottom]);
  const y = (rate: number): number => tenth(rates.at(rate));

  const drawn = points.map((point) => {
    const [start, end] = [weeks.indexOf(point.from), weeks.indexOf(point.to) + 1];
    return { ...point, start: tenth(x(start)), end: tenth(x(end)), middle: x((start + end) / 2) };
  });
  const steps = (limitOf: (limits: ChartLimits) => number): string =>
    drawn
      .map(({ start, end, limits }, i) => {
        const height = y(limitOf(limits));
        return `${drawn[i - 1]?.end === start ? `V${height}` : `M${start} ${height}`}H${end}`;
      })
      .join('');
  const path = line<(typeof drawn)[number]>()
    .defined(({ rate }) => rate !== null)
    .x(({ middle }) => tenth(middle))
    .y(({ rate }) => y(rate ?? 0))(drawn);

  const rows = rowsOf(drawn.map(({ middle, rated }) => ({ x: middle, text: whole(rated) })));
  const weekLine = bottom + (Math.max(0, ...rows) + 1) * rowHeight + 23;
  return (
    <ChartFrame
      id={id}
      title={title}
      summary={controlSummary(points, centre, centreText)}
      height={weekLine + 6}
      legend={<ControlLegend centreText={centreText} />}
      table={<ControlTable points={points} />}
    >
      {drawn.map(({ start, end, limits: { warning } }) => (
        <rect
          class="usual"
          x={start}
          y={y(warning.high)}
          width={tenth(end - start)}
          height={tenth(y(warning.low) - y(warning.high))}
        />
      ))}
      <RateAxis scale={rates} left={left} right={right} />
      <path class="limit95" d={steps(({ warning }) => warning.low) + steps(({ warning }) => warning.high)} />
      <path class="limit998" d={steps(({ action }) => action.low) + steps(({ action }) => action.high)} />
      <path class="centre" d={`M${left} ${y(centre)}H${right}`} />
      {path ? <path class="link" d={path} /> : null}
      {drawn.map(({ middle, rate, limits }) =>
        rate === null ? null : <Mark x={middle} y={rates.at(rate)} signal={signalOf(rate, limits)} />,
      )}
      <text class="unit" x="0" y={bottom + 17}>
        n
      </text>
      {drawn.map(({ middle, rated }, i) => (
        <text class="under" x={tenth(middle)} y={bottom + 17 + (rows[i] ?? 0) * rowHeight}>
          {whole(rated)}
        </text>
      ))}
      <text class="unit" x="0" y={weekLine}>
        {words.weeks.toLowerCase()}
      </text>
      <WeekAxis from={from} to={to} at={x} y={weekLine} />
    </ChartFrame>
  );
};
