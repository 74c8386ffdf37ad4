import type { NamedCounts, RatingCounts, Summary } from '../domain/tally.ts';
import type { CommuneCode } from '../domain/unit.ts';

/*
 * A province's week of summaries is one text in its item. As maps of numbers it would be five times as large, and the
 * SDK would take longer to unwrap every single number than a page has. For the same reason its numbers are checked by
 * hand rather than one schema each.
 */
type Packed = [
  counted: RatingCounts,
  flagged: RatingCounts,
  assisted: RatingCounts,
  flags: NamedCounts,
  channels: NamedCounts,
];

/** Sorted by name, so that equal counts give equal texts. */
const sorted = <T>(named: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(named).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** The order is that of unpackSummaries; it never changes without a new version of the tally's schema. */
const pack = ({ counted, flagged, assisted, flags, channels }: Summary): Packed => [
  counted,
  flagged,
  assisted,
  sorted(flags),
  sorted(channels),
];

/** Equal summaries give equal texts. */
export const packSummaries = (summaries: Readonly<Record<CommuneCode, Summary>>): string =>
  JSON.stringify(
    sorted(
      Object.fromEntries(Object.entries(summaries).map(([commune, summary]) => [commune, pack(summary)])),
    ),
  );

const isCount = (value: unknown): boolean => typeof value === 'number';

const isRatings = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 5 && value.every(isCount);

const isNamedCounts = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.values(value).every(isCount);

const isPacked = (value: unknown): value is Packed =>
  Array.isArray(value) &&
  value.length === 5 &&
  isRatings(value[0]) &&
  isRatings(value[1]) &&
  isRatings(value[2]) &&
  isNamedCounts(value[3]) &&
  isNamedCounts(value[4]);

export const unpackSummaries = (text: string): [CommuneCode, Summary][] => {
  const communes = JSON.parse(text) as Record<CommuneCode, unknown>;
  return Object.keys(communes).map((commune) => {
    const packed = communes[commune];
    if (!isPacked(packed)) throw new Error(`no packed summary of ${commune}`);
    const [counted, flagged, assisted, flags, channels] = packed;
    return [commune, { counted, flagged, assisted, flags, channels }];
  });
};
