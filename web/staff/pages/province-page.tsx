import type { ListedCommune } from '../../../functions/domain/commune-list.ts';
import type { Band } from '../../../functions/domain/measure/comparison.ts';
import type { ShownProvincePage } from '../../../functions/domain/measure/shown-province-page.ts';
import { type Province, provincePolice } from '../../../functions/domain/unit.ts';
import { percent, whole } from '../../charts/texts.ts';
import type { Site } from '../../layout.tsx';
import { weekRange } from '../../texts/numbers.ts';
import { type Staff, StaffLayout } from '../layout.tsx';
import { provinceNav } from '../province-nav.ts';
import { provinceStyle } from '../styles/staff-styles.ts';
import { province as t } from '../texts/province.ts';
import { Bands } from './province-bands.tsx';
import { Coverage } from './province-coverage.tsx';
import { Criteria } from './province-criteria.tsx';
import { Integrity } from './province-integrity.tsx';
import { CommuneList, type ListProps } from './province-list.tsx';
import { Rollout, type RolloutProps } from './province-rollout.tsx';
import { Trend } from './province-trend.tsx';
import { ProvinceWeek, type ProvinceWeekProps } from './province-week.tsx';

interface Props extends Omit<ProvinceWeekProps, 'province' | 'updated' | 'units'> {
  site: Site;
  staff: Staff;
  province: Province;
  page: ShownProvincePage;
  /** Every commune of the province, by name. */
  byName: readonly ListedCommune[];
  list: Pick<ListProps, 'query' | 'communes'>;
  rollout: Pick<RolloutProps, 'progress' | 'late'>;
  /** Sees calendar weeks and every number. */
  isOperator: boolean;
  scripts: readonly string[];
}

/** What an officer with one minute has to know. */
const Verdict = ({ page, byName }: Pick<Props, 'page' | 'byName'>) => {
  const { shown, signals } = page;
  const count = (band: Band, isFar = false): number =>
    byName.filter(({ row }) => row.band === band && (!isFar || row.alert)).length;
  const [alerts, praises] = [count('below', true), count('above', true)];
  if (!shown.compared || shown.level === null) return <p class="lead">{t.verdict.none}</p>;
  return (
    <p class="lead">
      {t.verdict.level(percent(shown.level))}{' '}
      {signals.comparedCount === 0
        ? t.verdict.nobody
        : t.verdict.compared(whole(signals.comparedCount), {
            below: whole(count('below')),
            above: whole(count('above')),
            same: whole(count('same')),
          })}
      {alerts > 0 ? <b class="tag">{t.verdict.alerts(whole(alerts))}</b> : null}
      {praises > 0 ? <b class="tag good">{t.verdict.praises(whole(praises))}</b> : null}
    </p>
  );
};

const contents = [
  ['coverage', t.coverage.title],
  ['bands', t.bands.title],
  ['trend', t.trend.title],
  ['communes', t.list.title],
  ['criteria', t.criteria.title],
  ['integrity', t.integrity.title],
  ['rollout', t.rollout.title],
] as const;

/** The province's week: who is reached, who is below and above, and what to look into. */
export const StaffProvincePage = (props: Props) => {
  const { site, staff, province, at, page, byName, list, rollout, isOperator, scripts } = props;
  const police = provincePolice(province);
  const units = new Map(byName.map(({ unit }) => [unit.code, unit]));
  return (
    <StaffLayout
      site={site}
      staff={staff}
      title={t.title(police, weekRange(at, at, site.t))}
      style={provinceStyle}
      nav={provinceNav(province.code, 'overview', staff.account)}
      scripts={scripts}
      wide
    >
      <h1>{police}</h1>
      <ProvinceWeek {...props} province={province.code} updated={page.updated} units={units} />
      <Verdict page={page} byName={byName} />
      <p class="note">{t.week.shown}</p>
      <nav class="contents no-print" aria-label={t.contents}>
        {contents.map(([id, title]) => (
          <a href={`#${id}`}>{title}</a>
        ))}
      </nav>
      <div class="board">
        <Coverage at={at} coverage={page.coverage} units={units} />
        <Trend trend={page.trend} isOperator={isOperator} />
      </div>
      <Bands at={at} page={page} communes={byName} />
      <CommuneList province={province.code} at={at} communeCount={byName.length} {...list} />
      <Criteria at={at} all={page.criteria} {...list} />
      <Integrity at={at} page={page} communes={byName} />
      <Rollout province={province.code} at={at} {...rollout} />
      <section aria-labelledby="how">
        <h2 id="how">{t.how.title}</h2>
        {t.how.sentences.map((sentence) => (
          <p class="note">{sentence}</p>
        ))}
      </section>
    </StaffLayout>
  );
};
