import type { Week } from '../domain/iso-week.ts';
import type { Audience } from '../domain/measure/audience.ts';
import type { Comparison } from '../domain/measure/comparison.ts';
import { comparisonFor } from '../domain/measure/shown-province.ts';
import type { Province } from '../domain/unit.ts';
import { remembered } from '../remembered.ts';
import type { TallyStore } from '../store/tally-store.ts';
import { readHistories } from './read-province.ts';

/** What the communes of a province are compared with at a week, as an audience cuts the weeks. */
export type ComparisonAt = (province: Province, at: Week, audience: Audience) => Promise<Comparison>;

const rememberedMs = 5 * 60_000;
const rememberedCount = 200;

/**
 * A page of one commune needs three numbers of its whole province, which are made of every week of every commune. They
 * change at night and are the same for every chief of a province, so they are remembered for five minutes: on a Monday
 * morning all chiefs look at once.
 */
export const rememberingComparisons = ({
  tallies,
  now,
}: {
  tallies: Pick<TallyStore, 'ofProvince'>;
  now: () => Date;
}): ComparisonAt => {
  const comparisons = remembered<Comparison>({ now, forMs: rememberedMs, atMost: rememberedCount });
  return (province, at, audience) =>
    // Only the operator sees exact weeks, all others whole blocks.
    comparisons(`${province.code} ${at} ${audience === 'operator' ? 'weeks' : 'blocks'}`, async () => {
      const histories = await readHistories({ tallies }, province.code, at);
      return comparisonFor({ province, at, audience, histories });
    });
};
