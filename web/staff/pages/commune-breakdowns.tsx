import type { ShownBreakdowns, ShownCell } from '../../../functions/domain/measure/shown-breakdown.ts';
import { everyProcedure, type Procedure } from '../../../functions/domain/questionnaire.ts';
import { percent, range, shortWeeks, whole } from '../../charts/texts.ts';
import { vi } from '../../texts/vi.ts';
import { communeTexts } from '../texts/commune.ts';

const t = communeTexts.breakdowns;

const isProcedure = (name: string): name is Procedure =>
  everyProcedure.some((procedure) => procedure === name);

const procedureName = (name: string): string =>
  isProcedure(name) ? vi.details.procedures[name] : t.unstated;

const Rate = ({ satisfactionRate, low, high }: ShownCell) =>
  satisfactionRate === null || low === null || high === null ? (
    <span class="note">{t.countOnly}</span>
  ) : (
    <>
      {percent(satisfactionRate)} <span class="note">{range({ low, high })}</span>
    </>
  );

interface CellsProps {
  cells: readonly ShownCell[];
  title: string;
  nameOf: (name: string) => string;
  /** Rows that have room on the printed sheet. */
  printedRows: number;
}

const Cells = ({ cells, title, nameOf, printedRows }: CellsProps) => {
  const shown = cells.filter(({ rated }) => rated !== null && rated > 0);
  const namesOf = (rated: number | null) =>
    cells.filter((cell) => cell.rated === rated).map(({ name }) => nameOf(name));
  const [hidden, silent] = [namesOf(null), namesOf(0)];
  return (
    <>
      {shown.length > 0 ? (
        <table>
          <thead>
            <tr>
              <th scope="col">{title}</th>
              <th scope="col">{t.answers}</th>
              <th scope="col">{t.rate}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((cell, index) => (
              <tr class={index < printedRows ? undefined : 'no-print'}>
                <th scope="row">{nameOf(cell.name)}</th>
                <td>{whole(cell.rated ?? 0)}</td>
                <td>
                  <Rate {...cell} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {shown.length > printedRows ? (
        <p class="note print-only">{t.more(whole(shown.length - printedRows))}</p>
      ) : null}
      {hidden.length > 0 ? <p class="note">{t.hiddenNames(hidden.join(', '))}</p> : null}
      {silent.length > 0 ? <p class="note no-print">{t.noAnswers(silent.join(', '))}</p> : null}
    </>
  );
};

interface Props {
  breakdowns: ShownBreakdowns | null;
  deskNames: ReadonlyMap<string, string>;
}

/** Answers by desk and by procedure; small cells are hidden and said to be. */
export const CommuneBreakdowns = ({ breakdowns, deskNames }: Props) => {
  const hasHidden =
    breakdowns && [...breakdowns.desks, ...breakdowns.procedures].some(({ rated }) => rated === null);
  return (
    <section class="tall" aria-labelledby="breakdowns">
      <h2 id="breakdowns">
        {t.title}
        {breakdowns ? (
          <span class="note">
            {' '}
            {communeTexts.week.toLowerCase()} {shortWeeks(breakdowns.from, breakdowns.to)}
          </span>
        ) : null}
      </h2>
      {breakdowns ? (
        <>
          <Cells
            cells={breakdowns.desks}
            title={t.desks}
            printedRows={5}
            nameOf={(name) => deskNames.get(name) ?? (name === 'unstated' ? t.unstated : name)}
          />
          <Cells cells={breakdowns.procedures} title={t.procedures} printedRows={8} nameOf={procedureName} />
          {hasHidden ? <p class="note no-print">{t.note}</p> : null}
        </>
      ) : (
        <p class="note">{t.none}</p>
      )}
    </section>
  );
};
