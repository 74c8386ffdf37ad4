import { defaultRetention } from '../../../functions/domain/retention.ts';
import type { Operation } from '../support/recorder.ts';
import { median, sum } from '../support/statistics.ts';
import { assumptions } from './assumptions.ts';
import { type Capacity, capacityOf, storedBytes } from './capacity.ts';
import type { Night, Use } from './flow.ts';
import { listPrices } from './list-prices.ts';

/** USD by what is paid for. */
export type Cost = Readonly<Record<string, number>>;

export const totalOf = (cost: Cost): number => sum(Object.values(cost));

/** The sum of costs, each so many times. */
export const added = (...parts: readonly (readonly [cost: Cost, times: number])[]): Cost => {
  const total: Record<string, number> = {};
  for (const [cost, times] of parts) {
    for (const [name, usd] of Object.entries(cost)) total[name] = (total[name] ?? 0) + usd * times;
  }
  return total;
};

const { dynamoDb, gigabyteOut, httpApi, lambda, millionSchedules, millionTransitions } = listPrices;

const capacityCost = ({ readUnits, writeUnits }: Capacity): number =>
  (readUnits * dynamoDb.millionReadUnits + writeUnits * dynamoDb.millionWriteUnits) / 1e6;

const computeCost = (milliseconds: number, megabytes: number): number =>
  (milliseconds / 1000) * (megabytes / 1024) * lambda.gigabyteSecond;

/** An invocation as it would be billed: measured here on a whole processor and without a network. */
const billedMs = ({ milliseconds, operations }: Use): number =>
  (milliseconds * assumptions.megabytesPerProcessor) / assumptions.surveyMegabytes +
  operations.length * assumptions.operationMs +
  assumptions.shareOfColdStarts * assumptions.coldStartMs;

/** One request of a citizen, on average over many. */
export const requestCost = (uses: readonly Use[]): Cost => {
  const mean = (value: (use: Use) => number): number => sum(uses.map(value)) / uses.length;
  const storedMonths = mean(({ operations }) => storedBytes(operations)) * defaultRetention.responseMonths;
  return {
    httpApi: httpApi.millionRequests / 1e6,
    lambdaRequests: lambda.millionRequests / 1e6,
    // A median: one slow invocation of a busy machine is not what Lambda would bill.
    lambdaCompute: computeCost(median(uses.map(billedMs)), assumptions.surveyMegabytes),
    dynamoDb: mean(({ operations }) => capacityCost(capacityOf(operations))),
    dataOut: (mean(({ bodyBytes }) => bodyBytes) / 1e9) * gigabyteOut,
    storage: (storedMonths / 1e9) * (dynamoDb.gigabyteMonth + dynamoDb.recoveryGigabyteMonth),
  };
};

/** Operations of the aggregation: their units, and the time for which it waits for them. */
export const operationsCost = (operations: readonly Operation[]): Cost => {
  const waitedMs = (operations.length * assumptions.operationMs) / assumptions.aggregateOperationsAtOnce;
  return {
    dynamoDb: capacityCost(capacityOf(operations)),
    lambdaCompute: computeCost(waitedMs, assumptions.aggregateMegabytes),
  };
};

/** One run of the aggregation over some communes. */
export const runCost = ({ milliseconds, operations }: Use): Cost =>
  added(
    [operationsCost(operations), 1],
    [{ lambdaCompute: computeCost(milliseconds, assumptions.aggregateMegabytes) }, 1],
  );

/** What a night costs however little there is to count: its start, its states, its invocations. */
export const orderOfWorkCost = ({ invocations, transitions }: Night): Cost => ({
  schedules: millionSchedules / 1e6,
  stepFunctions: (transitions * millionTransitions) / 1e6,
  lambdaRequests: (invocations * lambda.millionRequests) / 1e6,
});
