import type { Audience } from '../../../functions/domain/measure/audience.ts';
import type { ShownFact } from '../../../functions/domain/measure/shown-fact.ts';
import type { Fact } from '../../../functions/domain/questionnaire.ts';
import { percent, whole } from '../../charts/texts.ts';
import { vi } from '../../texts/vi.ts';
import { communeTexts } from '../texts/commune.ts';

const t = communeTexts.facts;

const FactTable = ({ fact, shown }: { fact: Fact; shown: ShownFact }) => {
  const { answered, answers } = shown;
  const choices: Readonly<Record<string, string>> = vi.details.factChoices[fact];
  return (
    <table>
      <caption>{vi.details.facts[fact]}</caption>
      <tbody>
        {answered === null || answered === 0 || answers === null ? (
          <tr>
            <td class="note">{t.none}</td>
          </tr>
        ) : (
          Object.entries(answers).map(([answer, count]) => (
            <tr>
              <th scope="row">{choices[answer] ?? answer}</th>
              <td>{whole(count)}</td>
              <td>{percent(count / answered)}</td>
            </tr>
          ))
        )}
      </tbody>
    </table>
  );
};

interface Props {
  audience: Audience;
  visits: ShownFact;
  timeliness: ShownFact;
  extraPayment: ShownFact;
  harassment: ShownFact;
}

/** Facts of the last thirteen weeks. Two of them are for the province only: they would hurt held against one desk. */
export const CommuneFacts = ({ audience, visits, timeliness, extraPayment, harassment }: Props) => (
  <section class="no-print" aria-labelledby="facts">
    <h2 id="facts">{t.title}</h2>
    <FactTable fact="visits" shown={visits} />
    <FactTable fact="timeliness" shown={timeliness} />
    {audience === 'province' || audience === 'operator' ? (
      <>
        <h3>{t.forProvince}</h3>
        <FactTable fact="extra_payment" shown={extraPayment} />
        <FactTable fact="harassment" shown={harassment} />
      </>
    ) : null}
  </section>
);
