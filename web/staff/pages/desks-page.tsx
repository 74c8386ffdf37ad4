import type { Desk } from '../../../functions/domain/desk.ts';
import { hoursInVietnamese } from '../../../functions/domain/opening-hours.ts';
import { communePolice, type Province, provincePolice } from '../../../functions/domain/unit.ts';
import type { Site } from '../../layout.tsx';
import { Done } from '../components/form-messages.tsx';
import { type Staff, StaffLayout } from '../layout.tsx';
import { provinceNav, provincePath } from '../province-nav.ts';
import { formStyle } from '../styles/staff-styles.ts';
import { desks as t } from '../texts/desks.ts';

interface Props {
  site: Pick<Site, 'demo'>;
  staff: Staff;
  province: Pick<Province, 'code' | 'name'>;
  /** Those that the search found. */
  desks: readonly Desk[];
  deskCount: number;
  search: string;
  done?: string | undefined;
}

const Row = ({ desk, province }: { desk: Desk; province: Props['province'] }) => (
  <tr>
    <th scope="row">
      <a href={`${provincePath(province.code, 'desks')}/${desk.code}`}>{desk.name}</a>{' '}
      <span class="note">{desk.code}</span>
    </th>
    <td class="text" data-label={t.columns.commune}>
      {communePolice(desk.commune)}
    </td>
    <td class="text" data-label={t.columns.hours}>
      {desk.hours ? hoursInVietnamese(desk.hours) : t.alwaysOpen}
    </td>
    <td class="text" data-label={t.columns.status}>
      {t.status[desk.status]}
    </td>
  </tr>
);

/** The desks of a province, by commune and name. */
export const DesksPage = ({ site, staff, province, desks, deskCount, search, done }: Props) => (
  <StaffLayout
    site={site}
    staff={staff}
    title={t.title}
    style={formStyle}
    nav={provinceNav(province.code, 'desks', staff.account)}
    wide
  >
    <h1>
      {t.title}: {provincePolice(province)}
    </h1>
    <Done text={done} />
    <p>{t.intro}</p>
    <p>
      <a class="go" href={`${provincePath(province.code, 'desks')}/new`}>
        {t.add}
      </a>
    </p>
    {deskCount === 0 ? (
      <p>{t.none}</p>
    ) : (
      <>
        <form class="search" method="get">
          <label for="q">{t.search}</label>
          <input type="search" id="q" name="q" value={search} />
          <button class="go" type="submit">
            {t.show}
          </button>
          {search ? <a href={provincePath(province.code, 'desks')}>{t.all}</a> : null}
        </form>
        <p role="status">{t.count(desks.length, deskCount)}</p>
        {desks.length === 0 ? (
          <p>{t.noneFound}</p>
        ) : (
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
              {desks.map((desk) => (
                <Row desk={desk} province={province} />
              ))}
            </tbody>
          </table>
        )}
      </>
    )}
  </StaffLayout>
);
