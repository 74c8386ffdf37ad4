import * as z from 'zod/mini';
import type { Week } from '../../../functions/domain/iso-week.ts';

/** What is to be counted, and how. */
export const Question = z.object({
  endpoint: z.string(),
  /** ours: the nightly use case. bare: the same items by the plain SDK. sizes: the same, weighed. */
  how: z.enum(['ours', 'bare', 'sizes']),
  week: z.custom<Week>((value) => typeof value === 'string'),
  provinces: z.array(z.string()),
  /** Counted before, unmeasured. */
  warmUp: z.optional(z.custom<Week>((value) => typeof value === 'string')),
});
export type Question = z.infer<typeof Question>;

export const Measured = z.object({
  responses: z.number(),
  cpuSeconds: z.number(),
  seconds: z.number(),
  /** Of the whole process, from its start. */
  peakMegabytes: z.number(),
  requests: z.number(),
  readUnits: z.number(),
  writeUnits: z.number(),
  /** Read units by the sizes of the items, in `sizes` only. */
  readUnitsBySize: z.number(),
  itemBytes: z.number(),
});
export type Measured = z.infer<typeof Measured>;
