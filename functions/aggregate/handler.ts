import type { Context } from 'aws-lambda';
import { readConfig, retentionOf } from '../config.ts';
import { openLog } from '../log.ts';
import { burstStore } from '../store/burst-store.ts';
import { responseStore } from '../store/response-store.ts';
import { openTable } from '../store/table.ts';
import { patientClient } from '../store/table-client.ts';
import { tallyStore } from '../store/tally-store.ts';
import { unitStore } from '../store/unit-store.ts';
import { nightSteps, StepRequest } from './night-steps.ts';

/** Kept back for the communes under way: 200,000 answers of one commune take a sixth of it (docs/scale.md). */
const reservedMs = 120_000;

const table = openTable(readConfig(process.env), patientClient());
const retention = retentionOf(process.env);
const steps = nightSteps({
  units: unitStore(table),
  responses: responseStore(table, retention),
  tallies: tallyStore(table),
  bursts: burstStore(table),
  log: openLog('aggregate'),
  now: () => new Date(),
  retention,
});

/** Takes one step of a night. Its answer to a count is the request that goes on from there. */
export const handler = async (event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>) => {
  const request = StepRequest.parse(event);
  return request.step === 'list'
    ? steps.list(request)
    : steps.count(request, { hasTime: () => context.getRemainingTimeInMillis() > reservedMs });
};
