import * as z from 'zod/mini';
import type { Day } from './day.ts';
import type { CommuneCode } from './unit.ts';

/** A province brings the survey to its communes in three phases, until all have it. */
export const phases = [1, 2, 3] as const;
export type Phase = (typeof phases)[number];

/** When a commune is to begin. */
export const PlannedStart = z.object({
  phase: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  start: z.custom<Day>((value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)),
});
export type PlannedStart = z.infer<typeof PlannedStart>;

/** A province's plan; a commune that is not in it has not been planned. */
export const RolloutPlan = z.record(z.string(), PlannedStart);
export type RolloutPlan = z.infer<typeof RolloutPlan>;

/**
 * How far a commune has come: `reporting` has a desk and answers, `live` a desk and no answers yet, `planned` neither,
 * `late` the same although its day has passed, `unplanned` no day either.
 */
export const rolloutStates = ['reporting', 'live', 'planned', 'late', 'unplanned'] as const;
export type RolloutState = (typeof rolloutStates)[number];

/** What is known of a province's communes today. */
export interface RolloutFacts {
  plan: RolloutPlan;
  /** Communes with an active desk. */
  live: ReadonlySet<CommuneCode>;
  /** Communes from which answers came lately. */
  answering: ReadonlySet<CommuneCode>;
  today: Day;
}

export const rolloutStateOf = (
  commune: CommuneCode,
  { plan, live, answering, today }: RolloutFacts,
): RolloutState => {
  if (live.has(commune)) return answering.has(commune) ? 'reporting' : 'live';
  const planned = plan[commune];
  if (!planned) return 'unplanned';
  return planned.start < today ? 'late' : 'planned';
};

/** One phase, or the communes without one. */
export interface PhaseProgress {
  phase: Phase | undefined;
  communes: number;
  states: Readonly<Record<RolloutState, number>>;
  /** Days of the first and the last planned start. */
  first: Day | undefined;
  last: Day | undefined;
}

const progressOf = (
  phase: Phase | undefined,
  communes: readonly CommuneCode[],
  facts: RolloutFacts,
): PhaseProgress => {
  const own = communes.filter((commune) => facts.plan[commune]?.phase === phase);
  const states: Record<RolloutState, number> = { reporting: 0, live: 0, planned: 0, late: 0, unplanned: 0 };
  for (const commune of own) states[rolloutStateOf(commune, facts)] += 1;
  const starts = own.flatMap((commune) => facts.plan[commune]?.start ?? []).toSorted();
  return { phase, communes: own.length, states, first: starts[0], last: starts.at(-1) };
};

/** The three phases, and what has none when there is any. */
export const rolloutProgress = (communes: readonly CommuneCode[], facts: RolloutFacts): PhaseProgress[] => {
  const none = progressOf(undefined, communes, facts);
  return [...phases.map((phase) => progressOf(phase, communes, facts)), ...(none.communes > 0 ? [none] : [])];
};
