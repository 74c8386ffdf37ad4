import { describe, expect, it } from 'vitest';
import type { Audience } from '../../../functions/domain/measure/audience.ts';
import { showCoverage } from '../../../functions/domain/measure/shown-coverage.ts';
import { type Brought, provinceFrom, week } from './histories.ts';

const coverageOf = (
  communes: readonly (readonly (number | Brought)[])[],
  { live = [], at = 0, audience = 'province' }: { live?: string[]; at?: number; audience?: Audience } = {},
) => showCoverage({ ...provinceFrom(communes), at: week(at), audience, live: new Set(live) });

describe('how far the survey reaches in a province', () => {
  it('is told to the province and the operator', () => {
    const told = (['public', 'commune', 'province', 'operator'] as const).map(
      (audience) => coverageOf([[1]], { audience }) !== null,
    );
    expect(told).toEqual([false, false, true, true]);
  });

  it('counts the communes with an active desk, of this province only', () => {
    expect(coverageOf([[1], [2], [3]], { live: ['18000', '18002', '99999'] })).toMatchObject({
      communes: 3,
      live: 2,
    });
  });

  it('counts how much they have in 13 weeks', () => {
    expect(coverageOf([[0], [9], [10], [29], [30], [99], [100], [500]])).toMatchObject({
      tiers: { insufficient: 2, indicative: 2, reportable: 4 },
      comparable: 2,
    });
  });

  it('knows who has had a response of any kind in 13 weeks', () => {
    const late = Array.from({ length: 14 }, (_, n) => (n === 0 ? 20 : 0));
    const justInTime = Array.from({ length: 14 }, (_, n) => (n === 1 ? 20 : 0));
    const shown = coverageOf([late, justInTime, [0], [{ rated: 0, flagged: 1 }]], { at: 13 });
    expect(shown?.answering).toEqual(new Set(['18001']));
    expect(coverageOf([[{ rated: 0, flagged: 1 }], [{ rated: 0, assisted: 1 }]])?.answering.size).toBe(2);
  });

  it('names who was silent in the week, for how long, and none without a desk', () => {
    const long = [40, ...Array.from({ length: 20 }, () => 0)];
    const communes = [[...long], [...long.slice(0, 20), 1], [], [...long.slice(0, 19), 3, 0], []];
    const live = ['18000', '18001', '18002', '18003'];
    expect(coverageOf(communes, { live, at: 20 })?.silent).toEqual([
      { commune: '18000', weeks: 13 },
      { commune: '18002', weeks: null },
      { commune: '18003', weeks: 1 },
    ]);
  });

  it('does not call silent who had flagged responses or some entered by staff only', () => {
    const communes = [[{ rated: 0, flagged: 1 }], [{ rated: 0, assisted: 1 }]];
    expect(coverageOf(communes, { live: ['18000', '18001'] })?.silent).toEqual([]);
  });

  it('knows nothing of later weeks', () => {
    const shown = coverageOf([[12, 0, 5]], { live: ['18000'], at: 1 });
    expect(shown?.silent).toEqual([{ commune: '18000', weeks: 1 }]);
  });
});
