import type { ShownFinality } from '../../functions/domain/measure/shown-finality.ts';
import type { ShownMeasure } from '../../functions/domain/measure/shown-measure.ts';
import type { Language } from '../../functions/domain/questionnaire.ts';
import type { Site } from '../layout.tsx';
import { count, dateRange, decimal, percent, weekRange } from '../texts/numbers.ts';
import { Provisional, Updated } from './finality.tsx';
import { IntervalBar } from './interval-bar.tsx';

/** The measure of a window as everybody may see it: null is what may not be shown. */
export interface ShownPeriod
  extends Pick<
    ShownMeasure,
    'from' | 'to' | 'rated' | 'satisfactionRate' | 'low' | 'high' | 'meanScore' | 'topBox'
  > {
  finality: ShownFinality;
}

/** The same, ready to print. */
export interface Figures {
  rated: string;
  rate: string;
  low: string;
  high: string;
  topBox: string;
  meanScore: string;
  bar: { rate: number; low: number; high: number };
}

/** Undefined when the measure may not be shown. */
export const figuresOf = (
  { rated, satisfactionRate: rate, low, high, topBox, meanScore }: ShownPeriod,
  language: Language,
): Figures | undefined =>
  rated === null || rate === null || low === null || high === null || topBox === null || meanScore === null
    ? undefined
    : {
        rated: count(rated, language),
        rate: percent(rate, language),
        low: percent(low, language),
        high: percent(high, language),
        topBox: percent(topBox / rated, language),
        meanScore: decimal(meanScore, language),
        bar: { rate, low, high },
      };

/** Which weeks, or nothing when there are none. */
export const PeriodWeeks = ({ site, period: { from, to } }: { site: Site; period: ShownPeriod }) =>
  from && to ? (
    <span class="weeks">
      {weekRange(from, to, site.t)} <span>({dateRange(from, to)})</span>
    </span>
  ) : null;

interface Props {
  site: Site;
  id: string;
  title: string;
  period: ShownPeriod;
}

/** One window of one commune. */
export const Period = ({ site, id, title, period }: Props) => {
  const { language, t } = site;
  const figures = figuresOf(period, language);
  return (
    <section class="period" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>
        <PeriodWeeks site={site} period={period} />
      </p>
      <Provisional site={site} finality={period.finality} />
      <Updated site={site} finality={period.finality} />
      {figures ? (
        <>
          <p class="big">{figures.rate}</p>
          <p>
            {t.result.rate}, {t.result.interval(figures.low, figures.high)}
          </p>
          <IntervalBar {...figures.bar} label={t.result.barLabel(figures.rate, figures.low, figures.high)} />
          <p class="ends" aria-hidden="true">
            <span>{t.result.scaleStart}</span> <span>{t.result.scaleEnd}</span>
          </p>
          <p>
            <b>{t.result.answers(figures.rated)}</b>
          </p>
          <dl class="figures">
            <div>
              <dt>{t.result.topBox}</dt>
              <dd>{figures.topBox}</dd>
            </div>
            <div>
              <dt>{t.result.meanScore}</dt>
              <dd>{figures.meanScore}</dd>
            </div>
          </dl>
        </>
      ) : (
        <>
          <p class="few">{t.result.tooFew}</p>
          <p>{t.result.tooFewWhy}</p>
        </>
      )}
    </section>
  );
};
