import type { AuditLine } from '../../../functions/domain/audit.ts';
import { type Province, provincePolice } from '../../../functions/domain/unit.ts';
import type { Site } from '../../layout.tsx';
import { momentInWords } from '../../texts/numbers.ts';
import { type AuditNames, changedFields, personInWords, subjectInWords } from '../audit-words.ts';
import { type Staff, StaffLayout } from '../layout.tsx';
import { provinceNav, provincePath } from '../province-nav.ts';
import { formStyle } from '../styles/staff-styles.ts';
import { audit as t } from '../texts/audit.ts';

interface Props {
  site: Pick<Site, 'demo'>;
  staff: Staff;
  province: Pick<Province, 'code' | 'name'>;
  /** Newest first. */
  lines: readonly AuditLine[];
  names: AuditNames;
  /** Where older lines begin. */
  next: string | undefined;
  isFirst: boolean;
}

const Row = ({ line, names }: { line: AuditLine; names: AuditNames }) => (
  <tr>
    <th scope="row">{momentInWords(new Date(line.at))}</th>
    <td class="text" data-label={t.columns.by}>
      {personInWords(line.by, names)}
    </td>
    <td class="text" data-label={t.columns.what}>
      {t.deeds[line.deed]}: {subjectInWords(line.subject, names)}
    </td>
    <td class="text">
      <dl class="changes">
        {changedFields(line, names).map(({ label, before, after }) => (
          <div>
            <dt>{label}</dt>
            {before === undefined ? null : (
              <dd>
                <span class="note">{t.before}:</span> <span class="lines">{before}</span>
              </dd>
            )}
            <dd>
              <span class="note">{t.after}:</span> <span class="lines">{after}</span>
            </dd>
          </div>
        ))}
      </dl>
    </td>
  </tr>
);

/** What has been changed in a province, newest first. There is nothing on it to change anything with. */
export const AuditPage = ({ site, staff, province, lines, names, next, isFirst }: Props) => {
  const base = provincePath(province.code, 'audit');
  return (
    <StaffLayout
      site={site}
      staff={staff}
      title={t.title}
      style={formStyle}
      nav={provinceNav(province.code, 'audit', staff.account)}
      wide
    >
      <h1>
        {t.title}: {provincePolice(province)}
      </h1>
      <p>{t.intro}</p>
      {lines.length === 0 ? (
        <p>{t.none}</p>
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
            {lines.map((line) => (
              <Row line={line} names={names} />
            ))}
          </tbody>
        </table>
      )}
      <p class="deeds no-print">
        {isFirst ? null : <a href={base}>{t.newest}</a>}
        {next ? <a href={`${base}?from=${next}`}>{t.older}</a> : null}
      </p>
    </StaffLayout>
  );
};
