import { document } from '../../../web/draw.ts';
import { PromiseSheetPage, sheetSizes } from '../../../web/staff/pages/promise-sheet-page.tsx';
import { ProvincePromisesPage } from '../../../web/staff/pages/province-promises-page.tsx';
import { dayOf } from '../../domain/day.ts';
import { byUrgency, type PromiseState, promiseState } from '../../domain/promise.ts';
import type { DashboardDependencies } from '../dependencies.ts';
import type { StaffRoute } from '../staff-routes.ts';

type Dependencies = Pick<DashboardDependencies, 'promises' | 'now'>;

const states = ['overdue', 'due', 'done'] as const satisfies PromiseState[];

/** So many fit on one sheet unless somebody chooses others. */
const sheetCount = 5;

const { compare } = new Intl.Collator('vi');

/** What a province sees of all promises, and the sheet on which a commune prints its kept ones. */
export const promiseListRoutes = ({ promises, now }: Dependencies): StaffRoute[] => [
  {
    method: 'get',
    path: '/dashboard/province/:code/promises',
    unit: 'province',
    action: 'read_province',
    answer: async (c, province) => {
      const { site, staff } = c.var;
      const today = dayOf(now());
      const communes = new Map(province.communes.map((commune) => [commune.code, commune]));
      const all = (await promises.ofProvince(province.code)).flatMap((promise) => {
        const commune = communes.get(promise.commune);
        return commune ? [{ commune, promise, state: promiseState(promise, today) }] : [];
      });
      const asked = states.find((state) => state === c.req.query('state'));
      const countOf = (state: PromiseState): number => all.filter((each) => each.state === state).length;
      return c.html(
        document(
          <ProvincePromisesPage
            site={site}
            staff={staff}
            province={province}
            rows={all
              .filter(({ state }) => asked === undefined || state === asked)
              .toSorted(
                (a, b) => byUrgency(today)(a.promise, b.promise) || compare(a.commune.name, b.commune.name),
              )}
            counts={{ overdue: countOf('overdue'), due: countOf('due'), done: countOf('done') }}
            state={asked}
            today={today}
          />,
        ),
      );
    },
  },
  {
    method: 'get',
    path: '/dashboard/commune/:code/promises/print',
    unit: 'commune',
    action: 'read_commune',
    answer: async (c, commune, province) => {
      const { site, staff } = c.var;
      const made = await promises.ofCommune(province.code, commune.code);
      const kept = made.filter(({ doneOn }) => doneOn !== undefined).toSorted(byUrgency(dayOf(now())));
      const asked = c.req.queries('p');
      return c.html(
        document(
          <PromiseSheetPage
            site={site}
            staff={staff}
            commune={commune}
            province={province}
            choices={kept}
            chosen={asked ? kept.filter(({ id }) => asked.includes(id)) : kept.slice(0, sheetCount)}
            size={sheetSizes.find((size) => size === c.req.query('size')) ?? 'a5'}
          />,
        ),
      );
    },
  },
];
