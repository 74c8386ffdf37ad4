import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { type Week, weeksFrom } from '../../functions/domain/iso-week.ts';
import { ChartFrame, Key } from './frame.tsx';
import { Mark } from './mark.tsx';
import { RateAxis } from './rate-axis.tsx';
import { chartWidth, rateScale, tenth } from './scales.ts';
import { percent, range, shortWeeks, whole, words } from './texts.ts';
import { WeekAxis } from './week-axis.tsx';

/** A run of weeks; null is what may not be shown. */
export interface TrendPoint {
  from: Week;
  to: Week;
  rated: number | null;
  rate: number | null;
  low: number | null;
  high: number | null;
}

interface Props {
  id: string;
  title: string;
  summary: string;
  /** Oldest first. */
  points: readonly TrendPoint[];
}

const left = 30;
const right = chartWidth - 6;
const top = 20;
const bottom = 110;

const isDrawn = (
  point: TrendPoint,
): point is TrendPoint & { rated: number; rate: number; low: number; high: number } =>
  point.rated !== null && point.rate !== null && point.low !== null && point.high !== null;

/** A rate over some weeks with the interval around it: small, for the direction rather than the value. */
export const TrendLine = ({ id, title, summary, points }: Props) => {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const weeks = weeksFrom(first.from, last.to);
  const x = scaleLinear([0, weeks.length], [left, right]);
  const rates = rateScale(Math.min(1, ...points.filter(isDrawn).map(({ low }) => low)), [top, bottom]);
  const at = ({ from, to }: TrendPoint): number =>
    tenth(x((weeks.indexOf(from) + weeks.indexOf(to) + 1) / 2));
  const y = (rate: number | null): number => tenth(rates.at(rate ?? 0));
  const path = line<TrendPoint>()
    .defined(isDrawn)
    .x(at)
    .y(({ rate }) => y(rate))(points);
  const band = area<TrendPoint>()
    .defined(isDrawn)
    .x(at)
    .y0(({ low }) => y(low))
    .y1(({ high }) => y(high))(points);
  return (
    <ChartFrame
      id={id}
      title={title}
      summary={summary}
      height={bottom + 24}
      legend={
        <>
          <Key text={words.legend.rate}>
            <path class="link" d="M0 6H26" />
            <Mark x={13} y={6} signal="inside" />
          </Key>
          <Key text={words.legend.interval}>
            <rect class="usual" width="26" height="12" />
          </Key>
        </>
      }
      table={<TrendTable points={points} />}
    >
      {band ? <path class="usual" d={band} /> : null}
      <RateAxis scale={rates} left={left} right={right} />
      {path ? <path class="link" d={path} /> : null}
      {points.filter(isDrawn).map((point) => (
        <Mark x={at(point)} y={rates.at(point.rate)} signal="inside" />
      ))}
      <text class="unit" x="0" y={bottom + 18}>
        {words.weeks.toLowerCase()}
      </text>
      <WeekAxis from={first.from} to={last.to} at={x} y={bottom + 18} />
    </ChartFrame>
  );
};

const TrendTable = ({ points }: Pick<Props, 'points'>) => (
  <table>
    <thead>
      <tr>
        <th scope="col">{words.weeks}</th>
        <th scope="col">{words.answers}</th>
        <th scope="col">{words.rate}</th>
        <th scope="col">{words.interval}</th>
      </tr>
    </thead>
    <tbody>
      {points.map((point) => (
        <tr>
          <th scope="row">{shortWeeks(point.from, point.to)}</th>
          <td>{point.rated === null ? '–' : whole(point.rated)}</td>
          {isDrawn(point) ? (
            <>
              <td>{percent(point.rate)}</td>
              <td>{range(point)}</td>
            </>
          ) : (
            <td colspan={2}>{words.hiddenRate}</td>
          )}
        </tr>
      ))}
    </tbody>
  </table>
);
