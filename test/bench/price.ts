import type { Template } from 'aws-cdk-lib/assertions';
import { weekOf } from '../../functions/domain/iso-week.ts';
import { stopBundles } from '../support/bundles.ts';
import { nightDefinitionOf } from '../support/night-of-stage.ts';
import type { Benchmark } from './benchmark.ts';
import { assumptions } from './price/assumptions.ts';
import { capacityOf } from './price/capacity.ts';
import {
  added,
  type Cost,
  operationsCost,
  orderOfWorkCost,
  requestCost,
  runCost,
  totalOf,
} from './price/costs.ts';
import { type Night, night, type Use, type Visit, visit } from './price/flow.ts';
import { idleParts, synthesized } from './price/idle.ts';
import { listPrices } from './price/list-prices.ts';
import { readsIn, readsOfResponse, runsPerMonth } from './price/nights.ts';
import { buildBundles } from './support/built.ts';
import { type DeployedStage, startStage } from './support/deployed-stage.ts';
import type { Operation } from './support/recorder.ts';
import { withScratch } from './support/scratch.ts';
import { median, rounded } from './support/statistics.ts';

const { communesOfProvince, responsesPerCommuneAndWeek, shareWithDetails } = assumptions;
const communes = 4;
const responses = communes * responsesPerCommuneAndWeek;

/** One answer at each desk: as on a day of few visitors, nothing is remembered from the one before. */
const visits = async (stage: DeployedStage): Promise<Visit[]> => {
  const made: Visit[] = [];
  for (const [index, desk] of stage.desks.entries()) {
    made.push(await visit(stage, desk, { hasDetails: index % 10 < shareWithDetails * 10 }));
  }
  return made;
};

/** A run over communes without answers, with new ones, and with ones that are counted already. */
interface Nights {
  idle: Night;
  news: Night;
  again: Night;
}

/** What one response adds to the runs that read it; a day's answers share what a night writes. */
const aggregationShare = ({ idle, news, again }: Nights, now: Date): Cost => {
  const readsNow = responses * readsIn(now, weekOf(now));
  const read = added([runCost(again), 1 / readsNow], [runCost(idle), -1 / readsNow]);
  const isDeletion = ({ name }: Operation): boolean => name === 'DeleteItem';
  const tallies = added(
    [operationsCost(news.operations.filter((operation) => !isDeletion(operation))), 1 / communes],
    [operationsCost(again.operations), -1 / communes],
  );
  // One counter a desk; here every answer came to a desk of its own.
  const counter = added([operationsCost(news.operations.filter(isDeletion)), 1 / responses]);
  const nightsPerResponse = 7 / responsesPerCommuneAndWeek;
  // A tally is written on every day with answers, and once more when its week has ended and when it has closed.
  const writesPerResponse = (7 + 2) / responsesPerCommuneAndWeek;
  return added(
    [read, readsOfResponse(now)],
    [tallies, writesPerResponse],
    [counter, nightsPerResponse * assumptions.desksPerCommune],
  );
};

const idleMonth = ({ idle }: Nights, now: Date, template: Template): Cost => {
  const runs = runsPerMonth(now);
  return added(
    [idleParts(template), 1],
    [orderOfWorkCost(idle), runs],
    [runCost(idle), (runs * communesOfProvince) / communes],
  );
};

const roundedCost = (cost: Cost): Cost => ({
  ...Object.fromEntries(Object.entries(cost).map(([name, usd]) => [name, rounded(usd)])),
  total: rounded(totalOf(cost)),
});

const consumption = (uses: readonly Use[]) => {
  const capacity = capacityOf(uses.flatMap(({ operations }) => operations));
  return {
    readUnits: rounded(capacity.readUnits / uses.length),
    writeUnits: rounded(capacity.writeUnits / uses.length),
    operations: rounded(uses.flatMap(({ operations }) => operations).length / uses.length),
    handlerMs: rounded(median(uses.map(({ milliseconds }) => milliseconds))),
    bodyBytes: rounded(median(uses.map(({ bodyBytes }) => bodyBytes))),
  };
};

/** What answers cost in ap-southeast-1, and what a province costs in which nobody answers. */
export const price: Benchmark = {
  name: 'price',
  run: ({ say }) =>
    withScratch(async (scratch) => {
      const now = new Date();
      await buildBundles();
      scratch.later(stopBundles);
      say(`importing ${responses} desks`);
      const desksEach = responsesPerCommuneAndWeek;
      const stage = await startStage(scratch, { communes, desksEach, recorded: true });
      const template = synthesized(await scratch.folder());
      const definition = nightDefinitionOf(template);
      await night(stage, definition);
      const idle = await night(stage, definition);
      say(`${responses} visits through the bundle of the survey`);
      const made = await visits(stage);
      const nights = { idle, news: await night(stage, definition), again: await night(stage, definition) };

      const scans = made.map(({ scan }) => scan);
      const ratings = made.map(({ rating }) => rating);
      const details = made.flatMap((each) => each.details ?? []);
      const perThousand = added(
        [requestCost(scans), 1_000],
        [requestCost(ratings), 1_000],
        [requestCost(details), 1_000 * shareWithDetails],
        [aggregationShare(nights, now), 1_000],
      );
      const idleCost = idleMonth(nights, now, template);
      return {
        promises: [
          {
            what: 'USD per 1,000 responses',
            limit: { atMost: 0.02 },
            measured: rounded(totalOf(perThousand)),
          },
          {
            what: 'USD a month for an idle province',
            limit: { atMost: 15 },
            measured: rounded(totalOf(idleCost)),
          },
        ],
        figures: {
          usdPerThousandResponses: roundedCost(perThousand),
          ofWhichAggregation: rounded(totalOf(aggregationShare(nights, now)) * 1_000),
          usdPerIdleMonth: roundedCost(idleCost),
          consumption: {
            scan: consumption(scans),
            rating: consumption(ratings),
            details: consumption(details),
            idleNightOfFourCommunes: consumption([nights.idle]),
            nightWithNews: consumption([nights.news]),
            nightAgain: consumption([nights.again]),
          },
          night: {
            invocations: idle.invocations,
            transitions: idle.transitions,
            perMonth: rounded(runsPerMonth(now)),
          },
          readsOfResponse: rounded(readsOfResponse(now)),
          secretCalls: Object.fromEntries(stage.secretCalls),
          assumptions,
          listPrices,
        },
        notes: [
          'List prices without free tier. Left out: the domain, alarm mails, failure lines, a web application firewall and a customer-managed key for the table (1 USD a month and 0.03 per 10,000 uses).',
          'Storage counts a response for its whole retention, point-in-time recovery included.',
        ],
      };
    }),
};
