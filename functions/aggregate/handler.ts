import * as z from 'zod/mini';
import { readConfig } from '../config.ts';
import { parseWeek, type Week } from '../domain/iso-week.ts';
import { ProvinceCode } from '../domain/unit.ts';
import { openLog } from '../log.ts';
import { burstStore } from '../store/burst-store.ts';
import { responseStore } from '../store/response-store.ts';
import { openTable } from '../store/table.ts';
import { tallyStore } from '../store/tally-store.ts';
import { unitStore } from '../store/unit-store.ts';
import { aggregateProvinces, nightly } from './nightly.ts';

/** `{}` is the nightly run; a person may ask for provinces or weeks by name. */
const Event = z.object({
  provinces: z.optional(z.array(ProvinceCode)),
  weeks: z.optional(
    z.array(z.custom<Week>((value) => typeof value === 'string' && parseWeek(value) !== undefined)),
  ),
});

const table = openTable(readConfig(process.env));
const deps = {
  units: unitStore(table),
  responses: responseStore(table),
  tallies: tallyStore(table),
  bursts: burstStore(table),
  log: openLog('aggregate'),
  now: () => new Date(),
};

export const handler = async (event: unknown) => {
  const { provinces, weeks } = Event.parse(event);
  return provinces || weeks ? aggregateProvinces(deps, { provinces, weeks }) : nightly(deps);
};
