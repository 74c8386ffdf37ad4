import { pooled, type Rated } from './satisfaction.ts';
import { reportableFrom } from './tier.ts';

const weakest = 10;
const strongest = 200;
/** When the communes do not tell how much they differ. */
const unknown = 40;

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/**
 * M, in answers: how many answers at the province's level a commune's own are weighed against. It comes from how much
 * communes with n ≥ 30 differ beyond chance, by the method of moments with weights n_i/N (Kleinman 1973, Proportions
 * with extraneous variance, JASA 68). Communes as alike as chance makes them give the strongest pull.
 */
export const priorStrength = (communes: readonly Rated[]): number => {
  const groups = communes.filter(({ rated }) => rated >= reportableFrom);
  const all = pooled(groups);
  const p = all.satisfied / all.rated;
  const chance = p * (1 - p);
  if (groups.length < 2 || chance === 0) return unknown;

  const weighted = groups.map(({ rated, satisfied }) => ({
    weight: rated / all.rated,
    rated,
    rate: satisfied / rated,
  }));
  const spread = total(weighted.map(({ weight, rate }) => weight * (rate - p) ** 2));
  const a = total(weighted.map(({ weight, rated }) => (weight * (1 - weight)) / rated));
  const b = total(weighted.map(({ weight }) => weight * (1 - weight)));
  /** Correlation of two answers of one commune: 0 when communes differ by chance only. */
  const correlation = (spread - chance * a) / (chance * (b - a));
  if (correlation <= 0) return strongest;
  return Math.min(strongest, Math.max(weakest, (1 - correlation) / correlation));
};

/** A commune's rate drawn to the level by M answers, 0…1: for sorting a list, never as the commune's own rate. */
export const shrunkenRate = ({ rated, satisfied }: Rated, level: number, strength: number): number =>
  (satisfied + strength * level) / (rated + strength);
