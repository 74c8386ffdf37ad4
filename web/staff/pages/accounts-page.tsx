import type { Province } from '../../../functions/domain/unit.ts';
import { provincePolice } from '../../../functions/domain/unit.ts';
import type { Site } from '../../layout.tsx';
import { momentInWords } from '../../texts/numbers.ts';
import { Done } from '../components/form-messages.tsx';
import { type Staff, StaffLayout } from '../layout.tsx';
import { provinceNav, provincePath } from '../province-nav.ts';
import { formStyle } from '../styles/staff-styles.ts';
import { accounts as t } from '../texts/accounts.ts';
import { grantWords } from './grant-fields.tsx';

/** An account as its province sees it. */
export interface ShownOfficer {
  subject: string;
  name: string;
  email: string;
  /** Groups of this province. */
  grants: readonly string[];
  isEnabled: boolean;
  lastSignInAt?: Date | undefined;
}

interface Props {
  site: Pick<Site, 'demo'>;
  staff: Staff;
  province: Province;
  /** Those that the search found. */
  officers: readonly ShownOfficer[];
  officerCount: number;
  search: string;
  done?: string | undefined;
}

const Row = ({ officer, province }: { officer: ShownOfficer; province: Province }) => (
  <tr>
    <th scope="row">
      <a href={`${provincePath(province.code, 'accounts')}/${encodeURIComponent(officer.subject)}`}>
        {officer.name}
      </a>{' '}
      <span class="note">{officer.email}</span>
    </th>
    <td class="text" data-label={t.columns.grants}>
      {officer.grants.map((group) => grantWords(group, province)).join('; ')}
    </td>
    <td class={officer.isEnabled ? 'text' : 'text bad'} data-label={t.columns.state}>
      {officer.isEnabled ? t.enabled : t.disabled}
    </td>
    <td class="text" data-label={t.columns.lastSignIn}>
      {officer.lastSignInAt ? momentInWords(officer.lastSignInAt) : t.never}
    </td>
  </tr>
);

/** Everybody who has a part in a province. */
export const AccountsPage = ({ site, staff, province, officers, officerCount, search, done }: Props) => {
  const base = provincePath(province.code, 'accounts');
  return (
    <StaffLayout
      site={site}
      staff={staff}
      title={t.title}
      style={formStyle}
      nav={provinceNav(province.code, 'accounts', staff.account)}
      wide
    >
      <h1>
        {t.title}: {provincePolice(province)}
      </h1>
      <Done text={done} />
      <p>{t.intro}</p>
      <p>
        <a class="go" href={`${base}/new`}>
          {t.invite}
        </a>
      </p>
      {officerCount === 0 ? (
        <p>{t.none}</p>
      ) : (
        <>
          <form class="search" method="get">
            <label for="q">{t.search}</label>
            <input type="search" id="q" name="q" value={search} />
            <button class="go" type="submit">
              {t.show}
            </button>
            {search ? <a href={base}>{t.all}</a> : null}
          </form>
          <p role="status">{t.count(officers.length, officerCount)}</p>
          <table class="rows">
            <thead>
              <tr>
                {Object.values(t.columns).map((heading) => (
                  <th scope="col" class="text">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {officers.map((officer) => (
                <Row officer={officer} province={province} />
              ))}
            </tbody>
          </table>
        </>
      )}
    </StaffLayout>
  );
};
