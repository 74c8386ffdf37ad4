import { switchableProcedures } from '../../../functions/domain/commune-settings.ts';
import type { Desk } from '../../../functions/domain/desk.ts';
import type { DeskCode } from '../../../functions/domain/desk-code.ts';
import { textLimits } from '../../../functions/domain/limited-text.ts';
import { communeTitle, type Province } from '../../../functions/domain/unit.ts';
import type { Problem } from '../../components/problems.tsx';
import type { Site } from '../../layout.tsx';
import { vi } from '../../texts/vi.ts';
import { Checkboxes, Select, Submit, TextField } from '../components/fields.tsx';
import { ConflictNotice, type Difference, Done, ProblemSummary } from '../components/form-messages.tsx';
import { CsrfField, type Staff, StaffLayout } from '../layout.tsx';
import { provinceNav, provincePath } from '../province-nav.ts';
import { formStyle } from '../styles/staff-styles.ts';
import { desks as t } from '../texts/desks.ts';
import { forms } from '../texts/forms.ts';

interface Props {
  site: Pick<Site, 'demo'>;
  staff: Staff;
  province: Province;
  /** As it is stored; undefined for one that is being added, under the code that it will have. */
  desk: Desk | undefined;
  newCode?: DeskCode;
  typed: { name: string; commune: string; hours: string; procedures: readonly string[] };
  problems?: readonly Problem[];
  /** Somebody else has changed it since the form was opened. */
  conflict?: readonly Difference[] | undefined;
  done?: string | undefined;
  posterHref?: string;
}

const inVietnamese = new Intl.Collator('vi');

const communeOptions = ({ communes }: Province) =>
  communes
    .toSorted((a, b) => inVietnamese.compare(a.name, b.name))
    .map((commune) => [commune.code, `${commune.name} (${commune.kind.toLowerCase()})`] as const);

const procedureOptions = switchableProcedures.map(
  (procedure) => [procedure, vi.details.procedures[procedure]] as const,
);

/** One tap, and one tap back: what has been collected stays either way. */
const Status = ({ staff, desk, href }: { staff: Staff; desk: Desk; href: string }) => {
  const isActive = desk.status === 'active';
  return (
    <section class="card" aria-labelledby="status">
      <h2 id="status">{isActive ? t.form.retireTitle : t.form.reopenTitle}</h2>
      {isActive ? <p>{t.form.retireText}</p> : null}
      <form method="post" action={`${href}/${isActive ? 'retire' : 'reopen'}`}>
        <CsrfField staff={staff} />
        <input type="hidden" name="seen" value={desk.version ?? 0} />
        <button class="second" type="submit">
          {isActive ? t.form.retire : t.form.reopen}
        </button>
      </form>
    </section>
  );
};

const Facts = ({ desk, posterHref }: { desk: Desk; posterHref?: string | undefined }) => (
  <>
    <p>
      {t.form.code}: <b>{desk.code}</b> · {t.status[desk.status]} · {communeTitle(desk.commune)}
      {desk.kiosk ? ` · ${t.form.kiosk}` : ''}
    </p>
    {posterHref && desk.status === 'active' ? (
      <p>
        <a href={posterHref}>{t.form.poster}</a>
      </p>
    ) : null}
  </>
);

/** Adding a desk, or changing one. */
export const DeskPage = (props: Props) => {
  const { site, staff, province, desk, newCode, typed, problems = [], conflict, done } = props;
  const list = provincePath(province.code, 'desks');
  const href = desk ? `${list}/${desk.code}` : `${list}/new`;
  const title = desk ? t.form.editTitle(desk.name) : t.form.addTitle;
  return (
    <StaffLayout
      site={site}
      staff={staff}
      title={problems.length > 0 ? `${forms.problemInTitle}: ${title}` : title}
      style={formStyle}
      nav={provinceNav(province.code, 'desks', staff.account)}
    >
      <h1>{title}</h1>
      <Done text={done} />
      {conflict ? <ConflictNotice differences={conflict} /> : null}
      <ProblemSummary problems={problems} />
      {desk ? <Facts desk={desk} posterHref={props.posterHref} /> : null}
      <form method="post" action={href}>
        <CsrfField staff={staff} />
        <input type="hidden" name="seen" value={desk?.version ?? 0} />
        {newCode ? <input type="hidden" name="code" value={newCode} /> : null}
        <TextField
          field="name"
          label={t.form.name}
          hint={t.form.nameHint(textLimits.deskName.longest)}
          value={typed.name}
          problems={problems}
        />
        <Select
          field="commune"
          label={t.form.commune}
          {...(desk && { hint: t.form.communeHint })}
          value={typed.commune}
          options={communeOptions(province)}
          problems={problems}
        />
        <TextField
          field="hours"
          label={t.form.hours}
          hint={t.form.hoursHint}
          value={typed.hours}
          problems={problems}
        />
        <Checkboxes
          field="procedures"
          label={t.form.procedures}
          hint={t.form.proceduresHint}
          chosen={typed.procedures}
          options={procedureOptions}
          problems={problems}
        />
        <Submit text={t.form.save} />
        <p>
          <a href={list}>{forms.cancel}</a>
        </p>
      </form>
      {desk ? <Status staff={staff} desk={desk} href={href} /> : null}
    </StaffLayout>
  );
};
