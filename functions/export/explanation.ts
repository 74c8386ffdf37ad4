import { dateRange } from '../../web/texts/numbers.ts';
import { vi } from '../../web/texts/vi.ts';
import type { Week } from '../domain/iso-week.ts';
import type { Audience } from '../domain/measure/audience.ts';
import type { WindowLength } from '../domain/measure/shown-commune.ts';
import { everyCriterion } from '../domain/questionnaire.ts';
import type { Province } from '../domain/unit.ts';
import { explainedColumns } from './columns.ts';
import { labels } from './labels.ts';
import type { Sheet, SheetRow } from './worksheet.ts';

const { explanation } = labels;

const heading = (text: string): SheetRow => ({
  cells: [
    { value: text, style: 'heading' },
    { value: '', style: 'heading' },
  ],
});

const termWidth = 34;
const meaningWidth = 90;
/** In points. */
const lineHeight = 15;

/** Not every program fits a row to its text. */
const heightFor = (text: string): number => lineHeight * Math.ceil(text.length / meaningWidth);

const entry = ([term, meaning]: readonly [string, string]): SheetRow => ({
  height: heightFor(meaning),
  cells: [
    { value: term, style: 'prose' },
    { value: meaning, style: 'prose' },
  ],
});

const gap: SheetRow = { cells: [] };

/** Which numbers a file holds, for who finds it without the page that it came from. */
export interface ExportAbout {
  province: Pick<Province, 'name'>;
  at: Week;
  window: WindowLength;
  audience: Audience;
}

const aboutRows = ({ province, at, window, audience }: ExportAbout): SheetRow[] => {
  const { table, tableTerms } = explanation;
  return [
    heading(table),
    entry([tableTerms.province, province.name]),
    entry([tableTerms.week, `${at} (${dateRange(at, at)})`]),
    entry([tableTerms.window, `${window} tuần`]),
    entry([tableTerms.audience, labels.audiences[audience]]),
    gap,
  ];
};

/** What the file holds, what the columns mean, from how many answers on they say something, and why a cell may be empty. */
export const explanationSheet = (about?: ExportAbout): Sheet => ({
  name: labels.explanationSheet,
  widths: [termWidth, meaningWidth],
  rows: [
    { cells: [{ value: explanation.title, style: 'title' }] },
    gap,
    ...(about ? aboutRows(about) : []),
    heading(explanation.reading),
    ...explanation.readings.map(entry),
    gap,
    heading(explanation.thresholds),
    ...explanation.tiers.map(entry),
    gap,
    heading(explanation.columns),
    ...explainedColumns.map(({ label, meaning }) => entry([label, meaning])),
    gap,
    heading(explanation.criteria),
    entry([explanation.criteriaTerm, explanation.criteriaColumns]),
    ...everyCriterion.map((criterion) => entry([labels.criteria[criterion], vi.details.criteria[criterion]])),
  ],
});
