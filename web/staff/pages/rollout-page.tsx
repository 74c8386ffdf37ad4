import type { Day } from '../../../functions/domain/day.ts';
import type { Week } from '../../../functions/domain/iso-week.ts';
import type { PhaseProgress, PlannedStart, RolloutState } from '../../../functions/domain/rollout.ts';
import { type Commune, type Province, provincePolice } from '../../../functions/domain/unit.ts';
import type { Problem } from '../../components/problems.tsx';
import type { Site } from '../../layout.tsx';
import { writtenDay } from '../../texts/numbers.ts';
import { Submit, TextArea } from '../components/fields.tsx';
import { ConflictNotice, type Difference, Done, ProblemSummary } from '../components/form-messages.tsx';
import { RolloutTable } from '../components/rollout-table.tsx';
import { UnitLink } from '../components/unit-link.tsx';
import { CsrfField, type Staff, StaffLayout } from '../layout.tsx';
import { provinceNav, provincePath } from '../province-nav.ts';
import { formStyle } from '../styles/staff-styles.ts';
import { forms } from '../texts/forms.ts';
import { province as provinceTexts } from '../texts/province.ts';
import { rollout as t } from '../texts/rollout.ts';

/** One commune on its way. */
export interface RolloutRow {
  unit: Commune;
  planned: PlannedStart | undefined;
  state: RolloutState;
}

/** What somebody who may change the plan has before them. */
export interface RolloutForm {
  /** The version that is changed. */
  seen: number;
  typed: string;
  problems: readonly Problem[];
  conflict?: readonly Difference[];
}

interface Props {
  site: Pick<Site, 'demo'>;
  staff: Staff;
  province: Province;
  /** The week whose answers are looked at. */
  at: Week;
  progress: readonly PhaseProgress[];
  /** By name. */
  rows: readonly RolloutRow[];
  /** None for who only reads. */
  form: RolloutForm | undefined;
  done: string | undefined;
}

/** '01/12/2026' of a planned start, or a dash. */
const startOf = (start: Day | undefined): string => (start ? writtenDay(start) : t.none);

const Editor = ({ staff, province, form }: Pick<Props, 'staff' | 'province'> & { form: RolloutForm }) => (
  <section class="card no-print" aria-labelledby="edit">
    <h2 id="edit">{t.edit}</h2>
    <form method="post" action={provincePath(province.code, 'rollout')}>
      <CsrfField staff={staff} />
      <input type="hidden" name="seen" value={form.seen} />
      <TextArea
        field="table"
        label={t.table}
        hint={t.tableHint}
        rows={14}
        value={form.typed}
        problems={form.problems}
      />
      <Submit text={t.save} />
    </form>
  </section>
);

/** How far each commune has come, and for who administers the province the plan itself. */
export const RolloutPage = ({ site, staff, province, at, progress, rows, form, done }: Props) => (
  <StaffLayout
    site={site}
    staff={staff}
    title={form && form.problems.length > 0 ? `${forms.problemInTitle}: ${t.title}` : t.title}
    style={formStyle}
    nav={provinceNav(province.code, 'rollout', staff.account)}
    wide
  >
    <h1>
      {t.title}: {provincePolice(province)}
    </h1>
    <Done text={done} />
    {form?.conflict ? <ConflictNotice differences={form.conflict} /> : null}
    <ProblemSummary problems={form?.problems ?? []} />
    <p>{t.intro}</p>
    <RolloutTable progress={progress} />
    {form ? <Editor staff={staff} province={province} form={form} /> : null}
    <h2>{t.units}</h2>
    <table class="rows">
      <thead>
        <tr>
          <th scope="col">{t.unit}</th>
          <th scope="col">{t.phase}</th>
          <th scope="col">{t.start}</th>
          <th scope="col" class="text">
            {t.state}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ unit, planned, state }) => (
          <tr>
            <th scope="row">
              <UnitLink unit={unit} week={at} />
            </th>
            <td data-label={t.phase}>{planned?.phase ?? t.none}</td>
            <td data-label={t.start}>{startOf(planned?.start)}</td>
            <td class={state === 'late' ? 'text bad' : 'text'} data-label={t.state}>
              {provinceTexts.rollout.states[state]}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </StaffLayout>
);
