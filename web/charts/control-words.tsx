import type { ControlPoint } from '../../functions/domain/measure/shown-control-chart.ts';
import { Key } from './frame.tsx';
import { Mark } from './mark.tsx';
import { signalOf } from './signal.ts';
import { percent, range, shortWeeks, whole, words } from './texts.ts';

/** What the chart says, in words. */
export const controlSummary = (
  points: readonly ControlPoint[],
  centre: number,
  centreText: string,
): string => {
  const shown = points.flatMap(({ rate, ...point }) => (rate === null ? [] : [{ ...point, rate }]));
  const outside = shown.filter(({ rate, limits }) => signalOf(rate, limits) !== 'inside');
  const about = `Đường giữa: ${centreText} ${percent(centre)}.`;
  if (shown.length === 0) return `${about} Chưa có điểm nào đủ lượt để hiện tỷ lệ.`;
  if (outside.length === 0)
    return `${about} Mọi điểm đều nằm trong giới hạn: lên xuống chỉ ở mức ngẫu nhiên.`;
  const named = outside.map(
    ({ from, to, rate, limits }) =>
      `tuần ${shortWeeks(from, to)} (${percent(rate)}, ${words.signals[signalOf(rate, limits)]})`,
  );
  return `${about} Ngoài giới hạn: ${named.join('; ')}.`;
};

/** What the shapes and lines mean. */
export const ControlLegend = ({ centreText }: { centreText: string }) => (
  <>
    <Key text={words.legend.inside}>
      <path class="link" d="M0 6H26" />
      <Mark x={13} y={6} signal="inside" />
    </Key>
    <Key text={words.legend.warning}>
      <Mark x={13} y={6} signal="below" />
    </Key>
    <Key text={words.legend.action}>
      <Mark x={7} y={7} signal="far_above" />
      <Mark x={19} y={5} signal="far_below" />
    </Key>
    <Key text={centreText}>
      <path class="centre" d="M0 6H26" />
    </Key>
    <Key text={words.legend.limits95}>
      <rect class="usual" width="26" height="12" />
      <path class="limit95" d="M0 6H26" />
    </Key>
    <Key text={words.legend.limits998}>
      <path class="limit998" d="M0 6H26" />
    </Key>
  </>
);

/** The numbers of the chart. */
export const ControlTable = ({ points }: { points: readonly ControlPoint[] }) => (
  <table>
    <thead>
      <tr>
        <th scope="col">{words.weeks}</th>
        <th scope="col">{words.answers}</th>
        <th scope="col">{words.rate}</th>
        <th scope="col">{words.limits95}</th>
        <th scope="col">{words.limits998}</th>
      </tr>
    </thead>
    <tbody>
      {points.map(({ from, to, rated, rate, limits }) => (
        <tr>
          <th scope="row">{shortWeeks(from, to)}</th>
          <td>{whole(rated)}</td>
          <td>
            {rate === null ? words.hiddenRate : percent(rate)}
            {rate === null || signalOf(rate, limits) === 'inside' ? null : (
              <span class="remark"> {words.signals[signalOf(rate, limits)]}</span>
            )}
          </td>
          <td>{range(limits.warning)}</td>
          <td>{range(limits.action)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
