import { weekOf } from '../../functions/domain/iso-week.ts';
import type { Bench, Benchmark } from './benchmark.ts';
import { perSecond, summaryOf, type Timed } from './support/load-client.ts';
import { type Scratch, withScratch } from './support/scratch.ts';
import { median, rounded, sum } from './support/statistics.ts';
import { answersPerDesk, citizens, deskPool } from './throughput/citizens.ts';
import { recordRatings } from './throughput/record-ratings.ts';
import {
  openPeerTable,
  startBareServer,
  startDatabaseWorker,
  startFilledService,
} from './throughput/subjects.ts';

const rounds = 3;
const connections = [16, 32] as const;
/** Of one round, at each number of connections. */
const counts = { forms: 1_500, ratings: 1_200, visits: 600 };
const warmUp = 400;
const communes = 168;
const answersInAll = (counts.ratings + counts.visits) * connections.length * rounds + 2 * warmUp;
const desksEach = Math.ceil(answersInAll / answersPerDesk / communes);

const startSubjects = async (scratch: Scratch, say: Bench['say']) => {
  say('recording what a rating asks of the database');
  const { ratings, form, thanks } = await recordRatings(scratch);
  say(`importing ${communes * desksEach} desks`);
  const service = await startFilledService(scratch, { communes, desksEach });
  const replay = await openPeerTable(scratch, ratings);
  return {
    service,
    desks: deskPool(service.desks),
    bare: await startBareServer(scratch, { form, thanks }),
    bareStoring: await startBareServer(scratch, { form, thanks, replay }),
    operations: await startDatabaseWorker(scratch, replay),
    recorded: ratings.map(({ operations }) => operations.map(({ name }) => name).join(' + ')),
  };
};
type Subjects = Awaited<ReturnType<typeof startSubjects>>;

/** Any path and token do for a server that looks at neither. */
const madeUpDesks = (run: string, count: number): string[] =>
  Array.from({ length: count / answersPerDesk }, (_, desk) => `${run}${desk}`.padEnd(8, '0'));

/** Everything once at one number of connections, the peers right beside the service. */
const measureRound = async (subjects: Subjects, atOnce: number, round: number) => {
  const { service, desks, operations } = subjects;
  const ours = citizens(service.origin, atOnce);
  const bare = citizens(subjects.bare, atOnce);
  const bareStoring = citizens(subjects.bareStoring, atOnce);
  const rated = desks.forAnswers(counts.ratings);
  const peerDesks = madeUpDesks(`P${round}C${atOnce}`, counts.ratings);
  const noTokens = Array.from({ length: counts.ratings }, () => 'none');

  const form = await ours.open(rated, counts.forms);
  const bareForm = await bare.open(peerDesks, counts.forms);
  const tokens = await ours.tokens(rated, counts.ratings);
  const cpuBefore = service.cpuMs();
  const rating = await ours.rate(rated, tokens);
  const ratingCpuMs = (service.cpuMs() - cpuBefore) / counts.ratings;
  const database = await operations(counts.ratings, atOnce);
  const bareRating = await bare.rate(peerDesks, noTokens);
  const bareStored = await bareStoring.rate(peerDesks, noTokens);
  const visit = await ours.visit(desks.forAnswers(counts.visits), counts.visits);

  for (const client of [ours, bare, bareStoring]) client.close();
  return {
    form,
    bareForm,
    rating,
    ratingCpuMs,
    database,
    databaseCpuMs: database.cpuMs / counts.ratings,
    bareRating,
    bareStored,
    visit,
  };
};
type Round = Awaited<ReturnType<typeof measureRound>>;

const ratio = (part: readonly Timed[], whole: readonly Timed[]): number =>
  rounded(median(part.map((timed, round) => perSecond(timed) / perSecond(whole[round] ?? timed))));

const figuresOf = (measured: readonly Round[]) => {
  const of = <K extends keyof Round>(key: K): Round[K][] => measured.map((round) => round[key]);
  return {
    form: summaryOf(of('form')),
    rating: summaryOf(of('rating')),
    visit: summaryOf(of('visit')),
    peers: {
      bareForm: summaryOf(of('bareForm')),
      bareRating: summaryOf(of('bareRating')),
      databaseOperations: summaryOf(of('database')),
      bareRatingWithDatabaseOperations: summaryOf(of('bareStored')),
    },
    ratios: {
      formToBareForm: ratio(of('form'), of('bareForm')),
      ratingToDatabaseOperations: ratio(of('rating'), of('database')),
      ratingToBareRatingWithDatabaseOperations: ratio(of('rating'), of('bareStored')),
    },
    processorMsPerRating: {
      service: rounded(median(of('ratingCpuMs'))),
      databaseOperations: rounded(median(of('databaseCpuMs'))),
    },
  };
};

const warm = async ({ service, desks, operations, bare, bareStoring }: Subjects): Promise<void> => {
  const ours = citizens(service.origin, 16);
  await ours.visit(desks.forAnswers(warmUp), warmUp);
  ours.close();
  await operations(warmUp, 16);
  const noTokens = Array.from({ length: warmUp }, () => 'none');
  for (const origin of [bare, bareStoring]) {
    const client = citizens(origin, 16);
    await client.rate(madeUpDesks('W', warmUp), noTokens);
    client.close();
  }
};

/** Answers in a second, beside the same bytes and the same database operations without our code. */
export const throughput: Benchmark = {
  name: 'throughput',
  run: ({ say }) =>
    withScratch(async (scratch) => {
      const week = weekOf(new Date());
      const subjects = await startSubjects(scratch, say);
      await warm(subjects);
      const measured = new Map<number, Round[]>(connections.map((atOnce) => [atOnce, []]));
      for (let round = 1; round <= rounds; round += 1) {
        for (const atOnce of connections) {
          const result = await measureRound(subjects, atOnce, round);
          measured.get(atOnce)?.push(result);
          const [ours, peer] = [result.rating, result.database].map((timed) => Math.round(perSecond(timed)));
          say(`round ${round} of ${rounds}, ${atOnce} connections: ${ours} ratings/s, peer ${peer}`);
        }
      }

      const acknowledged =
        warmUp + sum([...measured.values()].flat().map(() => counts.ratings + counts.visits));
      const stored = await subjects.service.stored(week);
      const at32 = figuresOf(measured.get(32) ?? []);
      return {
        promises: [
          {
            what: 'stored ratings a second, 32 connections',
            limit: { atLeast: 450 },
            measured: at32.rating.perSecond.median,
          },
          { what: 'p99 of a rating, ms', limit: { atMost: 200 }, measured: at32.rating.p99Ms },
          {
            what: 'share of the database operations alone',
            limit: { atLeast: 0.7 },
            measured: at32.ratios.ratingToDatabaseOperations,
          },
          {
            what: 'acknowledged but not stored once',
            limit: { atMost: 0 },
            measured: Math.abs(acknowledged - stored),
          },
        ],
        figures: {
          ...Object.fromEntries(
            connections.map((atOnce) => [`connections${atOnce}`, figuresOf(measured.get(atOnce) ?? [])]),
          ),
          operationsOfRatings: subjects.recorded,
          acknowledged,
          stored,
        },
        notes: [
          'Service, engine and client are three processes on one machine; the database operations alone need no client beside them.',
          `Each desk gets ${answersPerDesk} ratings, so that none is one of a burst; the first of ten minutes costs a further write.`,
          'A bare form is bound by the client, not by the server.',
          'On a busy machine everything waits and the ratios of rates flatter: processorMsPerRating tells the work.',
        ],
      };
    }),
};
