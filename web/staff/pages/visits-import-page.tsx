import { type Province, provincePolice } from '../../../functions/domain/unit.ts';
import type { Site } from '../../layout.tsx';
import { Submit, TextArea } from '../components/fields.tsx';
import { Done } from '../components/form-messages.tsx';
import { CsrfField, type Staff, StaffLayout } from '../layout.tsx';
import { provinceNav, provincePath } from '../province-nav.ts';
import { formStyle } from '../styles/staff-styles.ts';
import { forms } from '../texts/forms.ts';
import { visits } from '../texts/visits.ts';

const t = visits.import;

interface Props {
  site: Pick<Site, 'demo'>;
  staff: Staff;
  province: Pick<Province, 'code' | 'name'>;
  text: string;
  /** What is wrong, in the order of the table. */
  faults?: readonly { where: string | undefined; text: string }[];
  done?: string | undefined;
}

/** So many show what is wrong with a table; thousands more would hide it. */
const faultsShown = 50;

const Faults = ({ faults }: { faults: NonNullable<Props['faults']> }) => (
  <div class="problems" id="faults" role="alert" tabindex={-1} autofocus>
    <h2>{t.problemsTitle(faults.length)}</h2>
    <ul>
      {faults.slice(0, faultsShown).map(({ where, text }) => (
        <li>
          {where ? <b>{where}: </b> : null}
          {text}
        </li>
      ))}
    </ul>
    {faults.length > faultsShown ? <p>{t.more(faults.length - faultsShown)}</p> : null}
    <p>{forms.nothingSaved}</p>
  </div>
);

/** Visits of many communes and weeks at once: a file, or a table out of a spreadsheet. */
export const VisitsImportPage = ({ site, staff, province, text, faults = [], done }: Props) => {
  const hasFaults = faults.length > 0;
  return (
    <StaffLayout
      site={site}
      staff={staff}
      title={hasFaults ? `${forms.problemInTitle}: ${t.title}` : t.title}
      style={formStyle}
      nav={provinceNav(province.code, 'visits', staff.account)}
    >
      <h1>
        {t.title}: {provincePolice(province)}
      </h1>
      <Done text={done} />
      {hasFaults ? <Faults faults={faults} /> : null}
      <p>{t.intro}</p>
      <section class="card" aria-labelledby="example">
        <h2 id="example">{t.exampleTitle}</h2>
        <pre>{t.example}</pre>
      </section>
      <form method="post" action={provincePath(province.code, 'visits')} enctype="multipart/form-data">
        <CsrfField staff={staff} />
        <div class="field">
          <label for="file">{t.file}</label>
          <input
            type="file"
            id="file"
            name="file"
            accept=".csv,text/csv"
            aria-describedby={hasFaults ? 'faults' : undefined}
          />
        </div>
        <TextArea field="text" label={t.text} hint={t.textHint} value={text} rows={12} problems={[]} />
        <p>{t.allOrNothing}</p>
        <Submit text={t.submit} />
      </form>
    </StaffLayout>
  );
};
