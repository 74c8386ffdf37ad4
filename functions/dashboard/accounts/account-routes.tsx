import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem } from '../../../web/components/problems.tsx';
import { document } from '../../../web/draw.ts';
import { type Difference, differing } from '../../../web/staff/components/form-messages.tsx';
import { AccountPage } from '../../../web/staff/pages/account-page.tsx';
import { AccountsPage, type ShownOfficer } from '../../../web/staff/pages/accounts-page.tsx';
import { grantField, grantWords } from '../../../web/staff/pages/grant-fields.tsx';
import { provincePath } from '../../../web/staff/province-nav.ts';
import { accountProblems, accounts as t } from '../../../web/staff/texts/accounts.ts';
import type { Officer } from '../../accounts/account-directory.ts';
import { grantsIn } from '../../administration/account-audit.ts';
import {
  type AccountWish,
  changeAccount,
  settledOfficer,
  settledOfficers,
} from '../../administration/accounts.ts';
import { groupOf } from '../../domain/account.ts';
import { folded, searched } from '../../domain/fold.ts';
import type { Province } from '../../domain/unit.ts';
import type { DashboardDependencies } from '../dependencies.ts';
import { readPosted, readVersion } from '../posted.ts';
import { staffMessage } from '../staff-pages.tsx';
import type { StaffContext, StaffRoute } from '../staff-routes.ts';
import { readGrants } from './account-form.ts';

type Dependencies = Pick<DashboardDependencies, 'accounts' | 'audit' | 'now'>;

const base = '/dashboard/province/:code/accounts';

const doneWords = (key: string | undefined): string | undefined =>
  Object.entries(t.done).find(([name]) => name === key)?.[1];

const shownOfficer = (province: Province, officer: Officer): ShownOfficer => ({
  ...officer,
  grants: grantsIn(province, officer.grants).map(groupOf),
});

const isFound = (officer: ShownOfficer, province: Province, search: string): boolean =>
  [officer.name, officer.email, ...officer.grants.map((group) => grantWords(group, province))].some((text) =>
    folded(text).includes(folded(search)),
  );

/** What is given and what was chosen, in words. */
const differences = (
  stored: readonly string[],
  chosen: readonly string[],
  province: Province,
): Difference[] => {
  const words = (groups: readonly string[]): string =>
    groups
      .filter((group) => group !== '')
      .map((group) => grantWords(group, province))
      .toSorted()
      .join('; ');
  return differing([{ label: t.columns.grants, stored: words(stored), typed: words(chosen) }]);
};

/** `/dashboard/province/:code/accounts`: who has a part in a province, and what is changed of it. */
export const accountRoutes = (deps: Dependencies): StaffRoute[] => {
  const show = (
    c: StaffContext,
    province: Province,
    officer: Officer,
    about: {
      chosen?: readonly string[];
      seen?: number;
      problems?: readonly Problem[];
      conflict?: readonly Difference[];
      done?: string | undefined;
    },
    status: ContentfulStatusCode = 200,
  ) => {
    const { site, staff } = c.var;
    const shown = shownOfficer(province, officer);
    const { chosen = shown.grants, seen = officer.version, ...said } = about;
    return c.html(
      document(
        <AccountPage
          site={site}
          staff={staff}
          province={province}
          officer={shown}
          seen={seen}
          chosen={chosen}
          isElsewhere={shown.grants.length < officer.grants.length}
          {...said}
        />,
      ),
      status,
    );
  };

  const subjectOf = (c: StaffContext): string => c.req.param('subject') ?? '';
  const find = (c: StaffContext, province: Province) => settledOfficer(deps, province, subjectOf(c));
  const unknown = (c: StaffContext) => staffMessage(c, t.unknown, 404);
  const hrefOf = (c: StaffContext, province: Province): string =>
    `${provincePath(province.code, 'accounts')}/${encodeURIComponent(subjectOf(c))}`;

  /** Makes a change; a page that says why it can't be made, or undefined when it was. */
  const change = async (
    c: StaffContext,
    province: Province,
    { seen, wish, chosen }: { seen: number | undefined; wish: AccountWish; chosen?: readonly string[] },
  ): Promise<{ outcome: 'changed' | 'unchanged' } | Response> => {
    const actor = { by: c.var.account.subject, now: deps.now() };
    const changed = await changeAccount(
      deps,
      province,
      { subject: subjectOf(c), seen: seen ?? -1, wish },
      actor,
    );
    if (changed.outcome !== 'refused') return { outcome: changed.outcome };
    const officer = await find(c, province);
    if (!officer) return unknown(c);
    if (changed.problem === 'changed_meanwhile') {
      const stored = shownOfficer(province, officer).grants;
      const conflict = chosen ? differences(stored, chosen, province) : [];
      return show(c, province, officer, { ...(chosen && { chosen }), conflict }, 409);
    }
    const problems = [{ field: grantField(0), text: accountProblems.refused[changed.problem] }];
    return show(c, province, officer, { ...(chosen && { chosen }), problems }, 409);
  };

  const setEnabled =
    (isEnabled: boolean) =>
    async (c: StaffContext, province: Province): Promise<Response> => {
      if (!(await find(c, province))) return unknown(c);
      const seen = readVersion((await readPosted(c)).text('seen'));
      const changed = await change(c, province, { seen, wish: { isEnabled } });
      if (changed instanceof Response) return changed;
      return c.redirect(`${hrefOf(c, province)}?done=${isEnabled ? 'enabled' : 'disabled'}`, 303);
    };

  const route = { unit: 'province', action: 'administer' } as const;
  return [
    {
      ...route,
      method: 'get',
      path: base,
      answer: async (c: StaffContext, province: Province) => {
        const { site, staff } = c.var;
        const search = searched(c.req.query('q'));
        const all = (await settledOfficers(deps, province)).map((officer) => shownOfficer(province, officer));
        return c.html(
          document(
            <AccountsPage
              site={site}
              staff={staff}
              province={province}
              officers={search ? all.filter((officer) => isFound(officer, province, search)) : all}
              officerCount={all.length}
              search={search}
              done={doneWords(c.req.query('done'))}
            />,
          ),
        );
      },
    },
    {
      ...route,
      method: 'get',
      path: `${base}/:subject`,
      answer: async (c: StaffContext, province: Province) => {
        const officer = await find(c, province);
        return officer ? show(c, province, officer, { done: doneWords(c.req.query('done')) }) : unknown(c);
      },
    },
    {
      ...route,
      method: 'post',
      path: `${base}/:subject`,
      answer: async (c: StaffContext, province: Province) => {
        const officer = await find(c, province);
        if (!officer) return unknown(c);
        const posted = await readPosted(c);
        const chosen = posted.list('grant');
        const seen = readVersion(posted.text('seen'));
        const { grants, problems } = readGrants(chosen, province);
        if (problems.length > 0)
          return show(c, province, officer, { chosen, seen: seen ?? 0, problems }, 400);
        const changed = await change(c, province, { seen, wish: { grants }, chosen });
        if (changed instanceof Response) return changed;
        // Who has nothing left here has no page here either.
        return grants.length === 0
          ? c.redirect(`${provincePath(province.code, 'accounts')}?done=removed`, 303)
          : c.redirect(`${hrefOf(c, province)}?done=${changed.outcome}`, 303);
      },
    },
    { ...route, method: 'post', path: `${base}/:subject/disable`, answer: setEnabled(false) },
    { ...route, method: 'post', path: `${base}/:subject/enable`, answer: setEnabled(true) },
  ];
};
