import { indicativeFrom, reportableFrom } from './tier.ts';

/** Who is shown a number. The operator runs the service and alone sees everything. */
export const audiences = ['public', 'commune', 'province', 'operator'] as const;
export type Audience = (typeof audiences)[number];

/**
 * How much of a measure may be shown: nothing, how many answered, the headline (rate, interval, mean score, top-box)
 * or everything about it.
 */
export type View = 'nothing' | 'count' | 'headline' | 'everything';

/** What an audience may see of so many answers: the table of audiences, row by row. */
export const viewOf = (audience: Audience, rated: number): View => {
  switch (audience) {
    case 'public':
      return rated >= reportableFrom ? 'headline' : 'nothing';
    case 'commune':
      return rated >= indicativeFrom ? 'everything' : 'nothing';
    case 'province':
      if (rated >= reportableFrom) return 'everything';
      return rated >= indicativeFrom ? 'count' : 'nothing';
    case 'operator':
      return 'everything';
  }
};

/** What an audience may see of the parts of a measure (criteria, facts, breakdowns), each by its own answers. */
export const viewOfPart = (audience: Audience, rated: number): View =>
  audience === 'public' ? 'nothing' : viewOf(audience, rated);

/** The value where it may be shown and there is one; null is what every interface says otherwise. */
export const shownIf = <T>(isShown: boolean, value: T | undefined): T | null =>
  isShown && value !== undefined ? value : null;
