import * as z from 'zod/mini';
import { isExcluded } from './flags.ts';
import type { Rating } from './questionnaire.ts';
import type { Response } from './response.ts';

const Count = z.number();

/** How many rated 1, 2, 3, 4 and 5. */
export const RatingCounts = z.tuple([Count, Count, Count, Count, Count]);
export type RatingCounts = z.infer<typeof RatingCounts>;

/** Counts by name; a name that is not there counts 0. */
export const NamedCounts = z.record(z.string(), Count);
export type NamedCounts = z.infer<typeof NamedCounts>;

/** What comparisons read, under 400 bytes. */
export const Summary = z.object({
  /** Channels qr and kiosk, without an excluding flag: what every measure is made of. */
  counted: RatingCounts,
  /** Channels qr and kiosk, with an excluding flag. */
  flagged: RatingCounts,
  /** Entered by staff; always apart. */
  assisted: RatingCounts,
  /** Responses with each flag, of every channel. */
  flags: NamedCounts,
  /** Counted responses of each channel. */
  channels: NamedCounts,
});
export type Summary = z.infer<typeof Summary>;

/** What only one commune's page reads. All of it of counted responses. */
export const Detail = z.object({
  criteria: z.record(z.string(), z.object({ ratings: RatingCounts, notApplicable: Count })),
  facts: z.record(z.string(), NamedCounts),
  languages: NamedCounts,
  /** By version. */
  questionnaires: NamedCounts,
  desks: z.record(z.string(), RatingCounts),
  procedures: z.record(z.string(), RatingCounts),
});
export type Detail = z.infer<typeof Detail>;

/** Counts of one commune in one week. Adding the tallies of two sets of responses gives the tally of both. */
export interface Tally {
  summary: Summary;
  detail: Detail;
}

const noRatings: RatingCounts = [0, 0, 0, 0, 0];

export const emptySummary: Summary = {
  counted: noRatings,
  flagged: noRatings,
  assisted: noRatings,
  flags: {},
  channels: {},
};

export const emptyDetail: Detail = {
  criteria: {},
  facts: {},
  languages: {},
  questionnaires: {},
  desks: {},
  procedures: {},
};

export const emptyTally: Tally = { summary: emptySummary, detail: emptyDetail };

export const addRatings = (a: RatingCounts, b: RatingCounts): RatingCounts => [
  a[0] + b[0],
  a[1] + b[1],
  a[2] + b[2],
  a[3] + b[3],
  a[4] + b[4],
];

/** Adds two records name by name; a name only one of them has keeps its value. */
const addNamed = <T>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
  add: (x: T, y: T) => T,
): Record<string, T> => {
  const sum = { ...a };
  for (const [name, value] of Object.entries(b)) {
    const before = sum[name];
    sum[name] = before === undefined ? value : add(before, value);
  }
  return sum;
};

const plus = (x: number, y: number): number => x + y;
const addCounts = (a: NamedCounts, b: NamedCounts): NamedCounts => addNamed(a, b, plus);

export const addSummaries = (a: Summary, b: Summary): Summary => ({
  counted: addRatings(a.counted, b.counted),
  flagged: addRatings(a.flagged, b.flagged),
  assisted: addRatings(a.assisted, b.assisted),
  flags: addCounts(a.flags, b.flags),
  channels: addCounts(a.channels, b.channels),
});

export const addDetails = (a: Detail, b: Detail): Detail => ({
  criteria: addNamed(a.criteria, b.criteria, (x, y) => ({
    ratings: addRatings(x.ratings, y.ratings),
    notApplicable: x.notApplicable + y.notApplicable,
  })),
  facts: addNamed(a.facts, b.facts, addCounts),
  languages: addCounts(a.languages, b.languages),
  questionnaires: addCounts(a.questionnaires, b.questionnaires),
  desks: addNamed(a.desks, b.desks, addRatings),
  procedures: addNamed(a.procedures, b.procedures, addRatings),
});

/** Associative and commutative; the empty tally is neutral. */
export const addTallies = (a: Tally, b: Tally): Tally => ({
  summary: addSummaries(a.summary, b.summary),
  detail: addDetails(a.detail, b.detail),
});

type Counted = Pick<
  Response,
  'channel' | 'flags' | 'overall' | 'criteria' | 'facts' | 'language' | 'questionnaire' | 'desk' | 'procedure'
>;

const newRatings = (): RatingCounts => [0, 0, 0, 0, 0];

const newTally = (): Tally => ({
  summary: { counted: newRatings(), flagged: newRatings(), assisted: newRatings(), flags: {}, channels: {} },
  detail: { criteria: {}, facts: {}, languages: {}, questionnaires: {}, desks: {}, procedures: {} },
});

const place = { 1: 0, 2: 1, 3: 2, 4: 3, 5: 4 } as const satisfies Record<Rating, number>;

const countRating = (counts: RatingCounts, rating: Rating): void => {
  counts[place[rating]] += 1;
};

const countName = (counts: NamedCounts, name: string): void => {
  counts[name] = (counts[name] ?? 0) + 1;
};

/** What is counted under a name, made when the name is first met. */
const under = <T>(named: Record<string, T>, name: string, make: () => T): T => {
  const known = named[name];
  if (known !== undefined) return known;
  const made = make();
  named[name] = made;
  return made;
};

const countDetail = (detail: Detail, response: Counted): void => {
  for (const [name, answer] of Object.entries(response.criteria)) {
    const criterion = under(detail.criteria, name, () => ({ ratings: newRatings(), notApplicable: 0 }));
    if (answer === 'na') criterion.notApplicable += 1;
    else countRating(criterion.ratings, answer);
  }
  for (const [name, answer] of Object.entries(response.facts)) {
    countName(
      under(detail.facts, name, () => ({})),
      answer,
    );
  }
  countName(detail.languages, response.language);
  countName(detail.questionnaires, String(response.questionnaire));
  countRating(under(detail.desks, response.desk, newRatings), response.overall);
  if (response.procedure) {
    countRating(under(detail.procedures, response.procedure, newRatings), response.overall);
  }
};

const count = ({ summary, detail }: Tally, response: Counted): void => {
  for (const flag of response.flags) countName(summary.flags, flag);
  if (response.channel === 'assisted') countRating(summary.assisted, response.overall);
  else if (isExcluded(response.flags)) countRating(summary.flagged, response.overall);
  else {
    countRating(summary.counted, response.overall);
    countName(summary.channels, response.channel);
    countDetail(detail, response);
  }
};

/** The tally of a single response. */
export const tallyOf = (response: Counted): Tally => {
  const tally = newTally();
  count(tally, response);
  return tally;
};

/** The tally of all of them: what adding up the tally of each would give, without making one for each. */
export const tallyOfAll = async (responses: AsyncIterable<Counted>): Promise<Tally> => {
  const tally = newTally();
  for await (const response of responses) count(tally, response);
  return tally;
};

/** Counts are the same when they are written alike, whatever the order of their names. */
export const isSameCount = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** The counts of one set of responses. */
export const sum = (counts: RatingCounts): number => counts.reduce(plus, 0);

/** Everything that arrived, counted or not: what the response rate is made of. */
export const allResponses = ({ counted, flagged, assisted }: Summary): number =>
  sum(counted) + sum(flagged) + sum(assisted);
