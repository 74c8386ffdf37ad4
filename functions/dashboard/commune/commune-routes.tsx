import { document } from '../../../web/draw.ts';
import { CommuneWeekPage } from '../../../web/staff/pages/commune-week-page.tsx';
import { promisesInShort } from '../../../web/staff/promise-words.ts';
import { messages } from '../../../web/staff/texts/messages.ts';
import { askedWeek } from '../../domain/asked-week.ts';
import { audienceOf, mayDo } from '../../domain/authorization.ts';
import { dayOf } from '../../domain/day.ts';
import { addWeeks, type Week, weekOf } from '../../domain/iso-week.ts';
import type { ShownCommuneWeek } from '../../domain/measure/shown-commune-week.ts';
import type { Commune, Province } from '../../domain/unit.ts';
import { lastEndedWeek, type WeekStatus, weekStatus } from '../../domain/week-life.ts';
import { readCommuneWeek } from '../../measures/read-commune-week.ts';
import { rememberingComparisons } from '../../measures/remembering-comparisons.ts';
import type { DashboardDependencies } from '../dependencies.ts';
import { staffMessage } from '../staff-pages.tsx';
import type { StaffRoute } from '../staff-routes.ts';

const problemStatus = { no_such_week: 400, not_begun: 404, still_open: 404 } as const;

type Dependencies = Pick<
  DashboardDependencies,
  'tallies' | 'visits' | 'comments' | 'desks' | 'promises' | 'now' | 'demo'
>;

/** Names of a commune's desks by their codes. */
const deskNamesOf = async (
  { desks }: Pick<Dependencies, 'desks'>,
  commune: Commune,
  province: Province,
): Promise<ReadonlyMap<string, string>> =>
  new Map((await desks.ofCommune(province.code, commune.code)).map(({ code, name }) => [code, name]));

/** The weeks beside one, as far as there is something that may be seen. */
const beside = (at: Week, { first, last }: { first: Week | null; last: Week }) => ({
  previous: first !== null && at > first ? addWeeks(at, -1) : undefined,
  next: at < last ? addWeeks(at, 1) : undefined,
});

/** By the clock; but a week is not closed before a night has counted it as closed. */
const statusOf = ({ finality }: ShownCommuneWeek, at: Week, now: Date): WeekStatus => {
  const status = weekStatus(at, now);
  return status === 'closed' && finality.provisional ? 'provisional' : status;
};

/** `/dashboard/commune/:code?week=2026-W47`: one week of one commune, the last ended one when none is named. */
export const communeRoutes = (deps: Dependencies): StaffRoute[] => {
  const comparisonAt = rememberingComparisons(deps);
  return [
    {
      method: 'get',
      path: '/dashboard/commune/:code',
      unit: 'commune',
      action: 'read_commune',
      answer: async (c, commune, province) => {
        const { account, staff, site } = c.var;
        const unit = { province: province.code, commune: commune.code };
        const audience = audienceOf(account, unit) ?? 'public';
        const now = deps.now();
        const maySeeOpen = deps.demo === true || audience === 'operator';
        const asked = askedWeek(c.req.query('week'), { now, maySeeOpen });
        if (!asked.ok) return staffMessage(c, messages.weeks[asked.problem], problemStatus[asked.problem]);

        const at = asked.week;
        const [shown, deskNames, promises] = await Promise.all([
          readCommuneWeek({ ...deps, comparisonAt }, { commune, province, audience, at, now }),
          deskNamesOf(deps, commune, province),
          deps.promises.ofCommune(province.code, commune.code),
        ]);
        const last = maySeeOpen ? weekOf(now) : lastEndedWeek(now);
        return c.html(
          document(
            <CommuneWeekPage
              site={site}
              staff={staff}
              commune={commune}
              province={province}
              audience={audience}
              shown={shown}
              at={at}
              status={statusOf(shown, at, now)}
              newest={lastEndedWeek(now)}
              {...beside(at, { first: shown.first, last })}
              deskNames={deskNames}
              promises={promisesInShort(promises, dayOf(now))}
              may={{
                reportVisits: mayDo(account, 'report_visits', unit),
                writePromises: mayDo(account, 'write_promises', unit),
              }}
            />,
          ),
        );
      },
    },
  ];
};
