import type { Rated } from './satisfaction.ts';

const believable = 0.001;

/**
 * Everybody satisfied, where chance alone would show that less than once in a thousand at the province's level: not
 * a proof of anything, but a reason to look at how the answers came about.
 */
export const isImprobablyPerfect = ({ rated, satisfied }: Rated, level: number | undefined): boolean =>
  level !== undefined && rated > 0 && satisfied === rated && level ** rated < believable;
