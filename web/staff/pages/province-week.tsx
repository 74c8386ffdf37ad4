import { endOfWeek, type Week } from '../../../functions/domain/iso-week.ts';
import type { ProvinceCode } from '../../../functions/domain/unit.ts';
import { deliveryDays, type WeekStatus } from '../../../functions/domain/week-life.ts';
import { shortWeeks } from '../../charts/texts.ts';
import { dateRange, dayMonthYear } from '../../texts/numbers.ts';
import { provincePath } from '../province-nav.ts';
import { province as t } from '../texts/province.ts';

const dayMs = 86_400_000;

/** The last day on which answers of a week may still arrive. */
const lastDayOf = (week: Week): string =>
  dayMonthYear(new Date(endOfWeek(week).getTime() + deliveryDays * dayMs));

export interface ProvinceWeekProps {
  province: ProvinceCode;
  at: Week;
  status: WeekStatus;
  previous: Week | undefined;
  next: Week | undefined;
}

/** Which week the page is about, how final it is, and the ways to the weeks beside it. */
export const ProvinceWeek = ({ province, at, status, previous, next }: ProvinceWeekProps) => {
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
    </>
  );
};
