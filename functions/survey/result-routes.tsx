import { Hono } from 'hono';
import type { ShownPeriod } from '../../web/components/shown-period.tsx';
import { ProvincePage } from '../../web/pages/province-page.tsx';
import { ResultPage } from '../../web/pages/result-page.tsx';
import { isPublished } from '../domain/commune-settings.ts';
import { type Week, weekOf } from '../domain/iso-week.ts';
import { historyOf } from '../domain/measure/history.ts';
import { timelineFor } from '../domain/measure/shown-commune.ts';
import { showFinality } from '../domain/measure/shown-finality.ts';
import { showMeasure } from '../domain/measure/shown-measure.ts';
import { shownToAll } from '../domain/promise.ts';
import type { WeekSummary } from '../domain/standing.ts';
import { emptySummary } from '../domain/tally.ts';
import type { CommuneCode } from '../domain/unit.ts';
import { lastEndedWeek } from '../domain/week-life.ts';
import type { SurveyDependencies } from './dependencies.ts';
import { message, page, type SurveyEnv } from './pages.tsx';

/** Results change once a week; five minutes spare the table when a newspaper links to a page. */
const resultCaching = 'public, max-age=300';

/** The latest ones; a page of results is no archive. */
const keptCount = 5;

/** What everybody may know of a commune at an ended week: the window of so many weeks. */
const publicPeriod = (
  commune: CommuneCode,
  weeks: readonly WeekSummary[],
  at: Week,
  length: number,
): ShownPeriod => {
  const { window } = timelineFor('public', historyOf(commune, weeks, at), at).windowsOf(length);
  return { ...showMeasure('public', window), finality: showFinality('public', window) };
};

/** The pages that everybody may read: one commune, and the communes of a province. */
export const resultRoutes = ({ units, tallies, settings, promises, now, ...deps }: SurveyDependencies) => {
  const caching = deps.demo ? 'no-cache' : resultCaching;
  const app = new Hono<SurveyEnv>();

  app.get('/c/:commune', async (c) => {
    const commune = await units.commune(c.req.param('commune'));
    const province = commune && (await units.province(commune.province));
    if (!commune || !province) return message(c, c.var.site.t.messages.unknownCommune, 404);
    if (!isPublished(await settings.of(province.code, commune.code))) {
      return message(c, c.var.site.t.messages.notPublished, 404);
    }
    const open = weekOf(now());
    const [weeks, promised] = await Promise.all([
      tallies.ofCommune(commune.code, open),
      promises.ofCommune(province.code, commune.code),
    ]);
    const ended = lastEndedWeek(now());
    const known = weeks.filter(({ week }) => week <= ended);
    const { counted } = weeks.find(({ week }) => week === open)?.summary ?? emptySummary;
    c.header('Cache-Control', caching);
    return page(
      c,
      <ResultPage
        site={c.var.site}
        commune={commune}
        province={province}
        measure={{
          latest: publicPeriod(commune.code, known, ended, 1),
          quarter: publicPeriod(commune.code, known, ended, 13),
        }}
        promises={shownToAll(promised).slice(0, keptCount)}
        {...(deps.demo && { open: { week: open, ratings: counted } })}
      />,
    );
  });

  app.get('/p/:province', async (c) => {
    const province = await units.province(c.req.param('province'));
    if (!province) return message(c, c.var.site.t.messages.unknownProvince, 404);
    const decided = await settings.ofProvince(province.code);
    if (!decided.province.value.isPublic) return message(c, c.var.site.t.messages.notPublished, 404);
    const published = province.communes.filter(
      ({ code }) => decided.communes.get(code)?.value.isPublic ?? true,
    );
    const ended = lastEndedWeek(now());
    const weeks = await tallies.ofProvince(province.code, ended);
    const rows = published
      .map((commune) => ({
        commune,
        measure: publicPeriod(commune.code, weeks.get(commune.code) ?? [], ended, 13),
      }))
      .toSorted((a, b) => a.commune.name.localeCompare(b.commune.name, 'vi'));
    c.header('Cache-Control', caching);
    return page(c, <ProvincePage site={c.var.site} province={province} rows={rows} />);
  });

  return app;
};
