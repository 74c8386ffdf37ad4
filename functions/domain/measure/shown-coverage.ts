import { addWeeks } from '../iso-week.ts';
import { allResponses } from '../tally.ts';
import type { CommuneCode } from '../unit.ts';
import type { Audience } from './audience.ts';
import { comparedFrom } from './comparison.ts';
import type { WeekEntry } from './history.ts';
import { type ProvinceView, rosterOf } from './shown-province.ts';
import { comparisonWeeks } from './shown-standing.ts';
import { type Tier, tierOf } from './tier.ts';

/** A commune with an active desk from which nothing came in the week. */
export interface Silence {
  commune: CommuneCode;
  /** Weeks without a response up to this one, at most 13; null when there never was one. */
  weeks: number | null;
}

/** How far the survey reaches: how many communes there are of each kind, and whom to call. */
export interface ProvinceCoverage {
  communes: number;
  /** With an active desk. */
  live: number;
  /** Communes with a response of any kind in the last 13 weeks. */
  answering: ReadonlySet<CommuneCode>;
  /** How many communes have how much in their 13-week windows. */
  tiers: Readonly<Record<Tier, number>>;
  /** Of those in tier `reportable`: with enough answers to be compared. */
  comparable: number;
  silent: readonly Silence[];
}

const silenceOf = (weeks: readonly WeekEntry[]): number | null => {
  const last = weeks.findLastIndex(({ summary }) => allResponses(summary) > 0);
  return last < 0 ? null : weeks.length - 1 - last;
};

/**
 * For the province and the operator; null for others. It tells of single weeks only whether anything came at all:
 * nobody stands behind a zero. A block of ten answers with silent weeks in it is still ten answers of the others.
 */
export const showCoverage = ({
  live,
  ...view
}: ProvinceView & { live: ReadonlySet<CommuneCode> }): ProvinceCoverage | null => {
  const { province, at, audience, histories } = view;
  if (!isForProvince(audience)) return null;
  const since = addWeeks(at, 1 - comparisonWeeks);
  const answering = new Set<CommuneCode>();
  const silent: Silence[] = [];
  for (const { code } of province.communes) {
    const weeks = (histories.get(code)?.weeks ?? []).filter(({ week }) => week <= at);
    if (weeks.some(({ week, summary }) => week >= since && allResponses(summary) > 0)) answering.add(code);
    const silence = silenceOf(weeks);
    if (live.has(code) && silence !== 0) {
      silent.push({ commune: code, weeks: silence && Math.min(silence, comparisonWeeks) });
    }
  }
  const tiers: Record<Tier, number> = { insufficient: 0, indicative: 0, reportable: 0 };
  let comparable = 0;
  for (const { compared } of rosterOf(view)) {
    tiers[tierOf(compared.rated)] += 1;
    if (compared.rated >= comparedFrom) comparable += 1;
  }
  return {
    communes: province.communes.length,
    live: province.communes.filter(({ code }) => live.has(code)).length,
    answering,
    tiers,
    comparable,
    silent,
  };
};

const isForProvince = (audience: Audience): boolean => audience === 'province' || audience === 'operator';
