import { Fields } from '../domain/audit.ts';
import { RolloutPlan } from '../domain/rollout.ts';
import type { ProvinceCode } from '../domain/unit.ts';
import type { AuditStore } from '../store/audit-store.ts';
import type { RolloutStore, StoredPlan } from '../store/rollout-store.ts';
import { type Changeable, makeChange, type Outcome, settled } from './change.ts';
import type { Actor } from './desks.ts';

export interface RolloutAdministration {
  rollouts: RolloutStore;
  audit: Pick<AuditStore, 'find' | 'record'>;
}

const planOf = (
  { rollouts }: Pick<RolloutAdministration, 'rollouts'>,
  province: ProvinceCode,
): Changeable => ({
  province,
  subject: 'ROLLOUT',
  read: async () => {
    const { plan, version } = await rollouts.find(province);
    return { value: Fields.parse(plan), version };
  },
  write: ({ value, version }) => rollouts.change(province, RolloutPlan.parse(value), version - 1),
});

/** A province's plan as it stands, with every change that was begun. */
export const settledPlan = async (
  { rollouts, audit }: RolloutAdministration,
  province: ProvinceCode,
): Promise<StoredPlan> => {
  await settled(audit, planOf({ rollouts }, province));
  return rollouts.find(province);
};

/** Replaces a plan of which somebody saw a version. The audit trail has the communes that change. */
export const changePlan = async (
  { rollouts, audit }: RolloutAdministration,
  province: ProvinceCode,
  { plan, version }: StoredPlan,
  { by, now }: Actor,
): Promise<Outcome> => {
  const before = await settledPlan({ rollouts, audit }, province);
  const gone = Object.keys(before.plan).filter((commune) => plan[commune] === undefined);
  return makeChange(audit, planOf({ rollouts }, province), {
    seen: version,
    change: { ...Object.fromEntries(gone.map((commune) => [commune, null])), ...Fields.parse(plan) },
    deed: 'rollout_changed',
    by,
    now,
  });
};
