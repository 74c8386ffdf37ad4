import { endOfWeek, type Week } from '../../../functions/domain/iso-week.ts';
import type { UpdatedCommune } from '../../../functions/domain/measure/shown-province-page.ts';
import type { Commune, CommuneCode, ProvinceCode } from '../../../functions/domain/unit.ts';
import { deliveryDays, type WeekStatus } from '../../../functions/domain/week-life.ts';
import { shortWeeks } from '../../charts/texts.ts';
import { dateRange, dayMonthYear, writtenDay } from '../../texts/numbers.ts';
import { unitName } from '../components/unit-link.tsx';
import { provincePath } from '../province-nav.ts';
import { province as t } from '../texts/province.ts';

const dayMs = 86_400_000;

/** The last day on which answers of a week may still arrive. */
const lastDayOf = (week: Week): string =>
  dayMonthYear(new Date(endOfWeek(week).getTime() + deliveryDays * dayMs));

export interface ProvinceWeekProps {
  updated: readonly UpdatedCommune[];
  /** By name. */
  units: ReadonlyMap<CommuneCode, Commune>;
  province: ProvinceCode;
  at: Week;
  status: WeekStatus;
  previous: Week | undefined;
  next: Week | undefined;
}

/** Communes whose closed weeks have changed, and when. */
const Updated = ({ updated, units }: Pick<ProvinceWeekProps, 'updated' | 'units'>) => {
  const changes = new Map(updated.map((each) => [each.commune, each.updated]));
  const named = [...units.values()].flatMap((unit) => {
    const weeks = changes
      .get(unit.code)
      ?.map(({ from, to, on }) => t.week.updatedOn(shortWeeks(from, to), writtenDay(on)));
    return weeks ? [`${unitName(unit)} (${weeks.join('; ')})`] : [];
  });
  return named.length === 0 ? null : (
    <p class="note">
      <b>{t.week.updated}</b> {named.join(', ')}.
    </p>
  );
};

/** Which week the page is about, how final it is, and the ways to the weeks beside it. */
export const ProvinceWeek = ({ province, at, status, previous, next, ...changes }: ProvinceWeekProps) => {
  const href = (week: Week): string => `${provincePath(province)}?week=${week}`;
  return (
    <>
      <nav class="weeks" aria-label={t.week.nav}>
        {previous ? (
          <a href={href(previous)} rel="prev">
            ‹ {t.week.week} {shortWeeks(previous, previous)}
          </a>
        ) : null}
        <b aria-current="page">
          {t.week.week} {shortWeeks(at, at)}
        </b>
        {next ? (
          <a href={href(next)} rel="next">
            {t.week.week} {shortWeeks(next, next)} ›
          </a>
        ) : null}
      </nav>
      <p class="when">
        {dateRange(at, at)}
        {status === 'provisional' ? <b class="tag">{t.week.provisional(lastDayOf(at))}</b> : null}
        {status === 'open' ? <b class="tag">{t.week.open}</b> : null}
      </p>
      <Updated {...changes} />
    </>
  );
};
