import type { Day } from '../../../functions/domain/day.ts';
import { type CommunePromise, type PromiseState, promiseState } from '../../../functions/domain/promise.ts';
import {
  type Commune,
  communePolice,
  type Province,
  provincePolice,
} from '../../../functions/domain/unit.ts';
import type { Site } from '../../layout.tsx';
import { criterionNames } from '../../texts/criterion-names.ts';
import { writtenDay } from '../../texts/numbers.ts';
import { communePath } from '../commune-nav.ts';
import { Select } from '../components/fields.tsx';
import { type Staff, StaffLayout } from '../layout.tsx';
import { provinceNav } from '../province-nav.ts';
import { formStyle } from '../styles/staff-styles.ts';
import { promises } from '../texts/promises.ts';

const t = promises.ofProvince;

interface Props {
  site: Pick<Site, 'demo'>;
  staff: Staff;
  province: Pick<Province, 'code' | 'name'>;
  /** In the order in which they are shown. */
  rows: readonly { commune: Commune; promise: CommunePromise }[];
  counts: Readonly<Record<PromiseState, number>>;
  /** Only those in this state; all of them without. */
  state: PromiseState | undefined;
  today: Day;
}

const Row = ({ row: { commune, promise }, today }: { row: Props['rows'][number]; today: Day }) => {
  const state = promiseState(promise, today);
  return (
    <tr>
      <th scope="row">
        <a href={communePath(commune.code, 'promises')}>{communePolice(commune)}</a>
      </th>
      <td class="text lines" data-label={t.columns.text}>
        {promise.text}
      </td>
      <td class="text" data-label={t.columns.criterion}>
        {criterionNames[promise.criterion]}
      </td>
      <td class="text" data-label={t.columns.by}>
        {writtenDay(promise.dueBy)}
      </td>
      <td class={state === 'overdue' ? 'text bad' : 'text'} data-label={t.columns.state}>
        {promise.doneOn ? promises.doneOn(writtenDay(promise.doneOn)) : promises.states[state]}
      </td>
    </tr>
  );
};

/** What all communes of a province have promised; overdue first. */
export const ProvincePromisesPage = ({ site, staff, province, rows, counts, state, today }: Props) => {
  const all = counts.overdue + counts.due + counts.done;
  return (
    <StaffLayout
      site={site}
      staff={staff}
      title={t.title}
      style={formStyle}
      nav={provinceNav(province.code, 'promises', staff.account)}
      wide
    >
      <h1>
        {t.title}: {provincePolice(province)}
      </h1>
      {all === 0 ? (
        <p>{t.none}</p>
      ) : (
        <>
          <p>{t.counts(counts.overdue, counts.due, counts.done)}</p>
          <form class="search no-print" method="get">
            <Select
              field="state"
              label={t.state}
              value={state ?? 'all'}
              options={[['all', t.all], ...Object.entries(promises.states)]}
              problems={[]}
            />
            <button class="go" type="submit">
              {t.show}
            </button>
          </form>
          {rows.length === 0 ? (
            <p>{t.noneOfState}</p>
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
                {rows.map((row) => (
                  <Row row={row} today={today} />
                ))}
              </tbody>
            </table>
          )}
        </>
      )}
    </StaffLayout>
  );
};
