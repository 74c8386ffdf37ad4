import { scaleLinear } from 'd3-scale';
import { ChartFrame, Key } from './frame.tsx';
import { chartWidth, tenth } from './scales.ts';
import { bare, percent, range, whole, words } from './texts.ts';

/** One bar; null is what may not be shown. */
export interface BarRow {
  label: string;
  rated: number | null;
  rate: number | null;
  low: number | null;
  high: number | null;
  /** A word beside the label: that it moved, for example. */
  remark?: string | undefined;
  /** What stands for the bar where there is none, when it is not simply too few. */
  instead?: string | undefined;
}

interface Props {
  id: string;
  title: string;
  summary: string;
  rows: readonly BarRow[];
  /** Heads the first column of the table. */
  rowsAre: string;
}

const rowHeight = 36;
const barTop = 19;
const barHeight = 11;
const axisHeight = 18;
/** Room for half of '100' at the right. */
const right = chartWidth - 12;

const isDrawn = (row: BarRow): row is BarRow & { rated: number; rate: number; low: number; high: number } =>
  row.rated !== null && row.rate !== null && row.low !== null && row.high !== null;

const figuresOf = (row: BarRow): string => {
  if (isDrawn(row)) return `${percent(row.rate)} (n = ${whole(row.rated)})`;
  if (row.rated === null || row.rated > 0) return row.instead ?? words.hiddenCell;
  return `n = 0`;
};

/**
 * Rates as bars from 0 to 100 % with their intervals on them: a bar on a cut scale would exaggerate, so it stands on
 * the whole one.
 */
export const IntervalBars = ({ id, title, summary, rows, rowsAre }: Props) => {
  const x = scaleLinear([0, 1], [0, right]);
  const bottom = rows.length * rowHeight;
  return (
    <ChartFrame
      id={id}
      title={title}
      summary={summary}
      height={bottom + axisHeight}
      legend={
        <>
          <Key text={words.legend.rate}>
            <rect class="bar" y="1" width="26" height="10" />
          </Key>
          <Key text={words.legend.interval}>
            <path class="whisker" d="M2 6H24M2 2V10M24 2V10" />
          </Key>
        </>
      }
      table={<BarTable rows={rows} rowsAre={rowsAre} />}
    >
      {rows.map((row, index) => {
        const top = index * rowHeight;
        const middle = top + barTop + barHeight / 2;
        return (
          <>
            <text class="label" x="0" y={top + 14}>
              {row.label}
              {row.remark ? <tspan class="remark"> – {row.remark}</tspan> : null}
            </text>
            <text class="tick" x={right} y={top + 14}>
              {figuresOf(row)}
            </text>
            <rect class="scale" y={top + barTop} width={right} height={barHeight} />
            {isDrawn(row) ? (
              <>
                <rect class="bar" y={top + barTop} width={tenth(x(row.rate))} height={barHeight} />
                <path
                  class="whisker"
                  d={`M${tenth(x(row.low))} ${middle}H${tenth(x(row.high))}${[row.low, row.high]
                    .map((end) => `M${tenth(x(end))} ${middle - 4}v8`)
                    .join('')}`}
                />
              </>
            ) : null}
          </>
        );
      })}
      {[0, 0.25, 0.5, 0.75, 1].map((tick) => (
        <text class={tick === 0 ? 'unit' : 'under'} x={tenth(x(tick))} y={bottom + 13}>
          {tick * 100}
          {tick === 0 ? ' %' : ''}
        </text>
      ))}
    </ChartFrame>
  );
};

const BarTable = ({ rows, rowsAre }: Pick<Props, 'rows' | 'rowsAre'>) => (
  <table>
    <thead>
      <tr>
        <th scope="col">{rowsAre}</th>
        <th scope="col">{words.answers}</th>
        <th scope="col">{words.rate}</th>
        <th scope="col">{words.interval}</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr>
          <th scope="row">
            {row.label}
            {row.remark ? <span class="remark"> {row.remark}</span> : null}
          </th>
          {isDrawn(row) ? (
            <>
              <td>{whole(row.rated)}</td>
              <td>{bare(row.rate)}</td>
              <td>{range(row)}</td>
            </>
          ) : (
            <>
              <td>{row.rated === null ? '–' : whole(row.rated)}</td>
              <td colspan={2}>{row.rated === 0 ? '–' : (row.instead ?? words.hiddenCell)}</td>
            </>
          )}
        </tr>
      ))}
    </tbody>
  </table>
);
