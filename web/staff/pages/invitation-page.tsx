import type { Province } from '../../../functions/domain/unit.ts';
import type { Problem } from '../../components/problems.tsx';
import type { Site } from '../../layout.tsx';
import { Submit, TextField } from '../components/fields.tsx';
import { ProblemSummary } from '../components/form-messages.tsx';
import { CsrfField, type Staff, StaffLayout } from '../layout.tsx';
import { provinceNav, provincePath } from '../province-nav.ts';
import { formStyle } from '../styles/staff-styles.ts';
import { accounts as t } from '../texts/accounts.ts';
import { forms } from '../texts/forms.ts';
import { GrantFields } from './grant-fields.tsx';

interface Props {
  site: Pick<Site, 'demo'>;
  staff: Staff;
  province: Province;
}

/** Inviting somebody. */
export const InvitationPage = ({
  site,
  staff,
  province,
  typed,
  problems = [],
}: Props & {
  typed: { name: string; email: string; grants: readonly string[] };
  problems?: readonly Problem[];
}) => {
  const list = provincePath(province.code, 'accounts');
  return (
    <StaffLayout
      site={site}
      staff={staff}
      title={problems.length > 0 ? `${forms.problemInTitle}: ${t.form.inviteTitle}` : t.form.inviteTitle}
      style={formStyle}
      nav={provinceNav(province.code, 'accounts', staff.account)}
    >
      <h1>{t.form.inviteTitle}</h1>
      <ProblemSummary problems={problems} />
      <p>{t.form.inviteIntro}</p>
      <form method="post" action={`${list}/new`}>
        <CsrfField staff={staff} />
        <TextField field="name" label={t.form.name} value={typed.name} problems={problems} />
        <TextField
          field="email"
          label={t.form.email}
          inputmode="email"
          value={typed.email}
          problems={problems}
        />
        <GrantFields province={province} chosen={typed.grants} problems={problems} />
        <Submit text={t.form.send} />
        <p>
          <a href={list}>{forms.cancel}</a>
        </p>
      </form>
    </StaffLayout>
  );
};

/** Somebody was invited. A temporary password is shown here and never again. */
export const InvitedPage = ({
  site,
  staff,
  province,
  invited,
  temporaryPassword,
}: Props & { invited: { name: string; email: string }; temporaryPassword?: string | undefined }) => (
  <StaffLayout
    site={site}
    staff={staff}
    title={t.invited.title}
    style={formStyle}
    nav={provinceNav(province.code, 'accounts', staff.account)}
  >
    <h1>{t.invited.title}</h1>
    <p class="done" role="status">
      {t.invited.text(invited.name, invited.email)}
    </p>
    {temporaryPassword ? (
      <>
        <p>
          {t.invited.password} <code>{temporaryPassword}</code>
        </p>
        <p>{t.invited.passwordText}</p>
      </>
    ) : (
      <p>{t.invited.byMail}</p>
    )}
    <p>
      <a href={provincePath(province.code, 'accounts')}>{t.invited.toList}</a>
    </p>
  </StaffLayout>
);
