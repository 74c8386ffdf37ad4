import type { Week } from '../iso-week.ts';
import type { Criterion } from '../questionnaire.ts';
import { type Detail, emptyDetail } from '../tally.ts';
import type { CommuneCode, Province, ProvinceCode } from '../unit.ts';
import { type Audience, roundingFor, shownIf } from './audience.ts';
import { type Comparison, comparedCount, comparisonOf, expectedBelowByChance } from './comparison.ts';
import type { CommuneHistory } from './history.ts';
import { showCriteria, timelineFor, type WindowLength } from './shown-commune.ts';
import { answeredCount, type SensitiveFact, type ShownFact } from './shown-fact.ts';
import { type ShownMeasure, type ShownRate, showMeasure } from './shown-measure.ts';
import { comparedCounts, type ShownStanding, showPerfection, showStanding, showTrend } from './shown-standing.ts';
import { indicativeFrom } from './tier.ts';
import type { Timeline, WeekRange } from './timeline.ts';
import type { Trend } from './trend.ts';

/** One commune of a province. */
export interface CommuneRow extends ShownMeasure, ShownStanding {
  commune: CommuneCode;
  name: string;
  trend: Trend | null;
  criteria: Record<Criterion, ShownRate>;
}

/** A province's measure: the export, and what province pages and the interface show. Others script against it. */
export interface ProvinceExport {
  province: ProvinceCode;
  window: WindowLength;
  level: number | null;
  priorStrength: number | null;
  compared: boolean | null;
  communes: CommuneRow[];
}
