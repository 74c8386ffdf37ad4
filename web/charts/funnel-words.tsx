import { Key } from './frame.tsx';
import type { FunnelPoint } from './funnel-plot.tsx';
import { Mark } from './mark.tsx';
import { signalOf } from './signal.ts';
import { percent, whole, words } from './texts.ts';

/** What the plot says, in words: how many lie outside, not who; who stands in the table and at the points. */
export const funnelSummary = (points: readonly FunnelPoint[], level: number, levelText: string): string => {
  const signals = points.map(({ rate, limits }) => signalOf(rate, limits));
  const outside = signals.filter((signal) => signal !== 'inside').length;
  const far = signals.filter((signal) => signal.startsWith('far')).length;
  const about = `Đường giữa: ${levelText} ${percent(level)}. Mỗi điểm là một đơn vị, ${whole(points.length)} đơn vị.`;
  return outside === 0
    ? `${about} Mọi điểm đều nằm trong giới hạn: chênh lệch chỉ ở mức ngẫu nhiên.`
    : `${about} ${whole(outside)} đơn vị ngoài giới hạn 95\u00a0%, trong đó ${whole(far)} ngoài giới hạn 99,8\u00a0%.`;
};

/** What the shapes and lines mean. */
export const FunnelLegend = ({ levelText }: { levelText: string }) => (
  <>
    <Key text={words.legend.inside}>
      <Mark x={13} y={6} signal="inside" />
    </Key>
    <Key text={words.legend.warning}>
      <Mark x={13} y={6} signal="below" />
    </Key>
    <Key text={words.legend.action}>
      <Mark x={7} y={7} signal="far_above" />
      <Mark x={19} y={5} signal="far_below" />
    </Key>
    <Key text={levelText}>
      <path class="centre" d="M0 6H26" />
    </Key>
    <Key text={words.legend.limits95}>
      <path class="limit95" d="M0 6H26" />
    </Key>
    <Key text={words.legend.limits998}>
      <path class="limit998" d="M0 6H26" />
    </Key>
  </>
);

/** The numbers of the plot, by name: no order of rates, lest it be read as a rank list. */
export const FunnelTable = ({ points }: { points: readonly FunnelPoint[] }) => (
  <table>
    <thead>
      <tr>
        <th scope="col">{words.unit}</th>
        <th scope="col">{words.answers}</th>
        <th scope="col">{words.rate}</th>
        <th scope="col" class="text">
          {words.remark}
        </th>
      </tr>
    </thead>
    <tbody>
      {points
        .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
        .map(({ name, rated, rate, limits }) => (
          <tr>
            <th scope="row">{name}</th>
            <td>{whole(rated)}</td>
            <td>{percent(rate)}</td>
            <td class="text">{words.signals[signalOf(rate, limits)]}</td>
          </tr>
        ))}
    </tbody>
  </table>
);
