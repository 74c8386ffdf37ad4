import * as z from 'zod/mini';
import { weekOf } from '../../../functions/domain/iso-week.ts';
import { blocksOf, windowAt } from '../../../functions/domain/measure/block.ts';
import { hiddenCells } from '../../../functions/domain/measure/breakdown.ts';
import { bandOf, comparisonOf } from '../../../functions/domain/measure/comparison.ts';
import { wilson, z95 } from '../../../functions/domain/measure/interval.ts';
import { shrunkenRate } from '../../../functions/domain/measure/shrinkage.ts';
import { tierOf } from '../../../functions/domain/measure/tier.ts';
import { trendOf } from '../../../functions/domain/measure/trend.ts';

const Rated = z.tuple([z.number(), z.number()]);
const Span = z.nullable(z.tuple([z.number(), z.number()]));

/** A file of expected values, computed elsewhere. Every section may be missing. */
export const Vectors = z.object({
  z: z.optional(z.number()),
  wilson: z.optional(
    z.array(z.object({ satisfied: z.number(), rated: z.number(), low: z.number(), high: z.number() })),
  ),
  newcombe: z.optional(
    z.array(
      z.object({
        current: Rated,
        previous: Rated,
        low: z.nullable(z.number()),
        high: z.nullable(z.number()),
        trend: z.string(),
      }),
    ),
  ),
  provinces: z.optional(
    z.array(
      z.object({
        level: z.nullable(z.number()),
        compared: z.boolean(),
        priorStrength: z.number(),
        communes: z.array(
          z.object({
            satisfied: z.number(),
            rated: z.number(),
            tier: z.string(),
            band: z.string(),
            alert: z.boolean(),
            shrunken: z.nullable(z.number()),
          }),
        ),
      }),
    ),
  ),
  breakdowns: z.optional(z.array(z.object({ cells: z.array(z.number()), hidden: z.array(z.number()) }))),
  blocks: z.optional(
    z.array(
      z.object({
        rated: z.array(z.number()),
        blocks: z.array(z.tuple([z.number(), z.number()])),
        at: z.number(),
        windows: z.record(z.string(), z.object({ window: Span, before: Span })),
      }),
    ),
  ),
  weeks: z.optional(z.array(z.object({ instant: z.string(), week: z.string() }))),
});
export type Vectors = z.infer<typeof Vectors>;

export interface Checked {
  /** How many values were compared. */
  checked: number;
  /** One line for each that differs. */
  mismatches: string[];
  /** Sections of the file that we know nothing of. */
  unchecked: string[];
}

/** Numbers may differ by 1e-9, everything else not at all; undefined is null. */
const agrees = (actual: unknown, expected: unknown): boolean => {
  if (typeof actual === 'number' && typeof expected === 'number') return Math.abs(actual - expected) <= 1e-9;
  return JSON.stringify(actual ?? null) === JSON.stringify(expected);
};

type Comparisons = readonly (readonly [where: string, actual: unknown, expected: unknown])[];

const wilsonValues = (vectors: Vectors): Comparisons =>
  (vectors.wilson ?? []).flatMap(({ low, high, ...counts }, i) => {
    const interval = wilson(counts);
    return [
      [`wilson[${i}].low`, interval?.low, low],
      [`wilson[${i}].high`, interval?.high, high],
    ] as const;
  });

const newcombeValues = (vectors: Vectors): Comparisons =>
  (vectors.newcombe ?? []).flatMap((vector, i) => {
    const [current, previous] = [vector.current, vector.previous].map(([satisfied, rated]) => ({
      satisfied,
      rated,
    }));
    if (!current || !previous) return [];
    const change = trendOf(current, previous);
    return [
      [`newcombe[${i}].trend`, change.trend, vector.trend],
      [`newcombe[${i}].low`, change.low, vector.low],
      [`newcombe[${i}].high`, change.high, vector.high],
    ] as const;
  });

const provinceValues = (vectors: Vectors): Comparisons =>
  (vectors.provinces ?? []).flatMap((province, i) => {
    const comparison = comparisonOf(province.communes);
    const { level, compared, priorStrength } = comparison;
    return [
      [`provinces[${i}].level`, level, province.level] as const,
      [`provinces[${i}].compared`, compared, province.compared] as const,
      [`provinces[${i}].priorStrength`, priorStrength, province.priorStrength] as const,
      ...province.communes.flatMap((commune, j) => {
        const where = `provinces[${i}].communes[${j}]`;
        const { band, alert } = bandOf(commune, comparison);
        const shrunken = level === undefined ? undefined : shrunkenRate(commune, level, priorStrength);
        return [
          [`${where}.tier`, tierOf(commune.rated), commune.tier],
          [`${where}.band`, band, commune.band],
          [`${where}.alert`, alert, commune.alert],
          [`${where}.shrunken`, shrunken, commune.shrunken],
        ] as const;
      }),
    ];
  });

const breakdownValues = (vectors: Vectors): Comparisons =>
  (vectors.breakdowns ?? []).map(
    ({ cells, hidden }, i) => [`breakdowns[${i}].hidden`, hiddenCells(cells), hidden] as const,
  );

const blockValues = (vectors: Vectors): Comparisons =>
  (vectors.blocks ?? []).flatMap(({ rated, blocks: expected, at, windows }, i) => {
    const blocks = blocksOf(rated);
    return [
      [`blocks[${i}].blocks`, blocks, expected] as const,
      ...Object.entries(windows).flatMap(([weeks, { window, before }]) => {
        const actual = windowAt(blocks, at, Number(weeks));
        return [
          [`blocks[${i}].windows.${weeks}.window`, actual.window, window],
          [`blocks[${i}].windows.${weeks}.before`, actual.before, before],
        ] as const;
      }),
    ];
  });

const weekValues = (vectors: Vectors): Comparisons =>
  (vectors.weeks ?? []).map(
    ({ instant, week }, i) => [`weeks[${i}].week`, weekOf(new Date(instant)), week] as const,
  );

/** Compares every expected value with ours. */
export const checkVectors = (json: unknown): Checked => {
  const parsed = Vectors.safeParse(json);
  if (!parsed.success) {
    return { checked: 0, mismatches: [`not a file of vectors: ${parsed.error.message}`], unchecked: [] };
  }
  const vectors = parsed.data;
  const comparisons: Comparisons = [
    ...(vectors.z === undefined ? [] : [['z', z95, vectors.z] as const]),
    ...wilsonValues(vectors),
    ...newcombeValues(vectors),
    ...provinceValues(vectors),
    ...breakdownValues(vectors),
    ...blockValues(vectors),
    ...weekValues(vectors),
  ];
  return {
    checked: comparisons.length,
    unchecked: Object.keys(z.record(z.string(), z.unknown()).parse(json)).filter(
      (name) => !(name in vectors),
    ),
    mismatches: comparisons
      .filter(([, actual, expected]) => !agrees(actual, expected))
      .map(
        ([where, actual, expected]) =>
          `${where}: ${JSON.stringify(actual ?? null)}, expected ${JSON.stringify(expected)}`,
      ),
  };
};
