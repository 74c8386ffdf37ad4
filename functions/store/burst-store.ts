import * as z from 'zod/mini';
import type { DeskCode } from '../domain/desk-code.ts';
import type { CommuneCode } from '../domain/unit.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

export interface BurstStore {
  /**
   * Counts one more response at a desk in a bucket of time.
   * @param bucket a keyed hash: the table is not to know which ten minutes it stands for
   * @returns how many there are now in this bucket
   */
  count(commune: CommuneCode, desk: DeskCode, bucket: string): Promise<number>;
  /** Deletes the counters of a commune. */
  forget(commune: CommuneCode): Promise<void>;
}

const Counter = z.object({ responses: z.number() });
/** A reserved word of DynamoDB. */
const names = { '#bucket': 'bucket' };
const CounterKey = z.object({ pk: z.string(), sk: z.string() });

/** As many desks as one process is likely to serve in ten minutes. */
const rememberedDesks = 1_000;

export const burstStore = (table: Table): BurstStore => {
  // Only a hint which of two conditional writes to try first: most ratings begin a bucket, and each try costs a write.
  const lastBuckets = new Map<DeskCode, string>();

  return {
    count: async (commune, desk, bucket) => {
      const key = keys.burst(commune, desk);
      const counted = () =>
        table.update(key, 'ADD responses :one', {
          expression: '#bucket = :bucket',
          names,
          values: { ':one': 1, ':bucket': bucket },
        });
      const begun = () =>
        table.update(key, 'SET #bucket = :bucket, responses = :one', {
          expression: 'attribute_not_exists(pk) OR #bucket <> :bucket',
          names,
          values: { ':one': 1, ':bucket': bucket },
        });
      const isKnown = lastBuckets.get(desk) === bucket;
      if (lastBuckets.size >= rememberedDesks) lastBuckets.clear();
      lastBuckets.set(desk, bucket);
      const attempts = isKnown ? [counted, begun, counted] : [begun, counted, begun];
      for (const attempt of attempts) {
        const counter = await attempt();
        if (counter) return Counter.parse(counter).responses;
      }
      return 1;
    },

    forget: async (commune) => {
      for await (const item of table.query(keys.bursts(commune).pk))
        await table.delete(CounterKey.parse(item));
    },
  };
};
