import type { Province } from '../../../functions/domain/unit.ts';
import type { Problem } from '../../components/problems.tsx';
import type { Site } from '../../layout.tsx';
import { momentInWords } from '../../texts/numbers.ts';
import { Submit } from '../components/fields.tsx';
import { ConflictNotice, type Difference, Done, ProblemSummary } from '../components/form-messages.tsx';
import { CsrfField, type Staff, StaffLayout } from '../layout.tsx';
import { provinceNav, provincePath } from '../province-nav.ts';
import { formStyle } from '../styles/staff-styles.ts';
import { accounts as t } from '../texts/accounts.ts';
import { forms } from '../texts/forms.ts';
import type { ShownOfficer } from './accounts-page.tsx';
import { GrantFields } from './grant-fields.tsx';

interface Props {
  site: Pick<Site, 'demo'>;
  staff: Staff;
  province: Province;
  officer: ShownOfficer;
  /** The state of the account that the forms are about. */
  seen: number;
  /** Groups as they are chosen in the form. */
  chosen: readonly string[];
  /** It holds something outside this province, too. */
  isElsewhere: boolean;
  problems?: readonly Problem[];
  conflict?: readonly Difference[] | undefined;
  done?: string | undefined;
}

/** Disabling, and enabling again. */
const Access = ({
  staff,
  officer,
  seen,
  href,
}: Pick<Props, 'staff' | 'officer' | 'seen'> & { href: string }) => (
  <section class="card" aria-labelledby="access">
    <h2 id="access">{officer.isEnabled ? t.form.disableTitle : t.form.enableTitle}</h2>
    {officer.isEnabled ? <p>{t.form.disableText}</p> : null}
    <form method="post" action={`${href}/${officer.isEnabled ? 'disable' : 'enable'}`}>
      <CsrfField staff={staff} />
      <input type="hidden" name="seen" value={seen} />
      <button class="second" type="submit">
        {officer.isEnabled ? t.form.disable : t.form.enable}
      </button>
    </form>
  </section>
);

/** One account: what it may do here, and whether it may sign in. */
export const AccountPage = (props: Props) => {
  const { site, staff, province, officer, seen, chosen, isElsewhere, problems = [], conflict, done } = props;
  const list = provincePath(province.code, 'accounts');
  const href = `${list}/${encodeURIComponent(officer.subject)}`;
  const isOwn = officer.subject === staff.account.subject;
  const title = t.form.editTitle(officer.name);
  return (
    <StaffLayout
      site={site}
      staff={staff}
      title={problems.length > 0 ? `${forms.problemInTitle}: ${title}` : title}
      style={formStyle}
      nav={provinceNav(province.code, 'accounts', staff.account)}
    >
      <h1>{title}</h1>
      <Done text={done} />
      {conflict ? <ConflictNotice differences={conflict} /> : null}
      <ProblemSummary problems={problems} />
      <p>
        {officer.email} · {officer.isEnabled ? t.enabled : t.disabled}
        <br />
        {t.columns.lastSignIn}: {officer.lastSignInAt ? momentInWords(officer.lastSignInAt) : t.never}
      </p>
      {isElsewhere ? <p class="note">{t.elsewhere}</p> : null}
      {isOwn ? (
        <p>{t.form.own}</p>
      ) : (
        <form method="post" action={href}>
          <CsrfField staff={staff} />
          <input type="hidden" name="seen" value={seen} />
          <GrantFields province={province} chosen={chosen} problems={problems} />
          <Submit text={t.form.save} />
        </form>
      )}
      <p>
        <a href={list}>{forms.cancel}</a>
      </p>
      {isOwn || isElsewhere ? null : <Access staff={staff} officer={officer} seen={seen} href={href} />}
    </StaffLayout>
  );
};
