import type { Benchmark } from './benchmark.ts';
import { bands } from './simulation/bands.ts';
import { coverage } from './simulation/coverage.ts';
import { ranking } from './simulation/ranking.ts';
import { rounded } from './support/statistics.ts';

/** What the measure says of communes whose true rates are known. Seeded: it comes out the same every time. */
export const simulation: Benchmark = {
  name: 'simulation',
  run: async ({ say }) => {
    const covered = coverage();
    say('bands of equal communes');
    const banded = bands();
    say('ranks of 69 communes');
    const ranked = ranking();
    return {
      promises: [
        {
          what: 'mean coverage of the 95 % interval',
          limit: { atLeast: 0.94 },
          measured: rounded(covered.mean),
        },
        {
          what: 'false below among equal communes',
          limit: { atMost: 0.025 },
          measured: banded.amongEqual.below,
        },
        {
          what: 'false below of an equal commune, at worst',
          limit: { atMost: 0.025 },
          measured: rounded(banded.mostAtNoGap),
        },
      ],
      figures: { coverage: covered, bands: banded, ranking: ranked },
      notes: [
        'Coverage and bands by exact sums over the binomial distribution; among equal communes and ranks by simulation of 2,000 provinces of 69 communes each.',
        'A commune that is really lower, by less than the point that a band asks for, is called below more often than an equal one: its rate needs less luck to be a point away. With many answers that is what bounds it.',
        'Ranks are shown to nobody as a table: the figures say why.',
      ],
    };
  },
};
