import { beforeEach, describe, expect, it } from 'vitest';
import type { Day } from '../../functions/domain/day.ts';
import type { RolloutPlan } from '../../functions/domain/rollout.ts';
import { type RolloutStore, rolloutStore } from '../../functions/store/rollout-store.ts';
import { engines } from '../support/engine.ts';
import { openTestTable } from '../support/test-table.ts';

const plan: RolloutPlan = { '18073': { phase: 1, start: '2026-12-01' as Day } };
const other: RolloutPlan = { '18073': { phase: 2, start: '2027-01-04' as Day } };

describe.each(engines)('a rollout plan on %s', (engine) => {
  let rollouts: RolloutStore;
  beforeEach(async () => {
    rollouts = rolloutStore((await openTestTable(engine)).table);
  });

  it('is empty before anybody made one', async () => {
    expect(await rollouts.find('42')).toEqual({ plan: {}, version: 0 });
  });

  it('is found as it was stored last, for its own province only', async () => {
    expect(await rollouts.change('42', plan, 0)).toBe(true);
    expect(await rollouts.change('42', other, 1)).toBe(true);
    expect(await rollouts.find('42')).toEqual({ plan: other, version: 2 });
    expect(await rollouts.find('01')).toEqual({ plan: {}, version: 0 });
  });

  it('is not overwritten by who saw an earlier one', async () => {
    await rollouts.change('42', plan, 0);
    expect(await rollouts.change('42', other, 0)).toBe(false);
    await rollouts.change('42', plan, 1);
    expect(await rollouts.change('42', other, 1)).toBe(false);
    expect(await rollouts.find('42')).toEqual({ plan, version: 2 });
  });

  it('is stored once by two people at the same time', async () => {
    const stored = await Promise.all([rollouts.change('42', plan, 0), rollouts.change('42', other, 0)]);
    expect(stored.filter(Boolean)).toHaveLength(1);
  });
});
