import { type Switches, switchableProcedures } from '../../../functions/domain/commune-settings.ts';
import { criteria } from '../../../functions/domain/questionnaire.ts';
import {
  type Commune,
  communePolice,
  type Province,
  provincePolice,
} from '../../../functions/domain/unit.ts';
import type { Problem } from '../../components/problems.tsx';
import type { Site } from '../../layout.tsx';
import { ConflictNotice, type Difference, Done, ProblemSummary } from '../components/form-messages.tsx';
import { type Staff, StaffLayout } from '../layout.tsx';
import { provinceNav, provincePath } from '../province-nav.ts';
import { formStyle } from '../styles/staff-styles.ts';
import { forms } from '../texts/forms.ts';
import { questionnaire as t } from '../texts/questionnaire.ts';
import { SwitchesForm, type SwitchesTyped } from './switches-form.tsx';

interface Props {
  site: Pick<Site, 'demo'>;
  staff: Staff;
  province: Pick<Province, 'code' | 'name'>;
  /** The form of one commune; without it that of the whole province. */
  commune?: Commune | undefined;
  seen: number;
  typed: SwitchesTyped;
  problems?: readonly Problem[];
  conflict?: readonly Difference[] | undefined;
  done?: string | undefined;
  /** What the province has decided, on the page of a commune. */
  decided?: Switches | undefined;
  /** What each commune asks, on the page of the province. */
  communes?: readonly { commune: Commune; switches: Switches }[];
}

const Communes = ({ province, communes }: { province: string; communes: NonNullable<Props['communes']> }) => (
  <section aria-labelledby="communes">
    <h2 id="communes">{t.communes}</h2>
    <p>{t.communesText}</p>
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
        {communes.map(({ commune, switches: { criteriaOff, proceduresOff, isPublic } }) => (
          <tr>
            <th scope="row">
              <a href={`${provincePath(province, 'questionnaire')}/${commune.code}`}>
                {communePolice(commune)}
              </a>
            </th>
            <td class="text" data-label={t.columns.criteria}>
              {t.ofAll(criteria.length - criteriaOff.length, criteria.length)}
            </td>
            <td class="text" data-label={t.columns.procedures}>
              {t.ofAll(switchableProcedures.length - proceduresOff.length, switchableProcedures.length)}
            </td>
            <td class="text" data-label={t.columns.isPublic}>
              {isPublic ? t.published : t.unpublished}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

/** What a province asks, or one of its communes. */
export const QuestionnairePage = (props: Props) => {
  const { site, staff, province, commune, problems = [], conflict, done, decided, communes } = props;
  const base = provincePath(province.code, 'questionnaire');
  const title = t.unitTitle(commune ? communePolice(commune) : provincePolice(province));
  return (
    <StaffLayout
      site={site}
      staff={staff}
      title={problems.length > 0 ? `${forms.problemInTitle}: ${title}` : title}
      style={formStyle}
      nav={provinceNav(province.code, 'questionnaire', staff.account)}
    >
      <h1>{title}</h1>
      <Done text={done} />
      {conflict ? <ConflictNotice differences={conflict} /> : null}
      <ProblemSummary problems={problems} />
      <p>{t.intro}</p>
      {commune ? null : <h2>{t.wholeProvince}</h2>}
      {commune ? null : <p>{t.wholeProvinceText}</p>}
      <SwitchesForm
        staff={staff}
        action={commune ? `${base}/${commune.code}` : base}
        seen={props.seen}
        typed={props.typed}
        problems={problems}
        {...(decided && { province: decided })}
      />
      {commune ? (
        <p>
          <a href={base}>{forms.cancel}</a>
        </p>
      ) : null}
      {communes ? <Communes province={province.code} communes={communes} /> : null}
    </StaffLayout>
  );
};
