import * as z from 'zod/mini';
import { NamedCounts, RatingCounts, type Summary } from '../domain/tally.ts';
import type { CommuneCode } from '../domain/unit.ts';

/*
 * A province's week of summaries is one text in its item. As maps of numbers it would be five times as large, and the
 * SDK would take longer to unwrap every single number than a page has.
 */
const Packed = z.record(
  z.string(),
  z.tuple([RatingCounts, RatingCounts, RatingCounts, NamedCounts, NamedCounts]),
);

const sorted = <T>(named: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(named).toSorted(([a], [b]) => (a < b ? -1 : 1)));

const pack = ({ counted, flagged, assisted, flags, channels }: Summary): z.infer<typeof Packed>[string] => [
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

export const unpackSummaries = (text: string): [CommuneCode, Summary][] =>
  Object.entries(Packed.parse(JSON.parse(text))).map(
    ([commune, [counted, flagged, assisted, flags, channels]]) => [
      commune,
      { counted, flagged, assisted, flags, channels },
    ],
  );
