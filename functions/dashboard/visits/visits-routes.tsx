import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem } from '../../../web/components/problems.tsx';
import { document } from '../../../web/draw.ts';
import { communePath } from '../../../web/staff/commune-nav.ts';
import { VisitsPage, visitsField } from '../../../web/staff/pages/visits-page.tsx';
import { visits as t } from '../../../web/staff/texts/visits.ts';
import { count } from '../../../web/texts/numbers.ts';
import { mayDo } from '../../domain/authorization.ts';
import { dayOf } from '../../domain/day.ts';
import type { Week } from '../../domain/iso-week.ts';
import type { Commune, Province } from '../../domain/unit.ts';
import type { ReportedVisits, VisitsChange } from '../../domain/visits.ts';
import type { DashboardDependencies } from '../dependencies.ts';
import { readPosted } from '../posted.ts';
import type { StaffContext, StaffRoute } from '../staff-routes.ts';
import {
  type AskedVisits,
  postedWeeks,
  readVisitsForm,
  type TypedVisits,
  typedVisits,
  typedWeeks,
} from './visits-form.ts';

type Dependencies = Pick<DashboardDependencies, 'visits' | 'accounts' | 'now'>;

const path = '/dashboard/commune/:code/visits';

/** `?done=3`: so many weeks were saved. */
const doneWords = (text: string | undefined): string | undefined => {
  if (text === undefined || !/^[0-8]$/.test(text)) return undefined;
  return text === '0' ? t.done.unchanged : t.done.saved(Number(text));
};

/** `/dashboard/commune/:code/visits`: how many visits a commune received in each of the last weeks. */
export const visitsRoutes = ({ visits, accounts, now }: Dependencies): StaffRoute[] => {
  const storedOf = (commune: Commune, weeks: readonly Week[]) => {
    const [last, first] = [weeks[0], weeks.at(-1)];
    return first && last
      ? visits.ofCommune(commune, first, last)
      : Promise.resolve(new Map<Week, ReportedVisits>());
  };

  const historiesOf = async (
    commune: Commune,
    stored: ReadonlyMap<Week, ReportedVisits>,
  ): Promise<ReadonlyMap<Week, readonly VisitsChange[]>> =>
    new Map(
      await Promise.all(
        [...stored]
          .filter(([, { revision }]) => revision > 1)
          .map(async ([week]) => [week, await visits.historyOf(commune, week)] as const),
      ),
    );

  const show = async (
    c: StaffContext,
    { commune, province }: { commune: Commune; province: Province },
    about: {
      weeks?: readonly Week[];
      typed?: readonly TypedVisits[];
      problems?: Problem[];
      hasConflict?: boolean;
      done?: string;
    },
    status: ContentfulStatusCode = 200,
  ) => {
    const { account, site, staff } = c.var;
    const { typed, weeks = typedWeeks(now()), ...said } = about;
    const stored = await storedOf(commune, weeks);
    const histories = await historiesOf(commune, stored);
    const reporters = [...stored.values(), ...[...histories.values()].flat()].map(({ by }) => by);
    const inForm = new Map(typed?.map((each) => [each.week, each]));
    return c.html(
      document(
        <VisitsPage
          site={site}
          staff={staff}
          commune={commune}
          rows={weeks.map((week) => {
            const known = stored.get(week);
            return {
              week,
              stored: known,
              typed: inForm.get(week)?.typed ?? (known ? String(known.visits) : ''),
              seen: inForm.get(week)?.seen ?? known?.revision ?? 0,
              history: histories.get(week) ?? [],
            };
          })}
          reporters={{ own: account.subject, roles: await accounts.rolesIn(province, reporters) }}
          mayReport={mayDo(account, 'report_visits', { province: province.code, commune: commune.code })}
          {...said}
        />,
      ),
      status,
    );
  };

  /** Reports each week for itself: what is right is kept, whatever somebody else does to another week. */
  const report = async (commune: Commune, asked: readonly AskedVisits[], by: string) => {
    const on = dayOf(now());
    const reported = await Promise.all(
      asked.map(async ({ seen, ...each }) => ({
        ...each,
        ...(await visits.report({ ...each, commune, by, on }, seen)),
      })),
    );
    return {
      storedCount: reported.filter(({ outcome }) => outcome === 'stored').length,
      conflicts: reported.filter(({ outcome }) => outcome === 'conflict'),
    };
  };

  return [
    {
      method: 'get',
      path,
      unit: 'commune',
      action: 'read_commune',
      answer: async (c, commune, province) => {
        const done = doneWords(c.req.query('done'));
        return show(c, { commune, province }, done ? { done } : {});
      },
    },
    {
      method: 'post',
      path,
      unit: 'commune',
      action: 'report_visits',
      answer: async (c, commune, province) => {
        const posted = await readPosted(c);
        const weeks = postedWeeks(posted, now());
        const typed = typedVisits(posted, weeks);
        const read = readVisitsForm(typed, await storedOf(commune, weeks));
        if (!read.ok) return show(c, { commune, province }, { weeks, typed, problems: read.problems }, 400);
        const { storedCount, conflicts } = await report(commune, read.asked, c.var.account.subject);
        if (conflicts.length === 0) {
          return c.redirect(`${communePath(commune.code, 'visits')}?done=${storedCount}`, 303);
        }
        return show(
          c,
          { commune, province },
          {
            weeks,
            // Sent again, these replace what is said beside them: by then it has been seen.
            typed: conflicts.map(({ week, visits: wanted, current }) => ({
              week,
              typed: String(wanted),
              seen: current?.revision ?? 0,
            })),
            problems: conflicts.map(({ week, visits: wanted, current }) => ({
              field: visitsField(week),
              text: t.conflict(count(current?.visits ?? 0, 'vi'), count(wanted, 'vi')),
            })),
            hasConflict: true,
          },
          409,
        );
      },
    },
  ];
};
