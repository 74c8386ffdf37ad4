import { Hono } from 'hono';
import {
  type AggregationStores,
  aggregateProvince,
} from '../../../functions/aggregate/aggregate-province.ts';
import { languages } from '../../../functions/domain/questionnaire.ts';
import { CommuneCode } from '../../../functions/domain/unit.ts';
import { unclosedWeeks } from '../../../functions/domain/week-life.ts';
import type { UnitStore } from '../../../functions/store/unit-store.ts';
import { localHref } from '../../../web/local-href.ts';

export const aggregateHref = (commune: string): string => `/demo/aggregate?commune=${commune}`;

/**
 * Counts the answers of a commune's province now instead of tonight. A plain link may do it: counting again
 * changes nothing that it was not going to change.
 */
export const demoRoutes = (
  deps: AggregationStores & { units: Pick<UnitStore, 'commune' | 'province'>; now: () => Date },
) =>
  new Hono().get('/demo/aggregate', async (c) => {
    const code = CommuneCode.safeParse(c.req.query('commune'));
    const commune = code.success ? await deps.units.commune(code.data) : undefined;
    const province = commune && (await deps.units.province(commune.province));
    if (!commune || !province) return c.notFound();
    const now = deps.now();
    await aggregateProvince(deps, province, { weeks: unclosedWeeks(now), now });
    c.header('Cache-Control', 'no-store');
    const asked = languages.find((language) => language === c.req.query('lang'));
    return c.redirect(localHref({ ...(asked && { asked }) }, `/c/${commune.code}`), 303);
  });
