/** From this many answers on, something may be said about them. */
export const indicativeFrom = 10;
/** From this many answers on, a rate may be published. */
export const reportableFrom = 30;

/** How much a number of answers allows to disclose. */
export type Tier = 'insufficient' | 'indicative' | 'reportable';

export const tierOf = (rated: number): Tier => {
  if (rated < indicativeFrom) return 'insufficient';
  return rated < reportableFrom ? 'indicative' : 'reportable';
};
