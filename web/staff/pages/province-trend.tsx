import type { ControlPoint } from '../../../functions/domain/measure/shown-control-chart.ts';
import type { ProvinceTrend } from '../../../functions/domain/measure/shown-province-page.ts';
import { ControlChart } from '../../charts/control-chart.tsx';
import { province as t } from '../texts/province.ts';

/** The province week by week against its own level. */
export const Trend = ({ trend, isOperator }: { trend: ProvinceTrend; isOperator: boolean }) => {
  const { centre, weeks } = trend;
  const [first, last] = [weeks[0], weeks.at(-1)];
  const points = weeks.flatMap(({ week, rated, satisfactionRate, limits }): ControlPoint[] =>
    rated !== null && limits ? [{ from: week, to: week, rated, rate: satisfactionRate, limits }] : [],
  );
  return (
    <section aria-labelledby="trend">
      <h2 id="trend">{t.trend.title}</h2>
      {centre === undefined || !first || !last ? (
        <p>{t.trend.none}</p>
      ) : (
        <ControlChart
          id="weeks"
          title={t.trend.chart}
          centre={centre}
          centreText={t.trend.centre}
          from={first.week}
          to={last.week}
          points={points}
        />
      )}
      <p class="note">{isOperator ? t.trend.operatorNote : t.trend.note}</p>
    </section>
  );
};
