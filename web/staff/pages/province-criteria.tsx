import type { ListedCommune, ListQuery } from '../../../functions/domain/commune-list.ts';
import { isFound } from '../../../functions/domain/commune-list.ts';
import type { Week } from '../../../functions/domain/iso-week.ts';
import { criteriaToShow } from '../../../functions/domain/measure/criterion.ts';
import type { PooledRate, ShownProvincePage } from '../../../functions/domain/measure/shown-province-page.ts';
import { everyCriterion } from '../../../functions/domain/questionnaire.ts';
import { bare, whole } from '../../charts/texts.ts';
import { criterionNames } from '../../texts/criterion-names.ts';
import { UnitLink } from '../components/unit-link.tsx';
import { province as t } from '../texts/province.ts';

/** Steps of the heat table, as they print: a rate is sorted by what is read. */
const steps = [
  { name: 'worst', below: 85 },
  { name: 'low', below: 90 },
  { name: 'fair', below: 95 },
] as const;
type Step = (typeof steps)[number]['name'] | 'fine';

const stepOf = (rate: number): Step => {
  const printed = Math.round(rate * 1000) / 10;
  return steps.find(({ below }) => printed < below)?.name ?? 'fine';
};

const Cell = ({ rated, satisfied }: { rated: number | null; satisfied: number | null }) =>
  rated === null || satisfied === null || rated === 0 ? (
    <td>–</td>
  ) : (
    <td class={stepOf(satisfied / rated)}>
      {bare(satisfied / rated)} <i>({whole(rated)})</i>
    </td>
  );

const hasCell = ({ row }: ListedCommune): boolean =>
  everyCriterion.some((criterion) => row.criteria[criterion].satisfactionRate !== null);

const Legend = () => (
  <p class="key">
    {t.criteria.legend}{' '}
    {(['fine', 'fair', 'low', 'worst'] as const).map((step) => (
      <>
        <span class={step}>{t.criteria.steps[step]}</span>{' '}
      </>
    ))}
  </p>
);

interface Props {
  at: Week;
  all: ShownProvincePage['criteria'];
  communes: readonly ListedCommune[];
  query: ListQuery;
}

/** Communes by criteria: every cell says its number, and low ones are bold or framed as well as shaded. */
export const Criteria = ({ at, all, communes, query }: Props) => {
  const rows = communes.filter(hasCell);
  const criteria = criteriaToShow((criterion) => Boolean(all[criterion].rated));
  const total = (pooled: PooledRate) => <Cell {...pooled} />;
  return (
    <section aria-labelledby="criteria">
      <h2 id="criteria">{t.criteria.title}</h2>
      <p class="note">{t.criteria.note}</p>
      {rows.length === 0 ? (
        <p>{t.criteria.none}</p>
      ) : (
        <>
          <Legend />
          <section class="scroll" aria-labelledby="criteria-caption" tabindex={0}>
            <table class="heat" id="heat" data-filtered>
              <caption id="criteria-caption">{t.criteria.caption}</caption>
              <thead>
                <tr>
                  <th scope="col">{t.list.columns.unit}</th>
                  {criteria.map((criterion) => (
                    <th scope="col">{criterionNames[criterion]}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((commune) => (
                  <tr hidden={!isFound(commune, query)}>
                    <th scope="row">
                      <UnitLink unit={commune.unit} week={at} />
                    </th>
                    {criteria.map((criterion) => {
                      const { rated, satisfied } = commune.row.criteria[criterion];
                      return <Cell rated={rated} satisfied={satisfied} />;
                    })}
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row">{t.criteria.all}</th>
                  {criteria.map((criterion) => total(all[criterion]))}
                </tr>
              </tfoot>
            </table>
          </section>
          {rows.length < communes.length ? (
            <p class="note">{t.criteria.hidden(whole(communes.length - rows.length))}</p>
          ) : null}
        </>
      )}
    </section>
  );
};
