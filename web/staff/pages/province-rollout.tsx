import type { Week } from '../../../functions/domain/iso-week.ts';
import type { PhaseProgress } from '../../../functions/domain/rollout.ts';
import type { Commune, ProvinceCode } from '../../../functions/domain/unit.ts';
import { percent, whole } from '../../charts/texts.ts';
import { RolloutTable } from '../components/rollout-table.tsx';
import { UnitLink } from '../components/unit-link.tsx';
import { provincePath } from '../province-nav.ts';
import { province as t } from '../texts/province.ts';

export interface RolloutProps {
  province: ProvinceCode;
  at: Week;
  progress: readonly PhaseProgress[];
  /** Communes whose day has passed without a desk, by name. */
  late: readonly Commune[];
}

/** How far the province has come on its way to all communes. */
export const Rollout = ({ province, at, progress, late }: RolloutProps) => {
  const all = progress.reduce((total, { communes }) => total + communes, 0);
  const reporting = progress.reduce((total, { states }) => total + states.reporting, 0);
  return (
    <section aria-labelledby="rollout">
      <h2 id="rollout">{t.rollout.title}</h2>
      <p>
        {t.rollout.reached(whole(reporting), whole(all), percent(all === 0 ? 0 : reporting / all))}{' '}
        {t.rollout.today}
      </p>
      <RolloutTable progress={progress} />
      {late.length === 0 ? null : (
        <>
          <p>
            <b>{t.rollout.late}</b>
          </p>
          <ul class="names">
            {late.map((unit) => (
              <li>
                <UnitLink unit={unit} week={at} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="no-print">
        <a href={provincePath(province, 'rollout')}>{t.rollout.link}</a>
      </p>
    </section>
  );
};
