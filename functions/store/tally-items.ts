import * as z from 'zod/mini';
import type { Day } from '../domain/day.ts';
import type { Week } from '../domain/iso-week.ts';
import type { StandingTally } from '../domain/standing.ts';
import { Detail, NamedCounts, Summary } from '../domain/tally.ts';
import { weekStatuses } from '../domain/week-life.ts';
import type { Run } from './run-store.ts';
import type { Item } from './table.ts';

/**
 * 1: counts alone. 2: how final they are, and which summary a detail belongs to. 3: which questionnaires were answered,
 * and what the columns of packed details are.
 */
export const tallySchemaVersion = 3;

/** The columns of packed details as long as nothing named them: those of the first questionnaire. */
const unnamedColumns = [
  ...[
    'attitude',
    'guidance',
    'facilities',
    'waiting',
    'transparency',
    'paperwork',
    'outcome',
    'recourse',
  ].flatMap((criterion) => [1, 2, 3, 4, 5].map((rating) => `${criterion}.${rating}`)),
  ...['extra_payment', 'harassment'].flatMap((fact) =>
    ['no', 'yes', 'undisclosed'].map((answer) => `${fact}.${answer}`),
  ),
].join(' ');

/** Every response was in one language, and answered the first questionnaire as long as nothing else was said. */
const answeredFirst = (detail: unknown): Item => {
  const { languages, ...counted } = z.looseObject({ languages: NamedCounts }).parse(detail);
  const responses = Object.values(languages).reduce((total, count) => total + count, 0);
  return { ...counted, languages, questionnaires: responses === 0 ? {} : { '1': responses } };
};

/** Makes of an item of one version one of the next. */
const upgrades: Readonly<Record<number, (item: Item) => Item>> = {
  // Nobody knows whether it was counted after its week had closed: as far as is known it was not. No run is number 0.
  1: (item) => ({ ...item, schema: 2, status: 'open', revision: 0, of: 0, parts: 1, revised: {} }),
  2: (item) => ({
    ...item,
    schema: 3,
    columns: unnamedColumns,
    ...(item['detail'] !== undefined && { detail: answeredFirst(item['detail']) }),
  }),
};

const Versioned = z.looseObject({ schema: z._default(z.number(), 1) });

/** An item as this version writes it, whichever version wrote it. */
export const upgraded = (stored: Item): Item => {
  let item: z.infer<typeof Versioned> = Versioned.parse(stored);
  if (item.schema > tallySchemaVersion) {
    const what = `${String(stored['pk'])} ${String(stored['sk'])}`;
    throw new Error(
      `${what} was written by a newer version of the service (schema ${item.schema}); this one reads up to ${tallySchemaVersion}`,
    );
  }
  for (let upgrade = upgrades[item.schema]; upgrade; upgrade = upgrades[item.schema]) {
    item = Versioned.parse(upgrade(item));
  }
  return item;
};

const text = <T extends string>() => z.custom<T>((value) => typeof value === 'string');

const RevisionFields = { revision: z.number(), revisedOn: z.optional(text<Day>()) };

const SummaryItem = z.object({
  week: text<Week>(),
  run: z.number(),
  status: z.enum(weekStatuses),
  ...RevisionFields,
  summary: Summary,
});
export type SummaryItem = z.infer<typeof SummaryItem>;

const DetailItem = z.object({
  run: z.number(),
  /** The run that wrote the summary which this is the detail of. */
  of: z.number(),
  /** How many parts there are. */
  parts: z.number(),
  detail: Detail,
});
export type DetailItem = z.infer<typeof DetailItem>;
const WeekDetail = z.object({ week: text<Week>(), detail: Detail });

/** A tally as it is stored, and by which runs. */
export interface StoredTally extends StandingTally {
  run: Run;
  parts: readonly DetailItem[];
}

const ReplacedItem = z.object({
  run: z.number(),
  ...RevisionFields,
  /** With the first part. */
  summary: z.optional(Summary),
  /** Left out when it had never been written. */
  detail: z.optional(Detail),
});
export type ReplacedItem = z.infer<typeof ReplacedItem>;

const ProvinceWeekItem = z.object({
  week: text<Week>(),
  status: z.enum(weekStatuses),
  /** Of every commune with answers (packed-summaries.ts). */
  summaries: z.string(),
  /** Of communes whose closed week was changed. */
  revised: z.record(z.string(), z.object({ revision: z.number(), revisedOn: text<Day>() })),
});
export type ProvinceWeekItem = z.infer<typeof ProvinceWeekItem>;

const ProvinceDetailItem = z.object({ week: text<Week>(), columns: z.string(), details: z.string() });
export type ProvinceDetailItem = z.infer<typeof ProvinceDetailItem>;

export const readSummary = (item: Item): SummaryItem => SummaryItem.parse(upgraded(item));
export const readDetail = (item: Item): DetailItem => DetailItem.parse(upgraded(item));
export const readWeekDetail = (item: Item): z.infer<typeof WeekDetail> => WeekDetail.parse(upgraded(item));
export const readReplaced = (item: Item): ReplacedItem => ReplacedItem.parse(upgraded(item));
export const readProvinceDetail = (item: Item): ProvinceDetailItem =>
  ProvinceDetailItem.parse(upgraded(item));
export const readProvinceWeek = (item: Item): ProvinceWeekItem => ProvinceWeekItem.parse(upgraded(item));
