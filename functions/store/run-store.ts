import * as z from 'zod/mini';
import type { Day } from '../domain/day.ts';
import type { Week } from '../domain/iso-week.ts';
import type { ProvinceCode } from '../domain/unit.ts';
import { keys } from './keys.ts';
import type { Item, Key, Table } from './table.ts';

/**
 * The number of an aggregation run in its province, in the order in which runs began to read. It tells a newer
 * count from an older one without a clock, and keeps moments out of the table.
 */
export type Run = number;

/** Why somebody had weeks counted again. */
export interface RunReason {
  reason: string;
  on: Day;
}

/** How far the aggregation of a province has come. */
export interface Progress {
  /** The number of the newest run; 0 before the first. */
  run: Run;
  /** The last week whose count after it had closed is done, as are those of all weeks before it. */
  closed?: Week | undefined;
}

export interface RunStore {
  /** Takes the next number. A reason is kept with it before anything is counted for it. */
  beginRun(province: ProvinceCode, reason?: RunReason): Promise<Progress>;
  progress(province: ProvinceCode): Promise<Progress>;
  /** Every week up to this one has been counted since it closed. Never takes a later one back. */
  closeUpTo(province: ProvinceCode, week: Week): Promise<void>;
  /** The reasons of those of these runs that had one. */
  reasonsOf(province: ProvinceCode, runs: readonly Run[]): Promise<Map<Run, RunReason>>;
}

const text = <T extends string>() => z.custom<T>((value) => typeof value === 'string');
const RunItem = z.object({ run: z._default(z.number(), 0), closed: z.optional(text<Week>()) });
const ReasonItem = z.object({ run: z.number(), reason: z.string(), on: text<Day>() });

/** Writes an item unless this run or a later one has; whether it did. */
export const putAsRun = (table: Table, item: Item & Key & { run: Run }): Promise<boolean> =>
  table.put(item, {
    expression: 'attribute_not_exists(pk) OR #run < :run',
    names: { '#run': 'run' },
    values: { ':run': item.run },
  });

export const runStore = (table: Table): RunStore => ({
  beginRun: async (province, reason) => {
    const item = await table.update(keys.run(province), 'ADD #run :one', {
      expression: '',
      names: { '#run': 'run' },
      values: { ':one': 1 },
    });
    const begun = RunItem.parse(item);
    if (reason) await table.put({ ...keys.reason(province, begun.run), run: begun.run, ...reason });
    return begun;
  },

  progress: async (province) => {
    const item = await table.get(keys.run(province), { consistent: true });
    return item ? RunItem.parse(item) : { run: 0 };
  },

  closeUpTo: async (province, week) => {
    await table.update(keys.run(province), 'SET closed = :week', {
      expression: 'attribute_not_exists(closed) OR closed < :week',
      values: { ':week': week },
    });
  },

  reasonsOf: async (province, runs) => {
    const items = await table.getAll([...new Set(runs)].map((run) => keys.reason(province, run)));
    return new Map(items.map((item) => ReasonItem.parse(item)).map(({ run, ...reason }) => [run, reason]));
  },
});
