import type { Week } from '../domain/iso-week.ts';
import type { Audience } from '../domain/measure/audience.ts';
import { historyOf } from '../domain/measure/history.ts';
import { timelineFor } from '../domain/measure/shown-commune.ts';
import { effectRanges, type ShownEffect, showEffect } from '../domain/measure/shown-promise.ts';
import type { WeekRange } from '../domain/measure/timeline.ts';
import { type CommunePromise, weekOfDay } from '../domain/promise.ts';
import type { Detail } from '../domain/tally.ts';
import type { Commune } from '../domain/unit.ts';
import type { PromiseStore } from '../store/promise-store.ts';
import type { TallyStore } from '../store/tally-store.ts';

interface Stores {
  promises: Pick<PromiseStore, 'ofCommune'>;
  tallies: Pick<TallyStore, 'ofCommune' | 'detailOf'>;
}

/** A promise, and how its criterion was before and is after it. */
export interface PromiseWithEffect {
  promise: CommunePromise;
  effect: ShownEffect;
}

/** The promises of a commune and what became of them, in no order. `at`: the last week that this audience may see. */
export const readPromises = async (
  { promises, tallies }: Stores,
  { commune, audience, at }: { commune: Commune; audience: Exclude<Audience, 'public'>; at: Week },
): Promise<PromiseWithEffect[]> => {
  const made = await promises.ofCommune(commune.province, commune.code);
  if (made.length === 0) return [];
  const timeline = timelineFor(
    audience,
    historyOf(commune.code, await tallies.ofCommune(commune.code, at), at),
    at,
  );
  /** Promises of the same weeks are told by the same answers: read once. */
  const reading = new Map<string, Promise<Detail>>();
  const detailOf = (range: WeekRange | undefined): Promise<Detail> | undefined => {
    if (!range) return undefined;
    const name = `${range.from} ${range.to}`;
    const detail = reading.get(name) ?? tallies.detailOf(commune.code, range.from, range.to);
    reading.set(name, detail);
    return detail;
  };
  return Promise.all(
    made.map(async (promise) => {
      const { criterion, madeOn, doneOn } = promise;
      const ranges = effectRanges(timeline, {
        madeIn: weekOfDay(madeOn),
        doneIn: doneOn && weekOfDay(doneOn),
      });
      const [before, after] = await Promise.all([detailOf(ranges.before), detailOf(ranges.after)]);
      return { promise, effect: showEffect(audience, criterion, ranges, { before, after }) };
    }),
  );
};
