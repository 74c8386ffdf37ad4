import { binomialTails } from './binomial.ts';
import { pooled, type Rated, satisfactionRate } from './satisfaction.ts';
import { priorStrength } from './shrinkage.ts';
import { indicativeFrom } from './tier.ts';

/** Above, the same as or below the province's level; none when it may not be compared. */
export type Band = 'above' | 'same' | 'below' | 'none';

/** From this many answers on, a commune is compared. */
export const comparedFrom = 100;

/** Comparing needs this many communes with enough answers… */
const leastCommunes = 5;
/** …none of which makes up more of their answers than one in so many (20 %), lest the level be its own. */
const largestShare = 5;
/** Chance of seeing so extreme a count in one tail, when there is no difference. */
const bandChance = 0.025;
const alertChance = 0.001;
/** A difference of less than a point is not worth a band, however certain. */
const leastGap = 0.01;
/** Far below any true distance from leastGap, far above rounding: a gap of exactly a point counts as one. */
const roundingError = 1e-12;

/** What every commune of a province is compared with, from their 13-week windows. */
export interface Comparison {
  /** Satisfaction rate p̄ of the communes with n ≥ 10 together, 0…1; undefined when there are none. */
  level: number | undefined;
  /** Whether a comparison is fair at all. */
  compared: boolean;
  /** M, in answers: how strongly a commune's rate is drawn to the level for sorting. */
  priorStrength: number;
}

const withEnoughAnswers = (communes: readonly Rated[]): Rated[] =>
  communes.filter(({ rated }) => rated >= indicativeFrom);

/** What the level is made of. */
export const levelCounts = (communes: readonly Rated[]): Rated => pooled(withEnoughAnswers(communes));

/** p̄: undefined when no commune has enough answers. */
export const provinceLevel = (communes: readonly Rated[]): number | undefined =>
  satisfactionRate(levelCounts(communes));

/** Whether there are enough communes, and none that would be compared mostly with itself. */
export const mayCompare = (communes: readonly Rated[]): boolean => {
  const enough = withEnoughAnswers(communes);
  const { rated: all } = pooled(enough);
  return enough.length >= leastCommunes && enough.every(({ rated }) => rated * largestShare <= all);
};

export const comparisonOf = (communes: readonly Rated[]): Comparison => ({
  level: provinceLevel(communes),
  compared: mayCompare(communes),
  priorStrength: priorStrength(communes),
});

const isCompared = ({ rated }: Rated, { compared }: Pick<Comparison, 'compared'>): boolean =>
  compared && rated >= comparedFrom;

/** How a commune stands to its province. */
export interface Standing {
  band: Band;
  /** The band is not `same`, and chance alone would hardly ever show it. */
  alert: boolean;
  /** Its rate minus the level, −1…1; undefined when either is. */
  gap: number | undefined;
}

/** The band by exact binomial tails: unlikely by chance, and at least a point away. */
export const bandOf = (commune: Rated, comparison: Pick<Comparison, 'level' | 'compared'>): Standing => {
  const { level } = comparison;
  const rate = satisfactionRate(commune);
  if (level === undefined || rate === undefined) return { band: 'none', alert: false, gap: undefined };
  const gap = rate - level;
  if (!isCompared(commune, comparison)) return { band: 'none', alert: false, gap };
  if (Math.abs(gap) < leastGap - roundingError) return { band: 'same', alert: false, gap };

  const { atMost, atLeast } = binomialTails(commune.satisfied, commune.rated, level);
  const [band, chance]: [Band, number] = gap < 0 ? ['below', atMost] : ['above', atLeast];
  if (chance > bandChance) return { band: 'same', alert: false, gap };
  return { band, alert: chance <= alertChance, gap };
};

/** How many communes are compared. */
export const comparedCount = (communes: readonly Rated[], comparison: Pick<Comparison, 'compared'>): number =>
  communes.filter((commune) => isCompared(commune, comparison)).length;

/** At most so many of those compared would be in band `below` by chance alone, if all were equal. */
export const expectedBelowByChance = (compared: number): number => bandChance * compared;
