import type { Week } from '../../../functions/domain/iso-week.ts';
import { weeksFrom } from '../../../functions/domain/iso-week.ts';
import { criteriaToShow } from '../../../functions/domain/measure/criterion.ts';
import type { ShownCommuneWeek } from '../../../functions/domain/measure/shown-commune-week.ts';
import type { Trend } from '../../../functions/domain/measure/trend.ts';
import { ControlChart } from '../../charts/control-chart.tsx';
import { IntervalBars } from '../../charts/interval-bars.tsx';
import { criterionNames } from '../../texts/criterion-names.ts';
import { communeTexts as t } from '../texts/commune.ts';
import { periodText } from '../texts/commune-sentences.ts';

interface Props {
  shown: ShownCommuneWeek;
  at: Week;
  newest: Week;
}

/** The rate of half a year against what chance would do. */
export const CommuneControlChart = ({ shown: { chart }, at }: Props) => {
  if (!chart?.points.some(({ rate }) => rate !== null))
    return <p class="note">{chart ? t.chart.noRates : t.chart.none}</p>;
  const weeks = weeksFrom(chart.from, at).length;
  return (
    <ControlChart
      id="over-time"
      title={t.chart.title(weeks)}
      centre={chart.centre}
      centreText={t.chart.centre(weeks)}
      from={chart.from}
      to={at}
      points={chart.points}
    />
  );
};

const remarks = {
  better: 'tốt lên',
  worse: 'kém đi',
  same: undefined,
  too_few: undefined,
} as const satisfies Record<Trend, string | undefined>;

/** The eight criteria over thirteen weeks: four are too few for most communes. */
export const CommuneCriteria = ({ shown: { criteria: rates, month, quarter }, newest }: Props) => {
  const { from, to } = quarter;
  if (from === null || to === null) return null;
  const asked = criteriaToShow((criterion) => Boolean(rates[criterion].rated));
  const rows = asked.map((criterion) => {
    const { rated, satisfactionRate, low, high } = rates[criterion];
    const trend = month.moved[criterion];
    return {
      label: criterionNames[criterion],
      rated,
      rate: satisfactionRate,
      low,
      high,
      remark: trend === null ? undefined : remarks[trend],
    };
  });
  if (rows.every(({ rated }) => rated === null || rated === 0)) return <p class="note">{t.criteria.none}</p>;
  return (
    <IntervalBars
      id="criteria"
      title={t.criteria.title}
      summary={periodText(from, to, newest)}
      rows={rows}
      rowsAre={t.criteria.rowsAre}
    />
  );
};
