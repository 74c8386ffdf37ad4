import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem } from '../../../web/components/problems.tsx';
import { document } from '../../../web/draw.ts';
import { type Difference, differing } from '../../../web/staff/components/form-messages.tsx';
import { QuestionnairePage } from '../../../web/staff/pages/questionnaire-page.tsx';
import {
  criterionNames,
  procedureNames,
  type SwitchesTyped,
  switchesAsTyped,
} from '../../../web/staff/pages/switches-form.tsx';
import { provincePath } from '../../../web/staff/province-nav.ts';
import { questionnaire as t } from '../../../web/staff/texts/questionnaire.ts';
import { changeSwitches, settledSwitches } from '../../administration/settings.ts';
import { allOn, type Switches, switchableProcedures } from '../../domain/commune-settings.ts';
import { criteria } from '../../domain/questionnaire.ts';
import type { Commune, Province } from '../../domain/unit.ts';
import type { SettingsUnit } from '../../store/settings-store.ts';
import type { Versioned } from '../../store/versioned.ts';
import type { DashboardDependencies } from '../dependencies.ts';
import { type Posted, readPosted, readVersion } from '../posted.ts';
import { staffMessage } from '../staff-pages.tsx';
import type { StaffContext, StaffRoute } from '../staff-routes.ts';

type Dependencies = Pick<DashboardDependencies, 'settings' | 'audit' | 'now'>;

const base = '/dashboard/province/:code/questionnaire';
const { compare } = new Intl.Collator('vi');

const typedSwitches = (posted: Posted): SwitchesTyped => ({
  criteria: posted.list('criteria'),
  procedures: posted.list('procedures'),
  isPublic: posted.text('isPublic') !== '',
});

/** What is not ticked is off. A name that is no choice is a slip of a program: nothing is guessed from it. */
const readSwitches = (
  typed: SwitchesTyped,
): { ok: true; switches: Switches } | { ok: false; problems: Problem[] } => {
  const knows = (known: readonly string[], chosen: readonly string[]) =>
    chosen.every((each) => known.includes(each));
  const problems = [
    ...(knows(criteria, typed.criteria) ? [] : ['criteria']),
    ...(knows(switchableProcedures, typed.procedures) ? [] : ['procedures']),
  ].map((field) => ({ field, text: t.unknownChoice }));
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    switches: {
      criteriaOff: criteria.filter((criterion) => !typed.criteria.includes(criterion)),
      proceduresOff: switchableProcedures.filter((procedure) => !typed.procedures.includes(procedure)),
      isPublic: typed.isPublic,
    },
  };
};

const differences = (stored: SwitchesTyped, typed: SwitchesTyped): Difference[] => {
  const published = ({ isPublic }: SwitchesTyped) => (isPublic ? t.published : t.unpublished);
  return differing([
    {
      label: t.criteria,
      stored: criterionNames(stored.criteria),
      typed: criterionNames(typed.criteria),
    },
    {
      label: t.procedures,
      stored: procedureNames(stored.procedures),
      typed: procedureNames(typed.procedures),
    },
    { label: t.isPublic, stored: published(stored), typed: published(typed) },
  ]);
};

const doneWords = (key: string | undefined): string | undefined =>
  Object.entries(t.done).find(([name]) => name === key)?.[1];

/** `/dashboard/province/:code/questionnaire`, and `/questionnaire/18073` for one commune. */
export const questionnaireRoutes = (deps: Dependencies): StaffRoute[] => {
  const show = async (
    c: StaffContext,
    province: Province,
    commune: Commune | undefined,
    about: Pick<Parameters<typeof QuestionnairePage>[0], 'seen' | 'typed' | 'problems' | 'conflict' | 'done'>,
    status: ContentfulStatusCode = 200,
  ) => {
    const all = await deps.settings.ofProvince(province.code);
    const communes = province.communes
      .toSorted((a, b) => compare(a.name, b.name))
      .map((each) => ({ commune: each, switches: all.communes.get(each.code)?.value ?? allOn }));
    const { site, staff } = c.var;
    return c.html(
      document(
        <QuestionnairePage
          site={site}
          staff={staff}
          province={province}
          commune={commune}
          {...about}
          {...(commune ? { decided: all.province.value } : { communes })}
        />,
      ),
      status,
    );
  };

  const unitOf = (province: Province, commune: Commune | undefined): SettingsUnit => ({
    province: province.code,
    ...(commune && { commune: commune.code }),
  });

  const open = async (c: StaffContext, province: Province, commune: Commune | undefined) => {
    const { value, version } = await settledSwitches(deps, unitOf(province, commune));
    return show(c, province, commune, {
      seen: version,
      typed: switchesAsTyped(value),
      done: doneWords(c.req.query('done')),
    });
  };

  const save = async (c: StaffContext, province: Province, commune: Commune | undefined) => {
    const posted = await readPosted(c);
    const typed = typedSwitches(posted);
    const seen = readVersion(posted.text('seen'));
    const read = readSwitches(typed);
    if (!read.ok) return show(c, province, commune, { seen: seen ?? 0, typed, problems: read.problems }, 400);
    const unit = unitOf(province, commune);
    const wanted: Versioned<Switches> = { value: read.switches, version: seen ?? -1 };
    const actor = { by: c.var.account.subject, now: deps.now() };
    const outcome = await changeSwitches(deps, unit, wanted, actor);
    if (outcome === 'conflict') {
      const stored = await settledSwitches(deps, unit);
      const conflict = differences(switchesAsTyped(stored.value), typed);
      return show(c, province, commune, { seen: stored.version, typed, conflict }, 409);
    }
    const path = provincePath(province.code, 'questionnaire');
    return c.redirect(`${path}${commune ? `/${commune.code}` : ''}?done=${outcome}`, 303);
  };

  const ofCommune =
    (answer: typeof open) =>
    async (c: StaffContext, province: Province): Promise<Response> => {
      const commune = province.communes.find(({ code }) => code === c.req.param('commune'));
      return commune ? answer(c, province, commune) : staffMessage(c, t.unknownCommune, 404);
    };

  const route = { unit: 'province', action: 'administer' } as const;
  return [
    {
      ...route,
      method: 'get',
      path: base,
      answer: (c: StaffContext, province: Province) => open(c, province, undefined),
    },
    {
      ...route,
      method: 'post',
      path: base,
      answer: (c: StaffContext, province: Province) => save(c, province, undefined),
    },
    { ...route, method: 'get', path: `${base}/:commune`, answer: ofCommune(open) },
    { ...route, method: 'post', path: `${base}/:commune`, answer: ofCommune(save) },
  ];
};
