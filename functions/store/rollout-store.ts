import * as z from 'zod/mini';
import { RolloutPlan } from '../domain/rollout.ts';
import type { ProvinceCode } from '../domain/unit.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';
import { putNext } from './versioned.ts';

/** A plan and how often it has been changed. */
export interface StoredPlan {
  plan: RolloutPlan;
  /** 0 for a plan that nobody has made yet. */
  version: number;
}

export interface RolloutStore {
  find(province: ProvinceCode): Promise<StoredPlan>;
  /** Stores the plan that follows the version which somebody saw; whether that was still the last one. */
  change(province: ProvinceCode, plan: RolloutPlan, seen: number): Promise<boolean>;
}

const PlanItem = z.object({ plan: RolloutPlan, version: z.number() });

export const rolloutStore = (table: Table): RolloutStore => ({
  find: async (province) => {
    const item = await table.get(keys.rollout(province), { consistent: true });
    return item ? PlanItem.parse(item) : { plan: {}, version: 0 };
  },

  change: (province, plan, seen) => putNext(table, { ...keys.rollout(province), plan, version: seen + 1 }),
});
