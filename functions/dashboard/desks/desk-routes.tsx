import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { document } from '../../../web/draw.ts';
import type { Difference } from '../../../web/staff/components/form-messages.tsx';
import { differing } from '../../../web/staff/components/form-messages.tsx';
import { DeskPage } from '../../../web/staff/pages/desk-page.tsx';
import { DesksPage } from '../../../web/staff/pages/desks-page.tsx';
import { provincePath } from '../../../web/staff/province-nav.ts';
import { deskProblems, desks as t } from '../../../web/staff/texts/desks.ts';
import { vi } from '../../../web/texts/vi.ts';
import { addDesk, changeDesk, freshDeskCode, settledDesk } from '../../administration/desks.ts';
import { switchableProcedures } from '../../domain/commune-settings.ts';
import type { Desk } from '../../domain/desk.ts';
import { type DeskCode, parseDeskCode } from '../../domain/desk-code.ts';
import { folded, searched } from '../../domain/fold.ts';
import { communePolice, type Province } from '../../domain/unit.ts';
import type { DashboardDependencies } from '../dependencies.ts';
import { readPosted, readVersion } from '../posted.ts';
import { staffMessage } from '../staff-pages.tsx';
import type { StaffContext, StaffRoute } from '../staff-routes.ts';
import { type DeskTyped, deskAsTyped, readDeskForm, typedDesk } from './desk-form.ts';

type Dependencies = Pick<DashboardDependencies, 'desks' | 'audit' | 'now' | 'publicOrigin'>;

const base = '/dashboard/province/:code/desks';

/** 'Bàn 2' comes before 'Bàn 10'. */
const { compare } = new Intl.Collator('vi', { numeric: true });

const byCommune = (a: Desk, b: Desk): number =>
  compare(a.commune.name, b.commune.name) ||
  compare(a.commune.code, b.commune.code) ||
  compare(a.name, b.name);

/** Whether a search finds a desk: by its name, its commune or its code, with or without diacritics. */
const isFound = ({ name, commune, code }: Desk, search: string): boolean =>
  [name, communePolice(commune), code].some((text) => folded(text).includes(folded(search))) ||
  parseDeskCode(search) === code;

const doneWords = (key: string | undefined): string | undefined =>
  Object.entries(t.done).find(([name]) => name === key)?.[1];

const emptyForm = (commune: string): DeskTyped => ({
  name: '',
  commune,
  hours: '',
  procedures: switchableProcedures,
});

/** What stands there and what was typed, in words. */
const differences = (stored: DeskTyped, typed: DeskTyped, { communes }: Province): Difference[] => {
  const communeOf = (code: string): string => {
    const commune = communes.find((each) => each.code === code);
    return commune ? communePolice(commune) : code;
  };
  const proceduresOf = (procedures: readonly string[]): string =>
    switchableProcedures
      .filter((procedure) => procedures.includes(procedure))
      .map((procedure) => vi.details.procedures[procedure])
      .join(', ');
  return differing([
    { label: t.form.name, stored: stored.name, typed: typed.name },
    { label: t.form.commune, stored: communeOf(stored.commune), typed: communeOf(typed.commune) },
    { label: t.form.hours, stored: stored.hours, typed: typed.hours },
    {
      label: t.form.procedures,
      stored: proceduresOf(stored.procedures),
      typed: proceduresOf(typed.procedures),
    },
  ]);
};

/** `/dashboard/province/:code/desks`: the desks of a province, and everything that is changed of them. */
export const deskRoutes = (deps: Dependencies): StaffRoute[] => {
  const show = (
    c: StaffContext,
    province: Province,
    about: Pick<
      Parameters<typeof DeskPage>[0],
      'desk' | 'newCode' | 'typed' | 'problems' | 'conflict' | 'done'
    >,
    status: ContentfulStatusCode = 200,
  ) => {
    const { site, staff } = c.var;
    const poster = about.desk && `${deps.publicOrigin ?? ''}/d/${about.desk.code}/poster`;
    return c.html(
      document(
        <DeskPage
          site={site}
          staff={staff}
          province={province}
          {...about}
          {...(poster && { posterHref: poster })}
        />,
      ),
      status,
    );
  };

  const find = async (c: StaffContext, province: Province): Promise<Desk | undefined> => {
    const code = parseDeskCode(c.req.param('desk') ?? '');
    return code && settledDesk(deps, province.code, code);
  };
  const unknown = (c: StaffContext) => staffMessage(c, t.unknown, 404);
  const actor = (c: StaffContext) => ({ by: c.var.account.subject, now: deps.now() });
  const to = (c: StaffContext, province: Province, code: DeskCode, done: keyof typeof t.done) =>
    c.redirect(`${provincePath(province.code, 'desks')}/${code}?done=${done}`, 303);

  /** Desks of a commune beside one. */
  const othersIn = async (province: Province, commune: string, code?: DeskCode): Promise<Desk[]> =>
    (await deps.desks.ofCommune(province.code, commune)).filter((desk) => desk.code !== code);

  const setStatus =
    (status: Desk['status'], done: keyof typeof t.done) => async (c: StaffContext, province: Province) => {
      const desk = await find(c, province);
      if (!desk) return unknown(c);
      const seen = readVersion((await readPosted(c)).text('seen'));
      if (desk.status === status) return to(c, province, desk.code, done);
      const typed = deskAsTyped(desk);
      const others = await othersIn(province, desk.commune.code, desk.code);
      const read = readDeskForm(typed, { province, others });
      if (status === 'active' && !read.ok) {
        return show(c, province, { desk, typed, problems: read.problems }, 400);
      }
      const outcome = await changeDesk(deps, { ...desk, version: seen ?? -1 }, { status }, actor(c));
      if (outcome !== 'conflict') return to(c, province, desk.code, done);
      const stored = (await find(c, province)) ?? desk;
      return show(c, province, { desk: stored, typed: deskAsTyped(stored), conflict: [] }, 409);
    };

  return [
    {
      method: 'get',
      path: base,
      unit: 'province',
      action: 'administer',
      answer: async (c, province) => {
        const search = searched(c.req.query('q'));
        const all = (await deps.desks.ofProvince(province.code)).toSorted(byCommune);
        const { site, staff } = c.var;
        return c.html(
          document(
            <DesksPage
              site={site}
              staff={staff}
              province={province}
              desks={search ? all.filter((desk) => isFound(desk, search)) : all}
              deskCount={all.length}
              search={search}
            />,
          ),
        );
      },
    },
    {
      method: 'get',
      path: `${base}/new`,
      unit: 'province',
      action: 'administer',
      answer: async (c, province) =>
        show(c, province, {
          desk: undefined,
          newCode: freshDeskCode(),
          typed: emptyForm(c.req.query('commune') ?? ''),
        }),
    },
    {
      method: 'post',
      path: `${base}/new`,
      unit: 'province',
      action: 'administer',
      answer: async (c, province) => {
        const posted = await readPosted(c);
        const typed = typedDesk(posted);
        // The code comes with the form, so that a form sent twice adds one desk.
        const code = parseDeskCode(posted.text('code')) ?? freshDeskCode();
        const others = await othersIn(province, typed.commune, code);
        const read = readDeskForm(typed, { province, others });
        if (!read.ok) {
          return show(c, province, { desk: undefined, newCode: code, typed, problems: read.problems }, 400);
        }
        const { name, commune, hours, procedures } = read.asked;
        const about = {
          name,
          commune,
          province: { code: province.code, name: province.name },
          ...(hours && { hours }),
          ...(procedures && { procedures }),
        };
        const outcome = await addDesk(deps, code, about, actor(c));
        if (outcome !== 'conflict') return to(c, province, code, 'added');
        const problems = [{ field: 'name', text: deskProblems.code }];
        return show(c, province, { desk: undefined, newCode: freshDeskCode(), typed, problems }, 409);
      },
    },
    {
      method: 'get',
      path: `${base}/:desk`,
      unit: 'province',
      action: 'administer',
      answer: async (c, province) => {
        const desk = await find(c, province);
        if (!desk) return unknown(c);
        return show(c, province, { desk, typed: deskAsTyped(desk), done: doneWords(c.req.query('done')) });
      },
    },
    {
      method: 'post',
      path: `${base}/:desk`,
      unit: 'province',
      action: 'administer',
      answer: async (c, province) => {
        const desk = await find(c, province);
        if (!desk) return unknown(c);
        const posted = await readPosted(c);
        const typed = typedDesk(posted);
        const others = await othersIn(province, typed.commune, desk.code);
        const read = readDeskForm(typed, { province, others });
        if (!read.ok) {
          // Under the version that was seen: putting a field right is no reason to write over somebody else's change.
          const seen = { ...desk, version: readVersion(posted.text('seen')) ?? 0 };
          return show(c, province, { desk: seen, typed, problems: read.problems }, 400);
        }
        const wanted = { ...desk, version: readVersion(posted.text('seen')) ?? -1 };
        const outcome = await changeDesk(deps, wanted, read.asked, actor(c));
        if (outcome !== 'conflict') return to(c, province, desk.code, outcome);
        const stored = (await find(c, province)) ?? desk;
        const conflict = differences(deskAsTyped(stored), typed, province);
        return show(c, province, { desk: stored, typed, conflict }, 409);
      },
    },
    {
      method: 'post',
      path: `${base}/:desk/retire`,
      unit: 'province',
      action: 'administer',
      answer: setStatus('retired', 'retired'),
    },
    {
      method: 'post',
      path: `${base}/:desk/reopen`,
      unit: 'province',
      action: 'administer',
      answer: setStatus('active', 'reopened'),
    },
  ];
};
