import { endOfWeek, type Week } from '../../../functions/domain/iso-week.ts';
import type { CommuneCode } from '../../../functions/domain/unit.ts';
import { deliveryDays, type WeekStatus } from '../../../functions/domain/week-life.ts';
import { shortWeeks, weekNumbers } from '../../charts/texts.ts';
import { dayMonthYear, shortDates } from '../../texts/numbers.ts';
import { communePath } from '../commune-nav.ts';
import { communeTexts as t } from '../texts/commune.ts';

const dayMs = 86_400_000;

/** The last day on which answers of a week may still arrive. */
const lastDayOf = (week: Week): string =>
  dayMonthYear(new Date(endOfWeek(week).getTime() + deliveryDays * dayMs));

export interface WeekPickerProps {
  commune: CommuneCode;
  at: Week;
  status: WeekStatus;
  previous?: Week | undefined;
  next?: Week | undefined;
}

const WeekLink = ({ commune, week, rel }: { commune: CommuneCode; week: Week; rel: 'prev' | 'next' }) => (
  <a href={`${communePath(commune)}?week=${week}`} rel={rel}>
    {rel === 'prev' ? '‹ ' : ''}
    {t.week} {weekNumbers(week, week)}
    {rel === 'next' ? ' ›' : ''}
  </a>
);

/** Which week the page is about, how final it is, and the ways to the weeks beside it. */
export const WeekPicker = ({ commune, at, status, previous, next }: WeekPickerProps) => (
  <>
    <nav class="weeks" aria-label={t.picker}>
      {previous ? <WeekLink commune={commune} week={previous} rel="prev" /> : null}
      <b aria-current="page">
        {t.week} {shortWeeks(at, at)}
      </b>
      {next ? <WeekLink commune={commune} week={next} rel="next" /> : null}
    </nav>
    <p class="when">
      {shortDates(at, at)}
      {status === 'provisional' ? <b class="tag">{t.provisionalUntil(lastDayOf(at))}</b> : null}
      {status === 'open' ? <b class="tag">{t.open}</b> : null}
    </p>
    {status === 'open' ? <p class="note">{t.openNote}</p> : null}
  </>
);
