import type { Week } from '../../../functions/domain/iso-week.ts';
import type { ProvinceCoverage, Silence } from '../../../functions/domain/measure/shown-coverage.ts';
import { comparisonWeeks } from '../../../functions/domain/measure/shown-standing.ts';
import type { Commune, CommuneCode } from '../../../functions/domain/unit.ts';
import { whole } from '../../charts/texts.ts';
import { UnitLink } from '../components/unit-link.tsx';
import { province as t } from '../texts/province.ts';

interface Props {
  at: Week;
  coverage: ProvinceCoverage;
  /** By name. */
  units: ReadonlyMap<CommuneCode, Commune>;
}

const silentFor = ({ weeks }: Silence): string => {
  if (weeks === null) return t.coverage.never;
  if (weeks === 1) return t.coverage.thisWeek;
  return weeks >= comparisonWeeks ? t.coverage.atLeastWeeks(whole(weeks)) : t.coverage.forWeeks(whole(weeks));
};

/** How far the survey reaches, before any rate: who is not reached has none. */
export const Coverage = ({ at, coverage, units }: Props) => {
  const { communes, live, answering, tiers, comparable, silent } = coverage;
  const silences = new Map(silent.map((silence) => [silence.commune, silence]));
  const figures: [words: string, part: number, isInner?: boolean][] = [
    [t.coverage.live, live],
    [t.coverage.answering, answering.size],
    [t.coverage.reportable, tiers.reportable],
    [t.coverage.comparable, comparable, true],
    [t.coverage.indicative, tiers.indicative],
    [t.coverage.insufficient, tiers.insufficient],
  ];
  return (
    <section aria-labelledby="coverage">
      <h2 id="coverage">{t.coverage.title}</h2>
      <table class="coverage">
        <tbody>
          {figures.map(([words, part, isInner]) => (
            <tr>
              <th scope="row" class={isInner ? 'inner' : undefined}>
                {words}
              </th>
              <td>
                <b>{whole(part)}</b> / {whole(communes)}
              </td>
              <td class="meter">
                <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                  <rect class="scale" width="100" height="8" />
                  <rect
                    class="part"
                    width={communes === 0 ? 0 : Math.round((1000 * part) / communes) / 10}
                    height="8"
                  />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {silent.length === 0 ? (
        <p>{t.coverage.noneSilent}</p>
      ) : (
        <div class="card">
          <h3>{t.coverage.silent(whole(silent.length))}</h3>
          <p class="note">{t.coverage.silentNote}</p>
          <ul class="names">
            {[...units.values()].map((unit) => {
              const silence = silences.get(unit.code);
              return silence ? (
                <li>
                  <UnitLink unit={unit} week={at} /> <span class="note">({silentFor(silence)})</span>
                </li>
              ) : null;
            })}
          </ul>
        </div>
      )}
    </section>
  );
};
