import type { Week } from '../iso-week.ts';
import type { Criterion } from '../questionnaire.ts';
import { type Detail, emptyDetail } from '../tally.ts';
import type { Commune, CommuneCode, Province, ProvinceCode } from '../unit.ts';
import { type Audience, shownIf, viewOf } from './audience.ts';
import { type Comparison, comparisonOf, levelCounts } from './comparison.ts';
import type { CommuneHistory } from './history.ts';
import type { Rated } from './satisfaction.ts';
import { showCriteria, timelineFor, type WindowLength } from './shown-commune.ts';
import { type ShownMeasure, type ShownRate, showMeasure } from './shown-measure.ts';
import { comparedCounts, type ShownStanding, showStanding, showTrend } from './shown-standing.ts';
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

/** What a province's numbers are made of. */
export interface ProvinceView {
  province: Province;
  /** For everybody but the operator a week that has ended. */
  at: Week;
  audience: Audience;
  /** Whole histories; a commune without one had no responses. */
  histories: ReadonlyMap<CommuneCode, CommuneHistory>;
}

/** One commune of the roster with its weeks and the answers it is compared by. */
export interface RosterEntry {
  commune: Commune;
  timeline: Timeline;
  compared: Rated;
}

const makeRoster = ({ province, at, audience, histories }: ProvinceView): RosterEntry[] =>
  province.communes.map((commune) => {
    const history = histories.get(commune.code) ?? { commune: commune.code, weeks: [] };
    const timeline = timelineFor(audience, history, at);
    return { commune, timeline, compared: comparedCounts(timeline) };
  });

/** What a province's page shows is several questions about the same roster: it is made once for the same histories. */
const rosters = new WeakMap<
  ProvinceView['histories'],
  { of: Omit<ProvinceView, 'histories'>; roster: RosterEntry[] }
>();

export const rosterOf = (view: ProvinceView): readonly RosterEntry[] => {
  const { province, at, audience, histories } = view;
  const known = rosters.get(histories);
  if (known?.of.province === province && known.of.at === at && known.of.audience === audience)
    return known.roster;
  const roster = makeRoster(view);
  rosters.set(histories, { of: { province, at, audience }, roster });
  return roster;
};

const comparisonAmong = (roster: readonly RosterEntry[]): Comparison =>
  comparisonOf(roster.map(({ compared }) => compared));

/** What the communes of a province are compared with: to be handed to showCommune, never shown by itself. */
export const comparisonFor = (view: ProvinceView): Comparison => comparisonAmong(rosterOf(view));

/** Weeks of each commune's window: whose details showProvince wants, summed. Communes without a window are left out. */
export const windowRanges = (view: ProvinceView, length: WindowLength): Map<CommuneCode, WeekRange> =>
  new Map(
    rosterOf(view).flatMap(({ commune, timeline }): [CommuneCode, WeekRange][] => {
      const { window } = timeline.windowsOf(length);
      return window ? [[commune.code, { from: window.from, to: window.to }]] : [];
    }),
  );

/** The level is a rate like any other: of fewer than 30 answers a province sees none. */
const isLevelSeen = (roster: readonly RosterEntry[]): boolean =>
  viewOf('province', levelCounts(roster.map(({ compared }) => compared)).rated) === 'everything';

/**
 * What may be shown of a province and each of its communes, in the order of its roster. Without `details` no criterion
 * is shown; a commune missing from them answered none.
 */
export const showProvince = ({
  window,
  details,
  ...view
}: ProvinceView & {
  window: WindowLength;
  details?: ReadonlyMap<CommuneCode, Detail> | undefined;
}): ProvinceExport => {
  const { province, audience } = view;
  const roster = rosterOf(view);
  const comparison = comparisonAmong(roster);
  const isLevelShown = audience === 'operator' || (audience === 'province' && isLevelSeen(roster));
  return {
    province: province.code,
    window,
    level: shownIf(isLevelShown, comparison.level),
    priorStrength: shownIf(isLevelShown, comparison.priorStrength),
    compared: shownIf(audience !== 'public', comparison.compared),
    communes: roster.map(({ commune: { code, name }, timeline, compared }) => ({
      commune: code,
      name,
      ...showMeasure(audience, timeline.windowsOf(window).window),
      ...showStanding(audience, compared, comparison),
      trend: showTrend(audience, timeline),
      criteria: showCriteria(audience, details && (details.get(code) ?? emptyDetail)),
    })),
  };
};
