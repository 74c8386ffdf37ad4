import { scaleSqrt } from 'd3-scale';
import { line } from 'd3-shape';
import type { ChartLimits } from '../../functions/domain/measure/control-limits.ts';
import { ChartFrame, pointTitle } from './frame.tsx';
import { FunnelLegend, FunnelTable, funnelSummary } from './funnel-words.tsx';
import { Mark } from './mark.tsx';
import { standingNames } from './point-names.ts';
import { RateAxis } from './rate-axis.tsx';
import { chartWidth, rateScale, tenth } from './scales.ts';
import { signalOf } from './signal.ts';
import { percent, whole, words } from './texts.ts';

/** One commune among the others. */
export interface FunnelPoint {
  name: string;
  rated: number;
  rate: number;
  /** Around the level, for so many answers. */
  limits: ChartLimits;
}

/** Where the limits lie for a number of answers. */
export interface FunnelLimit {
  rated: number;
  limits: ChartLimits;
}

interface Props {
  id: string;
  title: string;
  /** The rate of all together, 0…1. */
  level: number;
  levelText: string;
  points: readonly FunnelPoint[];
  /** The curves, by rising numbers of answers; from the smallest point to the largest at least. */
  curve: readonly FunnelLimit[];
  /** Where the page has the same numbers in a table of its own, the drawing does not repeat them. */
  hasOwnTable?: boolean;
}

const left = 30;
/** Room for half of '1.000'. */
const right = chartWidth - 16;
const top = 20;
const bottom = 230;

const nameEnd = (x: number): 'start' | 'middle' | 'end' => {
  if (x < chartWidth / 3) return 'start';
  return x > (chartWidth * 2) / 3 ? 'end' : 'middle';
};

/**
 * Each rate against its number of answers, with the limits of chance (Spiegelhalter 2005, Funnel plots for comparing
 * institutional performance): who has few answers may lie far from the level and still be like the others. Names
 * appear where the pointer or the keyboard is; those far outside have theirs always.
 */
export const FunnelPlot = ({ id, title, level, levelText, points, curve, hasOwnTable }: Props) => {
  const sizes = [...points, ...curve].map(({ rated }) => rated);
  const x = scaleSqrt([Math.min(...sizes), Math.max(...sizes)], [left + 8, right]);
  const lowest = Math.min(
    level,
    ...points.map(({ rate }) => rate),
    ...curve.map(({ limits }) => limits.action.low),
  );
  const rates = rateScale(lowest, [top, bottom]);
  const curveOf = (limitOf: (limits: ChartLimits) => number): string =>
    line<FunnelLimit>()
      .x(({ rated }) => tenth(x(rated)))
      .y(({ limits }) => tenth(rates.at(limitOf(limits))))(curve) ?? '';

  const drawn = points
    .map((point) => ({
      ...point,
      x: x(point.rated),
      y: rates.at(point.rate),
      signal: signalOf(point.rate, point.limits),
    }))
    .toSorted((a, b) => a.x - b.x);
  const named = standingNames(drawn.filter(({ signal }) => signal.startsWith('far')));
  return (
    <ChartFrame
      id={id}
      title={title}
      summary={funnelSummary(points, level, levelText)}
      height={bottom + 38}
      hasPoints
      legend={<FunnelLegend levelText={levelText} />}
      table={hasOwnTable ? undefined : <FunnelTable points={points} />}
    >
      <RateAxis scale={rates} left={left} right={right} />
      <path class="centre" d={`M${left} ${tenth(rates.at(level))}H${right}`} />
      <path
        class="limit95"
        d={curveOf(({ warning }) => warning.low) + curveOf(({ warning }) => warning.high)}
      />
      <path class="limit998" d={curveOf(({ action }) => action.low) + curveOf(({ action }) => action.high)} />
      {x.ticks(5).map((tick) => (
        <text class="under" x={tenth(x(tick))} y={bottom + 16}>
          {whole(tick)}
        </text>
      ))}
      <text class="tick" x={right} y={bottom + 33}>
        {words.answersAxis}
      </text>
      {drawn.map((point) => (
        <g class={named.has(point) ? 'point named' : 'point'} tabindex={0}>
          {pointTitle(
            `${point.name}: ${percent(point.rate)}, n = ${whole(point.rated)}, ${words.signals[point.signal]}`,
          )}
          <circle class="reach" cx={tenth(point.x)} cy={tenth(point.y)} r="9" />
          <Mark x={point.x} y={point.y} signal={point.signal} />
          <text class={`name ${nameEnd(point.x)}`} x={tenth(point.x)} y={tenth(Math.max(point.y - 9, 10))}>
            {point.name}
          </text>
        </g>
      ))}
    </ChartFrame>
  );
};
