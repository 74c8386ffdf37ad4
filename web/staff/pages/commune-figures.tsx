import { weeksFrom } from '../../../functions/domain/iso-week.ts';
import { responseMark } from '../../../functions/domain/measure/response-mark.ts';
import type { ShownMeasure } from '../../../functions/domain/measure/shown-measure.ts';
import { percent, range, weekNumbers, whole } from '../../charts/texts.ts';
import { communeTexts } from '../texts/commune.ts';

const t = communeTexts.figures;

const ResponseRate = ({ rate }: { rate: number | null }) => {
  if (rate === null) return <span class="note">{t.hidden}</span>;
  const mark = responseMark(rate);
  return (
    <>
      {percent(rate)}
      {mark ? <span class="mark"> {t.responseMarks[mark]}</span> : null}
    </>
  );
};

const Rate = ({ measure }: { measure: ShownMeasure }) => {
  const { satisfactionRate, low, high } = measure;
  if (satisfactionRate === null || low === null || high === null) return <span class="note">{t.hidden}</span>;
  return (
    <>
      <b>{percent(satisfactionRate)}</b> <span class="note">{range({ low, high })}</span>
    </>
  );
};

const columnHead = ({ from, to }: ShownMeasure, isMonth: boolean): string => {
  if (from === null || to === null) return '';
  return isMonth && from !== to
    ? communeTexts.weeks(weeksFrom(from, to).length)
    : `${communeTexts.week} ${weekNumbers(from, to)}`;
};

const isSameWindow = (a: ShownMeasure, b: ShownMeasure): boolean => a.from === b.from && a.to === b.to;

interface Props {
  latest: ShownMeasure;
  month: ShownMeasure;
}

/** The four numbers that a chief looks for: the last block beside the last four weeks. */
export const CommuneFigures = ({ latest, month }: Props) => {
  const columns = [...(isSameWindow(latest, month) ? [] : [latest]), month].filter(
    ({ rated }) => rated !== null,
  );
  if (columns.length === 0) return null;
  return (
    <table class="key">
      <caption>{t.caption}</caption>
      <thead>
        <tr>
          <td></td>
          {columns.map((measure) => (
            <th scope="col">{columnHead(measure, measure === month)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t.answers}</th>
          {columns.map(({ rated }) => (
            <td>
              <b>{whole(rated ?? 0)}</b>
            </td>
          ))}
        </tr>
        <tr>
          <th scope="row">{t.responseRate}</th>
          {columns.map(({ responseRate }) => (
            <td>
              <ResponseRate rate={responseRate} />
            </td>
          ))}
        </tr>
        <tr>
          <th scope="row">
            {t.rate} <span class="note">{t.interval}</span>
          </th>
          {columns.map((measure) => (
            <td>
              <Rate measure={measure} />
            </td>
          ))}
        </tr>
        <tr>
          <th scope="row">{t.unhappy}</th>
          {columns.map(({ unhappy }) => (
            <td>{unhappy === null ? <span class="note">{t.hidden}</span> : <b>{whole(unhappy)}</b>}</td>
          ))}
        </tr>
      </tbody>
    </table>
  );
};

interface VisitsProps {
  month: ShownMeasure;
  /** Some week has no number of visits yet. */
  isMissing: boolean;
  /** Where visits are reported; none for who may not do so. */
  href: string | undefined;
}

/** What is to be said of the response rate, and where to do something about it. */
export const CommuneVisits = ({ month, isMissing, href }: VisitsProps) => {
  const about = isMissing ? 'missing' : responseMark(month.responseRate);
  if (about === null || month.rated === null) return null;
  return (
    <p class="note">
      {t.visits[about]}{' '}
      {href ? (
        <a class="no-print" href={href}>
          {t.visits.report}
        </a>
      ) : null}
    </p>
  );
};
