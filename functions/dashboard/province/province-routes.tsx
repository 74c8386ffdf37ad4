import { document } from '../../../web/draw.ts';
import { StaffProvincePage } from '../../../web/staff/pages/province-page.tsx';
import { messages } from '../../../web/staff/texts/messages.ts';
import { province as texts } from '../../../web/staff/texts/province.ts';
import { askedWeek } from '../../domain/asked-week.ts';
import { audienceOf } from '../../domain/authorization.ts';
import { compareNames, inOrder, isWanted, listedCommune } from '../../domain/commune-list.ts';
import { dayOf } from '../../domain/day.ts';
import { addWeeks, type Week, weekOf } from '../../domain/iso-week.ts';
import { rolloutProgress, rolloutStateOf } from '../../domain/rollout.ts';
import { firstCharacters } from '../../domain/text-length.ts';
import type { CommuneCode, Province, ProvinceCode } from '../../domain/unit.ts';
import { lastEndedWeek, weekStatus } from '../../domain/week-life.ts';
import {
  type ProvincePageData,
  type ProvincePageStores,
  readProvincePage,
} from '../../measures/read-province-page.ts';
import { remembered } from '../../remembered.ts';
import { staffScriptAddresses } from '../browser-scripts.ts';
import type { DashboardDependencies } from '../dependencies.ts';
import { readListQuery } from '../list-query.ts';
import { staffMessage } from '../staff-pages.tsx';
import type { StaffRoute } from '../staff-routes.ts';

type Dependencies = ProvincePageStores & Pick<DashboardDependencies, 'now' | 'demo' | 'scripts'>;

/** A week that is not there for whom one asks is not found; what is no week at all is a bad request. */
const problemStatus = { no_such_week: 400, not_begun: 404, still_open: 404 } as const;

/** For so long a new desk may not count as live yet. */
const liveMs = 60_000;

/** Every commune with its row and its phase, by name. */
const listed = ({ communes }: Province, { page, plan }: ProvincePageData) => {
  const rows = new Map(page.shown.communes.map((row) => [row.commune, row]));
  return communes.toSorted(compareNames).flatMap((unit) => {
    const row = rows.get(unit.code);
    return row ? [listedCommune(unit, plan[unit.code]?.phase, row)] : [];
  });
};

/** `/dashboard/province/:code?week=2026-W47`: one week of a province, the last ended one when none is named. */
export const provinceRoutes = (deps: Dependencies): StaffRoute[] => {
  const scripts = deps.scripts ? [staffScriptAddresses(deps.scripts).tableFilter] : [];
  // The dearest read of the page, and the one that changes least.
  const live = remembered<Set<CommuneCode>>({ now: deps.now, forMs: liveMs, atMost: 34 });
  const liveCommunes = (code: ProvinceCode) => live(code, () => deps.desks.liveCommunes(code));
  const stores = { ...deps, desks: { liveCommunes } };
  return [
    {
      method: 'get',
      path: '/dashboard/province/:code',
      unit: 'province',
      action: 'read_province',
      answer: async (c, province) => {
        const { account, staff, site } = c.var;
        const audience = audienceOf(account, { province: province.code }) ?? 'public';
        const now = deps.now();
        const maySeeOpen = deps.demo === true || audience === 'operator';
        const asked = askedWeek(c.req.query('week'), { now, maySeeOpen });
        if (!asked.ok) return staffMessage(c, messages.weeks[asked.problem], problemStatus[asked.problem]);
        const read = readListQuery(c);
        if (!read.ok) {
          const { title, text } = texts.problems;
          return staffMessage(c, { title, text: text(firstCharacters(read.value, 40)) }, 400);
        }

        const at = asked.week;
        const data = await readProvincePage(stores, { province, at, audience });
        if (!data) return staffMessage(c, messages.notAllowed, 403);
        const { page, plan, live } = data;
        const byName = listed(province, data);
        const facts = { plan, live, answering: page.coverage.answering, today: dayOf(now) };
        const newest = maySeeOpen ? weekOf(now) : lastEndedWeek(now);
        const before = (week: Week): Week | undefined => (week <= newest ? week : undefined);
        return c.html(
          document(
            <StaffProvincePage
              site={site}
              staff={staff}
              province={province}
              at={at}
              status={weekStatus(at, now)}
              previous={addWeeks(at, -1)}
              next={before(addWeeks(at, 1))}
              page={page}
              byName={byName}
              list={{
                query: read.query,
                communes: inOrder(
                  byName.filter((commune) => isWanted(commune, read.query)),
                  read.query,
                ),
              }}
              rollout={{
                progress: rolloutProgress(
                  province.communes.map(({ code }) => code),
                  facts,
                ),
                late: byName.flatMap(({ unit }) =>
                  rolloutStateOf(unit.code, facts) === 'late' ? [unit] : [],
                ),
              }}
              isOperator={audience === 'operator'}
              scripts={scripts}
            />,
          ),
        );
      },
    },
  ];
};
