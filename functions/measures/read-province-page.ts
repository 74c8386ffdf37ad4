import type { DashboardDependencies } from '../dashboard/dependencies.ts';
import type { Week } from '../domain/iso-week.ts';
import type { Audience } from '../domain/measure/audience.ts';
import { windowRanges } from '../domain/measure/shown-province.ts';
import { type ShownProvincePage, showProvincePage } from '../domain/measure/shown-province-page.ts';
import { comparisonWeeks } from '../domain/measure/shown-standing.ts';
import type { RolloutPlan } from '../domain/rollout.ts';
import type { CommuneCode, Province } from '../domain/unit.ts';
import { readProvince } from './read-province.ts';

export interface ProvincePageStores extends Pick<DashboardDependencies, 'tallies' | 'visits' | 'rollouts'> {
  desks: Pick<DashboardDependencies['desks'], 'liveCommunes'>;
}

/** What a province's page is made of. */
export interface ProvincePageData {
  page: ShownProvincePage;
  plan: RolloutPlan;
  /** Communes with an active desk. */
  live: ReadonlySet<CommuneCode>;
}

/**
 * Reads what a province's page shows: a handful of queries however many communes there are. Undefined for an audience
 * that a province's page is not for.
 */
export const readProvincePage = async (
  stores: ProvincePageStores,
  asked: { province: Province; at: Week; audience: Audience },
): Promise<ProvincePageData | undefined> => {
  const { code } = asked.province;
  const [view, live, { plan }] = await Promise.all([
    readProvince(stores, asked),
    stores.desks.liveCommunes(code),
    stores.rollouts.find(code),
  ]);
  const details = await stores.tallies.gatheredDetails(code, windowRanges(view, comparisonWeeks));
  const page = showProvincePage({ ...view, details, live });
  return page ? { page, plan, live } : undefined;
};
