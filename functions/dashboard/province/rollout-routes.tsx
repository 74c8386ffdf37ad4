import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem } from '../../../web/components/problems.tsx';
import { document } from '../../../web/draw.ts';
import { differing } from '../../../web/staff/components/form-messages.tsx';
import { unitName } from '../../../web/staff/components/unit-link.tsx';
import { type RolloutForm, RolloutPage } from '../../../web/staff/pages/rollout-page.tsx';
import { provincePath } from '../../../web/staff/province-nav.ts';
import { messages } from '../../../web/staff/texts/messages.ts';
import { rollout as t } from '../../../web/staff/texts/rollout.ts';
import { writtenDay } from '../../../web/texts/numbers.ts';
import { changePlan, settledPlan } from '../../administration/rollout.ts';
import { audienceOf, mayDo } from '../../domain/authorization.ts';
import { compareNames } from '../../domain/commune-list.ts';
import { dayOf } from '../../domain/day.ts';
import { showCoverage } from '../../domain/measure/shown-coverage.ts';
import {
  type PlannedStart,
  type RolloutPlan,
  rolloutProgress,
  rolloutStateOf,
} from '../../domain/rollout.ts';
import { type ProblemInLine, readRolloutTable, rolloutTable } from '../../domain/rollout-table.ts';
import { firstCharacters } from '../../domain/text-length.ts';
import type { Province } from '../../domain/unit.ts';
import { lastEndedWeek } from '../../domain/week-life.ts';
import { readProvince } from '../../measures/read-province.ts';
import type { StoredPlan } from '../../store/rollout-store.ts';
import type { DashboardDependencies } from '../dependencies.ts';
import { readPosted, readVersion } from '../posted.ts';
import { staffMessage } from '../staff-pages.tsx';
import type { StaffContext, StaffRoute } from '../staff-routes.ts';

type Dependencies = Pick<
  DashboardDependencies,
  'rollouts' | 'audit' | 'desks' | 'tallies' | 'visits' | 'now'
>;

const path = '/dashboard/province/:code/rollout';

/** As many as one reads before mending them. */
const saidProblems = 20;
const saidLetters = 60;

const problemsIn = (found: readonly ProblemInLine[]): Problem[] => [
  ...found.slice(0, saidProblems).map(({ line, text, problem }) => ({
    field: 'table',
    text: t.line(line, firstCharacters(text, saidLetters), t.problems[problem]),
  })),
  ...(found.length > saidProblems ? [{ field: 'table', text: t.more(found.length - saidProblems) }] : []),
];

const inWords = (planned: PlannedStart | undefined): string =>
  planned ? t.planned(planned.phase, writtenDay(planned.start)) : '';

/** Communes of which the stored plan and the typed one say different things. */
const differences = ({ communes }: Province, stored: RolloutPlan, typed: RolloutPlan) =>
  differing(
    communes.toSorted(compareNames).map((unit) => ({
      label: unitName(unit),
      stored: inWords(stored[unit.code]),
      typed: inWords(typed[unit.code]),
    })),
  );

const doneWords = (key: string | undefined): string | undefined =>
  Object.entries(t.done).find(([name]) => name === key)?.[1];

/** `/dashboard/province/:code/rollout`: how far each commune has come; who administers the province plans it here. */
export const rolloutRoutes = (deps: Dependencies): StaffRoute[] => {
  const show = async (
    c: StaffContext,
    province: Province,
    about: { stored: StoredPlan; form?: RolloutForm; done?: string | undefined },
    status: ContentfulStatusCode = 200,
  ) => {
    const { account, site, staff } = c.var;
    const unit = { province: province.code };
    const audience = audienceOf(account, unit) ?? 'public';
    const at = lastEndedWeek(deps.now());
    const [view, live] = await Promise.all([
      readProvince(deps, { province, at, audience }),
      deps.desks.liveCommunes(province.code),
    ]);
    const coverage = showCoverage({ ...view, live });
    if (!coverage) return staffMessage(c, messages.notAllowed, 403);
    const { plan, version } = about.stored;
    const facts = { plan, live, answering: coverage.answering, today: dayOf(deps.now()) };
    const units = province.communes.toSorted(compareNames);
    const form = about.form ?? { seen: version, typed: rolloutTable(plan, units), problems: [] };
    return c.html(
      document(
        <RolloutPage
          site={site}
          staff={staff}
          province={province}
          at={at}
          progress={rolloutProgress(
            units.map(({ code }) => code),
            facts,
          )}
          rows={units.map((each) => ({
            unit: each,
            planned: plan[each.code],
            state: rolloutStateOf(each.code, facts),
          }))}
          form={mayDo(account, 'administer', unit) ? form : undefined}
          done={about.done}
        />,
      ),
      status,
    );
  };

  return [
    {
      method: 'get',
      path,
      unit: 'province',
      action: 'read_province',
      answer: async (c, province) =>
        show(c, province, {
          stored: await settledPlan(deps, province.code),
          done: doneWords(c.req.query('done')),
        }),
    },
    {
      method: 'post',
      path,
      unit: 'province',
      action: 'administer',
      answer: async (c, province) => {
        const posted = await readPosted(c);
        const typed = posted.text('table');
        const stored = await settledPlan(deps, province.code);
        const seen = readVersion(posted.text('seen'));
        const read = readRolloutTable(typed, province.communes);
        if (!read.ok) {
          const form = { seen: seen ?? stored.version, typed, problems: problemsIn(read.problems) };
          return show(c, province, { stored, form }, 400);
        }
        const actor = { by: c.var.account.subject, now: deps.now() };
        const outcome =
          seen === undefined
            ? 'conflict'
            : await changePlan(deps, province.code, { plan: read.plan, version: seen }, actor);
        if (outcome === 'conflict') {
          const current = await settledPlan(deps, province.code);
          const conflict = differences(province, current.plan, read.plan);
          const form = { seen: current.version, typed, problems: [], conflict };
          return show(c, province, { stored: current, form }, 409);
        }
        const done = outcome === 'unchanged' ? 'unchanged' : 'saved';
        return c.redirect(`${provincePath(province.code, 'rollout')}?done=${done}`, 303);
      },
    },
  ];
};
