import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem } from '../../../web/components/problems.tsx';
import { document } from '../../../web/draw.ts';
import { HolidaysPage } from '../../../web/staff/pages/holidays-page.tsx';
import { provincePath } from '../../../web/staff/province-nav.ts';
import { holidays as t } from '../../../web/staff/texts/holidays.ts';
import { changeCalendar, settledCalendar } from '../../administration/settings.ts';
import { dayOf } from '../../domain/day.ts';
import { type CalendarChange, calendarDays } from '../../domain/holiday-calendar.ts';
import type { Province } from '../../domain/unit.ts';
import type { DashboardDependencies } from '../dependencies.ts';
import { readPosted } from '../posted.ts';
import type { StaffContext, StaffRoute } from '../staff-routes.ts';
import { type HolidayTyped, mostDays, readHolidayDay, readHolidayForm } from './holiday-form.ts';

type Dependencies = Pick<DashboardDependencies, 'settings' | 'audit' | 'now'>;

const base = '/dashboard/province/:code/holidays';
const nothing: HolidayTyped = { day: '', to: '', name: '' };

const doneWords = (key: string | undefined): string | undefined =>
  Object.entries(t.done).find(([name]) => name === key)?.[1];

/**
 * `/dashboard/province/:code/holidays`. Each change is of a day and says what shall be of it, so two people who change
 * different days are not in each other's way, and the same change twice is one.
 */
export const holidayRoutes = (deps: Dependencies): StaffRoute[] => {
  const show = async (
    c: StaffContext,
    province: Province,
    { typed = nothing, problems = [], done }: { typed?: HolidayTyped; problems?: Problem[]; done?: string },
    status: ContentfulStatusCode = 200,
  ) => {
    const { value } = await settledCalendar(deps, province.code);
    const today = dayOf(deps.now());
    const { site, staff } = c.var;
    return c.html(
      document(
        <HolidaysPage
          site={site}
          staff={staff}
          province={province}
          days={calendarDays(value).filter(({ day }) => day >= today)}
          typed={typed}
          problems={problems}
          done={done}
          mostDays={mostDays}
        />,
      ),
      status,
    );
  };

  const change = async (
    c: StaffContext,
    province: Province,
    { changes, done, typed }: { changes: CalendarChange[]; done: 'closed' | 'opened'; typed?: HolidayTyped },
  ) => {
    const actor = { by: c.var.account.subject, now: deps.now() };
    const outcome = await changeCalendar(deps, province.code, changes, actor);
    if (outcome === 'conflict') {
      const problems = [{ field: 'day', text: t.problems.busy }];
      return show(c, province, { ...(typed && { typed }), problems }, 409);
    }
    const said = outcome === 'unchanged' ? outcome : done;
    return c.redirect(`${provincePath(province.code, 'holidays')}?done=${said}`, 303);
  };

  const changeOne =
    (kind: 'open' | 'close') =>
    async (c: StaffContext, province: Province): Promise<Response> => {
      const text = (await readPosted(c)).text('day');
      const read = readHolidayDay(text, dayOf(deps.now()));
      if (!read.ok) {
        const typed = { ...nothing, day: text };
        return show(c, province, { typed, problems: [{ field: 'day', text: read.problem }] }, 400);
      }
      const { day } = read;
      const { value } = await settledCalendar(deps, province.code);
      const name = calendarDays(value).find((each) => each.day === day)?.name;
      if (kind === 'close' && name === undefined) {
        return show(
          c,
          province,
          { typed: { ...nothing, day: text }, problems: [{ field: 'name', text: t.problems.name }] },
          400,
        );
      }
      return kind === 'open'
        ? change(c, province, { changes: [{ kind, day }], done: 'opened' })
        : change(c, province, { changes: [{ kind, day, name: name ?? '' }], done: 'closed' });
    };

  const route = { unit: 'province', action: 'administer' } as const;
  return [
    {
      ...route,
      method: 'get',
      path: base,
      answer: (c: StaffContext, province: Province) => {
        const done = doneWords(c.req.query('done'));
        return show(c, province, done ? { done } : {});
      },
    },
    {
      ...route,
      method: 'post',
      path: base,
      answer: async (c: StaffContext, province: Province) => {
        const posted = await readPosted(c);
        const typed = { day: posted.text('day'), to: posted.text('to'), name: posted.text('name') };
        const read = readHolidayForm(typed, dayOf(deps.now()));
        return read.ok
          ? change(c, province, { changes: read.changes, done: 'closed', typed })
          : show(c, province, { typed, problems: read.problems }, 400);
      },
    },
    { ...route, method: 'post', path: `${base}/open`, answer: changeOne('open') },
    { ...route, method: 'post', path: `${base}/close`, answer: changeOne('close') },
  ];
};
