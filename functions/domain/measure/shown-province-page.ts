import type { Criterion } from '../questionnaire.ts';
import type { Detail } from '../tally.ts';
import type { CommuneCode } from '../unit.ts';
import { type ChartLimits, chartLimits } from './control-limits.ts';
import { perCriterion } from './criterion.ts';
import { type ProvinceCoverage, showCoverage } from './shown-coverage.ts';
import { type ShownFact, showSensitiveFact } from './shown-fact.ts';
import { showFinality, type UpdatedWeeks } from './shown-finality.ts';
import { type ShownFunnel, showFunnel } from './shown-funnel.ts';
import { type ProvinceExport, type ProvinceView, rosterOf, showProvince } from './shown-province.ts';
import { type ProvinceSignals, showSignals } from './shown-signals.ts';
import { comparisonWeeks } from './shown-standing.ts';
import { type ShownWeek, showWeeks } from './shown-weeks.ts';

/** Answers to the sensitive facts of one commune, where they may be shown. */
export interface SensitiveFacts {
  commune: CommuneCode;
  extraPayment: ShownFact;
  harassment: ShownFact;
}

/** A week of the province beside where chance alone would put it. */
export interface ProvinceWeekPoint extends ShownWeek {
  limits: ChartLimits | undefined;
}

/** How the province has done lately. */
export interface ProvinceTrend {
  /** The rate of all these weeks together, 0…1; undefined where no week has one. */
  centre: number | undefined;
  weeks: readonly ProvinceWeekPoint[];
}

/** How many rated a criterion in the communes whose rate of it is shown, and how many were satisfied. */
export interface PooledRate {
  rated: number;
  satisfied: number;
}

/** A commune some of whose closed weeks were counted again and changed. */
export interface UpdatedCommune {
  commune: CommuneCode;
  updated: readonly UpdatedWeeks[];
}

/** All that a province's page shows of its numbers. */
export interface ShownProvincePage {
  shown: ProvinceExport;
  signals: ProvinceSignals;
  coverage: ProvinceCoverage;
  /** Null where a comparison would not be fair. */
  funnel: ShownFunnel | null;
  trend: ProvinceTrend;
  sensitive: readonly SensitiveFacts[];
  /** In their 13-week windows. */
  updated: readonly UpdatedCommune[];
  /** Of shown cells only: whoever adds them up gets the same. */
  criteria: Record<Criterion, PooledRate>;
}

const trendOf = (weeks: readonly ShownWeek[]): ProvinceTrend => {
  const rated = weeks.reduce((total, week) => total + (week.satisfied === null ? 0 : (week.rated ?? 0)), 0);
  const satisfied = weeks.reduce((total, week) => total + (week.satisfied ?? 0), 0);
  const centre = rated === 0 ? undefined : satisfied / rated;
  return {
    centre,
    weeks: weeks.map((week) => ({
      ...week,
      limits: centre === undefined ? undefined : chartLimits(week.rated ?? 0, centre),
    })),
  };
};

const pooledCriteria = ({ communes }: ProvinceExport): Record<Criterion, PooledRate> =>
  perCriterion((criterion) => {
    const total = { rated: 0, satisfied: 0 };
    for (const { criteria } of communes) {
      const { rated, satisfied } = criteria[criterion];
      if (rated === null || satisfied === null) continue;
      total.rated += rated;
      total.satisfied += satisfied;
    }
    return total;
  });

/** Null for everybody but the province and the operator. `details` are of each commune's 13-week window. */
export const showProvincePage = (
  view: ProvinceView & { details: ReadonlyMap<CommuneCode, Detail>; live: ReadonlySet<CommuneCode> },
): ShownProvincePage | null => {
  const { audience, details } = view;
  const [signals, coverage, weeks] = [showSignals(view), showCoverage(view), showWeeks(view)];
  if (!signals || !coverage || !weeks) return null;
  const shown = showProvince({ ...view, window: comparisonWeeks });
  const sensitive = [...details].map(
    ([commune, detail]): SensitiveFacts => ({
      commune,
      extraPayment: showSensitiveFact(audience, detail, 'extra_payment'),
      harassment: showSensitiveFact(audience, detail, 'harassment'),
    }),
  );
  const updated = rosterOf(view).map(({ commune, timeline }): UpdatedCommune => {
    const { window } = timeline.windowsOf(comparisonWeeks);
    return { commune: commune.code, updated: showFinality(audience, window).updated };
  });
  return {
    shown,
    signals,
    coverage,
    funnel: showFunnel(view),
    trend: trendOf(weeks),
    sensitive: sensitive.filter(
      ({ extraPayment, harassment }) => extraPayment.answered !== null || harassment.answered !== null,
    ),
    updated: updated.filter((each) => each.updated.length > 0),
    criteria: pooledCriteria(shown),
  };
};
