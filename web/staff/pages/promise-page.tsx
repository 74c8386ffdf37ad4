import type { Day } from '../../../functions/domain/day.ts';
import { textLimits } from '../../../functions/domain/limited-text.ts';
import type { CommunePromise } from '../../../functions/domain/promise.ts';
import { criteria } from '../../../functions/domain/questionnaire.ts';
import { type Commune, communePolice } from '../../../functions/domain/unit.ts';
import type { Problem } from '../../components/problems.tsx';
import type { Site } from '../../layout.tsx';
import { writtenDay } from '../../texts/numbers.ts';
import { vi } from '../../texts/vi.ts';
import { communeNav, communePath } from '../commune-nav.ts';
import { Checkbox, Select, Submit, TextArea, TextField } from '../components/fields.tsx';
import { ConflictNotice, type Difference, Done, ProblemSummary } from '../components/form-messages.tsx';
import { CsrfField, type Staff, StaffLayout } from '../layout.tsx';
import { formStyle } from '../styles/staff-styles.ts';
import { forms } from '../texts/forms.ts';
import { promises as t } from '../texts/promises.ts';

interface Props {
  site: Pick<Site, 'demo'>;
  staff: Staff;
  commune: Commune;
  /** As it is stored; undefined for one that is being made, under the id that it will have. */
  promise: CommunePromise | undefined;
  newId?: string;
  typed: { text: string; criterion: string; dueBy: string; doneOn: string; isShown: boolean };
  today: Day;
  problems?: readonly Problem[];
  conflict?: readonly Difference[] | undefined;
  done?: string | undefined;
}

/** Making a promise; or changing it, and saying that it is kept. */
export const PromisePage = (props: Props) => {
  const { site, staff, commune, promise, newId, typed, today, problems = [], conflict, done } = props;
  const list = communePath(commune.code, 'promises');
  const href = promise ? `${list}/${promise.id}` : `${list}/new`;
  const title = promise ? t.form.editTitle : t.form.addTitle;
  return (
    <StaffLayout
      site={site}
      staff={staff}
      title={problems.length > 0 ? `${forms.problemInTitle}: ${title}` : title}
      style={formStyle}
      nav={communeNav(commune.code, 'promises')}
    >
      <h1>{title}</h1>
      <p>{communePolice(commune)}</p>
      <Done text={done} />
      {conflict ? <ConflictNotice differences={conflict} /> : null}
      <ProblemSummary problems={problems} />
      <form method="post" action={href}>
        <CsrfField staff={staff} />
        <input type="hidden" name="seen" value={promise?.version ?? 0} />
        {newId ? <input type="hidden" name="id" value={newId} /> : null}
        <TextArea
          field="text"
          label={t.form.text}
          hint={t.form.textHint(textLimits.promise.longest)}
          value={typed.text}
          problems={problems}
        />
        <Select
          field="criterion"
          label={t.form.criterion}
          value={typed.criterion}
          options={criteria.map((criterion) => [criterion, vi.details.criteria[criterion]] as const)}
          problems={problems}
        />
        <TextField
          field="dueBy"
          label={t.form.dueBy}
          hint={t.form.dueByHint}
          value={typed.dueBy}
          problems={problems}
        />
        {promise ? (
          <>
            <TextField
              field="doneOn"
              label={`${t.form.doneOn} ${forms.optional}`}
              hint={t.form.doneOnHint(writtenDay(today))}
              value={typed.doneOn}
              problems={problems}
            />
            <Checkbox field="isShown" label={t.form.show} hint={t.form.showHint} isChecked={typed.isShown} />
          </>
        ) : null}
        <Submit text={t.form.save} />
        <p>
          <a href={list}>{forms.cancel}</a>
        </p>
      </form>
    </StaffLayout>
  );
};

/** A stored promise as its form shows it. */
export const promiseAsTyped = ({
  text,
  criterion,
  dueBy,
  doneOn,
  isShown,
}: CommunePromise): Props['typed'] => ({
  text,
  criterion,
  dueBy: writtenDay(dueBy),
  doneOn: doneOn ? writtenDay(doneOn) : '',
  isShown,
});
