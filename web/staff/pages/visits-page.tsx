import type { Role } from '../../../functions/domain/account.ts';
import { parseWeek, type Week } from '../../../functions/domain/iso-week.ts';
import { type Commune, communePolice } from '../../../functions/domain/unit.ts';
import type { ReportedVisits, VisitsChange } from '../../../functions/domain/visits.ts';
import { describedBy, FieldProblem, type Problem } from '../../components/problems.tsx';
import type { Site } from '../../layout.tsx';
import { count, dateRange, weekRange, writtenDay } from '../../texts/numbers.ts';
import { vi } from '../../texts/vi.ts';
import { communeNav, communePath } from '../commune-nav.ts';
import { Submit } from '../components/fields.tsx';
import { Done, ProblemSummary } from '../components/form-messages.tsx';
import { CsrfField, type Staff, StaffLayout } from '../layout.tsx';
import { formStyle } from '../styles/staff-styles.ts';
import { forms } from '../texts/forms.ts';
import { frame } from '../texts/frame.ts';
import { visits as t } from '../texts/visits.ts';

/** One week of the form. */
export interface VisitsRow {
  week: Week;
  stored: ReportedVisits | undefined;
  typed: string;
  /** The revision that the person who typed has seen. */
  seen: number;
  /** Every report of the week, oldest first; empty when it was reported once or never. */
  history: readonly VisitsChange[];
}

/** Who reported, as far as it is anybody's business: what they do here, never their name. */
export interface Reporters {
  own: string;
  roles: ReadonlyMap<string, Role>;
}

interface Props {
  site: Pick<Site, 'demo'>;
  staff: Staff;
  commune: Commune;
  /** Newest first. */
  rows: readonly VisitsRow[];
  reporters: Reporters;
  mayReport: boolean;
  problems?: readonly Problem[];
  /** Some weeks were reported by somebody else meanwhile. */
  hasConflict?: boolean;
  done?: string | undefined;
}

export const visitsField = (week: Week): string => `visits-${week}`;
/** 'Tuần 47 năm 2026': where a problem is, said without seeing its field. */
const weekOfField = (field: string): string => {
  const week = parseWeek(field.slice('visits-'.length));
  return week ? weekRange(week, week, vi).replace(/^t/, 'T') : '';
};

export const seenField = (week: Week): string => `seen-${week}`;

const roleInWords = (by: string, { own, roles }: Reporters): string => {
  if (by === own) return t.you;
  if (by === 'import') return t.byImport;
  const role = roles.get(by);
  return role ? frame.roles[role].toLowerCase() : t.byFormer;
};

const History = ({ row, reporters }: { row: VisitsRow; reporters: Reporters }) =>
  row.history.length < 2 ? null : (
    <details>
      <summary>{t.history(row.history.length)}</summary>
      <ol>
        {row.history.map(({ visits, by, on }) => (
          <li>{t.change(count(visits, 'vi'), roleInWords(by, reporters), writtenDay(on))}</li>
        ))}
      </ol>
    </details>
  );

const WeekRow = ({
  row,
  reporters,
  mayReport,
  problems,
}: {
  row: VisitsRow;
  reporters: Reporters;
  mayReport: boolean;
  problems: readonly Problem[];
}) => {
  const { week, stored, typed, seen } = row;
  const field = visitsField(week);
  const words = weekRange(week, week, vi);
  return (
    <div class="field week">
      {mayReport ? (
        <>
          <label for={field}>{t.field(words)}</label> <span class="note">{dateRange(week, week)}</span>
          <FieldProblem field={field} problems={problems} />
          <input type="hidden" name={seenField(week)} value={seen} />
          <input
            type="text"
            inputmode="numeric"
            autocomplete="off"
            id={field}
            name={field}
            value={typed}
            aria-describedby={describedBy(field, problems, `stored-${week}`)}
            aria-invalid={problems.some((problem) => problem.field === field) ? 'true' : undefined}
          />
        </>
      ) : (
        <b>
          {words} <span class="note">{dateRange(week, week)}</span>
        </b>
      )}
      <p class="note" id={`stored-${week}`}>
        {stored
          ? t.stored(count(stored.visits, 'vi'), roleInWords(stored.by, reporters), writtenDay(stored.on))
          : t.none}
      </p>
      <History row={row} reporters={reporters} />
    </div>
  );
};

/** The last weeks that have ended: type the number, done. */
export const VisitsPage = (props: Props) => {
  const { site, staff, commune, rows, reporters, mayReport, problems = [], hasConflict, done } = props;
  const title = `${t.title}: ${communePolice(commune)}`;
  const fields = rows.map((row) => (
    <WeekRow row={row} reporters={reporters} mayReport={mayReport} problems={problems} />
  ));
  return (
    <StaffLayout
      site={site}
      staff={staff}
      title={problems.length > 0 ? `${forms.problemInTitle}: ${title}` : title}
      style={formStyle}
      nav={communeNav(commune.code, 'visits')}
    >
      <h1>{title}</h1>
      <Done text={done} />
      <ProblemSummary
        problems={problems.map(({ field, text }) => ({ field, text: `${weekOfField(field)}: ${text}` }))}
        {...(hasConflict && { title: t.conflictTitle, isPartlySaved: true })}
      />
      {mayReport ? <p>{t.intro}</p> : null}
      {mayReport ? (
        <form method="post" action={communePath(commune.code, 'visits')}>
          <CsrfField staff={staff} />
          {fields}
          <Submit text={t.save} />
        </form>
      ) : (
        fields
      )}
    </StaffLayout>
  );
};
