import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type NightSteps, nightSteps } from '../../functions/aggregate/night-steps.ts';
import type { Response } from '../../functions/domain/response.ts';
import type { Table } from '../../functions/store/table.ts';
import { Unavailable } from '../../functions/unavailable.ts';
import { runNight } from '../../infra/local/run-night.ts';
import { seededRandom } from '../../infra/simulation/random.ts';
import { nightlyStores, nightWith, variedResponses } from '../support/aggregation.ts';
import { engines } from '../support/engine.ts';
import { deskCode, present, provinceOf, week } from '../support/samples.ts';
import { tallyByHand } from '../support/tally-by-hand.ts';
import { openTestTable } from '../support/test-table.ts';

const w47 = week('2026-W47');
const now = () => new Date('2026-11-18T20:00+07:00');
const province = provinceOf(3);
const request = { weeks: [w47] };
const log = { failure: () => {} };

/** A table of which some requests are lost on their way, and some answers on their way back. */
const unreliable = (table: Table, chance: () => number): Table => {
  const trouble = () => new Unavailable('table', new Error('as told'));
  const lossy =
    <Asked extends unknown[], T>(operation: (...asked: Asked) => Promise<T>) =>
    async (...asked: Asked): Promise<T> => {
      if (chance() < 0.02) throw trouble();
      const answer = await operation(...asked);
      if (chance() < 0.02) throw trouble();
      return answer;
    };
  return {
    get: lossy((...asked: Parameters<Table['get']>) => table.get(...asked)),
    getAll: lossy((...asked: Parameters<Table['getAll']>) => table.getAll(...asked)),
    async *query(...asked) {
      for await (const item of table.query(...asked)) {
        if (chance() < 0.005) throw trouble();
        yield item;
      }
    },
    put: lossy((...asked: Parameters<Table['put']>) => table.put(...asked)),
    putAll: lossy((...asked: Parameters<Table['putAll']>) => table.putAll(...asked)),
    update: lossy((...asked: Parameters<Table['update']>) => table.update(...asked)),
    delete: lossy((...asked: Parameters<Table['delete']>) => table.delete(...asked)),
  };
};

it('whatever nights at once meet, the next one makes every tally that of the answers there are', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const random = seededRandom(seed);
      const opened = await openTestTable(present(engines[0]));
      const stores = nightlyStores(opened.table);
      await stores.units.put(province);
      const answers: Response[] = [];

      const answering = async (): Promise<void> => {
        for (let visits = 0; visits < 12; visits += 1) {
          const { code: commune } = random.pick(province.communes);
          const [response] = variedResponses(1, { commune, overall: random.pick([1, 2, 3, 4, 5]) });
          answers.push(present(response));
          await stores.responses.addOnce(present(response));
          await stores.bursts.count(commune, deskCode(1), `bucket ${visits}`);
        }
      };
      const night = async (): Promise<void> => {
        const steps = nightSteps({
          ...nightlyStores(unreliable(opened.table, () => random.next())),
          log,
          now,
        });
        const hurried: NightSteps = {
          list: (...asked) => steps.list(...asked),
          count: (asked) => steps.count(asked, { hasTime: () => random.next() < 0.8 }),
        };
        // A night may fail for good, as one that is killed does.
        await runNight(hurried, request, { wait: async () => {} }).catch(() => undefined);
      };
      await Promise.all([answering(), night(), night()]);
      await nightWith({ ...stores, log, now }, request);

      const ofProvince = await stores.tallies.ofProvince(province.code, w47);
      for (const { code } of province.communes) {
        const here = answers.filter(({ commune }) => commune === code);
        const tally = await stores.tallies.find(code, w47);
        expect(tally?.summary.counted).toEqual(
          here.length > 0 ? tallyByHand(here).summary.counted : undefined,
        );
        if (here.length > 0) expect(tally).toMatchObject(tallyByHand(here));
        expect(ofProvince.get(code) ?? []).toEqual(await stores.tallies.ofCommune(code, w47));
      }
      expect(await opened.items('BURST#')).toEqual([]);
    }),
    { numRuns: 6 },
  );
});
