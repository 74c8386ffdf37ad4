import { type PhaseProgress, rolloutStates } from '../../../functions/domain/rollout.ts';
import { whole } from '../../charts/texts.ts';
import { writtenDay } from '../../texts/numbers.ts';
import { province as t } from '../texts/province.ts';

const startText = ({ first, last }: PhaseProgress): string => {
  if (!first || !last) return '–';
  return first === last ? writtenDay(first) : `${writtenDay(first)} – ${writtenDay(last)}`;
};

/** How many communes of each phase have come how far. */
export const RolloutTable = ({ progress }: { progress: readonly PhaseProgress[] }) => {
  const totalOf = (count: (phase: PhaseProgress) => number): number =>
    progress.reduce((total, phase) => total + count(phase), 0);
  return (
    <section class="scroll" aria-labelledby="rollout-caption" tabindex={0}>
      <table class="rollout">
        <caption id="rollout-caption">{t.rollout.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.rollout.phase}</th>
            <th scope="col" class="text">
              {t.rollout.start}
            </th>
            <th scope="col">{t.rollout.communes}</th>
            {rolloutStates.map((state) => (
              <th scope="col">{t.rollout.states[state]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {progress.map((each) => (
            <tr>
              <th scope="row">
                {each.phase === undefined ? t.rollout.noPhase : t.rollout.phaseNumber(each.phase)}
              </th>
              <td class="text">{startText(each)}</td>
              <td>{whole(each.communes)}</td>
              {rolloutStates.map((state) => (
                <td>{whole(each.states[state])}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colspan={2}>
              {t.rollout.total}
            </th>
            <td>{whole(totalOf(({ communes }) => communes))}</td>
            {rolloutStates.map((state) => (
              <td>{whole(totalOf(({ states }) => states[state]))}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
};
