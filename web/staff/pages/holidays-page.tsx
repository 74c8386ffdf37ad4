import type { CalendarDay } from '../../../functions/domain/holiday-calendar.ts';
import { textLimits } from '../../../functions/domain/limited-text.ts';
import { type Province, provincePolice } from '../../../functions/domain/unit.ts';
import type { Problem } from '../../components/problems.tsx';
import type { Site } from '../../layout.tsx';
import { writtenDay } from '../../texts/numbers.ts';
import { Submit, TextField } from '../components/fields.tsx';
import { Done, ProblemSummary } from '../components/form-messages.tsx';
import { CsrfField, type Staff, StaffLayout } from '../layout.tsx';
import { provinceNav, provincePath } from '../province-nav.ts';
import { formStyle } from '../styles/staff-styles.ts';
import { forms } from '../texts/forms.ts';
import { holidays as t } from '../texts/holidays.ts';

interface Props {
  site: Pick<Site, 'demo'>;
  staff: Staff;
  province: Pick<Province, 'code' | 'name'>;
  /** From today on. */
  days: readonly CalendarDay[];
  typed: { day: string; to: string; name: string };
  problems?: readonly Problem[];
  done?: string | undefined;
  mostDays: number;
}

const Row = ({ staff, base, day }: { staff: Staff; base: string; day: CalendarDay }) => {
  const word = day.isStatutory ? (day.isClosed ? t.openIt : t.closeIt) : t.remove;
  return (
    <tr>
      <th scope="row">{writtenDay(day.day)}</th>
      <td class="text" data-label={t.columns.name}>
        {day.name} <span class="note">({day.isStatutory ? t.statutory : t.own})</span>
      </td>
      <td class="text" data-label={t.columns.state}>
        {day.isClosed ? t.closed : t.open}
      </td>
      <td>
        <form method="post" action={`${base}/${day.isClosed ? 'open' : 'close'}`}>
          <CsrfField staff={staff} />
          <input type="hidden" name="day" value={day.day} />
          <button class="plain" type="submit" aria-label={`${word}: ${writtenDay(day.day)}, ${day.name}`}>
            {word}
          </button>
        </form>
      </td>
    </tr>
  );
};

/** The days on which a province's desks are closed, and what is changed of them. */
export const HolidaysPage = (props: Props) => {
  const { site, staff, province, days, typed, problems = [], done } = props;
  const base = provincePath(province.code, 'holidays');
  return (
    <StaffLayout
      site={site}
      staff={staff}
      title={problems.length > 0 ? `${forms.problemInTitle}: ${t.title}` : t.title}
      style={formStyle}
      nav={provinceNav(province.code, 'holidays', staff.account)}
    >
      <h1>
        {t.title}: {provincePolice(province)}
      </h1>
      <Done text={done} />
      <ProblemSummary problems={problems} />
      <p>{t.intro}</p>
      <section class="card" aria-labelledby="add">
        <h2 id="add">{t.addTitle}</h2>
        <form method="post" action={base}>
          <CsrfField staff={staff} />
          <TextField field="day" label={t.from} hint={t.fromHint} value={typed.day} problems={problems} />
          <TextField
            field="to"
            label={`${t.to} ${forms.optional}`}
            hint={t.toHint(props.mostDays)}
            value={typed.to}
            problems={problems}
          />
          <TextField
            field="name"
            label={t.name}
            hint={t.nameHint(textLimits.holidayName.longest)}
            value={typed.name}
            problems={problems}
          />
          <Submit text={t.add} />
        </form>
      </section>
      <h2>{t.list}</h2>
      <table class="rows">
        <thead>
          <tr>
            {Object.values(t.columns).map((heading) => (
              <th scope="col" class="text">
                {heading}
              </th>
            ))}
            <td></td>
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <Row staff={staff} base={base} day={day} />
          ))}
        </tbody>
      </table>
    </StaffLayout>
  );
};
