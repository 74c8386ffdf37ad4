import { startEngine } from '../../infra/local/engine.ts';
import { openLocalTable } from '../../infra/local/local-table.ts';
import type { Benchmark } from './benchmark.ts';
import { fill, largest, provinces, type Size, share, sizeNames, warmUp, weekOfSize } from './nation/fill.ts';
import { Measured, type Question } from './nation/questions.ts';
import { nationalCommunes } from './nation/units.ts';
import { listPrices } from './price/list-prices.ts';
import { type Scratch, withScratch } from './support/scratch.ts';
import { median, rounded, spread } from './support/statistics.ts';
import { startWorker } from './support/worker.ts';

const rounds = share < 1 ? 3 : 1;

/** In a process of its own, so that its memory is that of one count. */
const ask = async (scratch: Scratch, question: Question): Promise<Measured> => {
  const worker = startWorker(new URL('nation/count-worker.ts', import.meta.url));
  scratch.later(() => worker.stop());
  const measured = Measured.parse(await worker.ask(question));
  await worker.stop();
  return measured;
};

interface Round {
  ours: Measured;
  bare: Measured;
}

const figuresOf = (measured: readonly Round[]) => {
  const [first] = measured;
  const ours = measured.map((round) => round.ours);
  const bare = measured.map((round) => round.bare);
  return {
    responses: first?.ours.responses,
    cpuSeconds: spread(ours.map(({ cpuSeconds }) => cpuSeconds)),
    cpuMicrosecondsPerResponse: rounded(
      median(ours.map(({ cpuSeconds, responses }) => (1e6 * cpuSeconds) / responses)),
    ),
    seconds: rounded(median(ours.map(({ seconds }) => seconds))),
    peakMegabytes: rounded(Math.max(...ours.map(({ peakMegabytes }) => peakMegabytes))),
    bareCpuSeconds: spread(bare.map(({ cpuSeconds }) => cpuSeconds)),
    barePeakMegabytes: rounded(Math.max(...bare.map(({ peakMegabytes }) => peakMegabytes))),
    cpuToBare: rounded(median(measured.map((round) => round.ours.cpuSeconds / round.bare.cpuSeconds))),
    requests: first?.ours.requests,
    readUnits: first?.ours.readUnits,
    /** Of the first count, which finds no tallies; a count that changes nothing writes one item a province. */
    writeUnits: first?.ours.writeUnits,
  };
};
type Figures = ReturnType<typeof figuresOf>;

const priceOf = ({ readUnits = 0, writeUnits = 0 }: Figures) => ({
  readUsd: rounded((readUnits * listPrices.dynamoDb.millionReadUnits) / 1e6 / share),
  writeUsd: rounded((writeUnits * listPrices.dynamoDb.millionWriteUnits) / 1e6 / share),
});

/** Processor time is a part for each commune and a part for each response. */
const costsOf = (small: Figures, large: Figures, communes: number) => {
  const [a, b] = [small.cpuSeconds.median, large.cpuSeconds.median];
  const perResponse = (b - a) / ((large.responses ?? 0) - (small.responses ?? 0));
  return {
    microsecondsPerResponse: rounded(1e6 * perResponse),
    millisecondsPerCommune: rounded((1e3 * (a - perResponse * (small.responses ?? 0))) / communes),
  };
};

/** A nation's week of responses into tallies, beside reading the same items without our code. */
export const nation: Benchmark = {
  name: 'nation',
  run: ({ say }) =>
    withScratch(
      async (scratch) => {
        // In memory: how fast a disk is says nothing of ours.
        const engine = await startEngine('dynoxide', undefined, process.env);
        scratch.later(() => engine.stop());
        const { endpoint } = engine;
        const codes = provinces.map(({ code }) => code);
        const communes = provinces.reduce((total, province) => total + province.communes.length, 0);
        await fill(await openLocalTable(endpoint), say);

        const measured: Record<Size, Round[]> = { tenth: [], nation: [], twice: [] };
        for (let round = 1; round <= rounds; round += 1) {
          for (const size of sizeNames) {
            const about = {
              endpoint,
              week: weekOfSize(size),
              provinces: codes,
              ...warmUp,
            };
            const ours = await ask(scratch, { ...about, how: 'ours' });
            const bare = await ask(scratch, { ...about, how: 'bare' });
            measured[size].push({ ours, bare });
            say(
              `${size}: ${ours.responses} responses in ${rounded(ours.cpuSeconds)} s of CPU, bare ${rounded(bare.cpuSeconds)} s`,
            );
          }
        }
        const ofOne = { endpoint, week: largest.week, provinces: [largest.province.code] };
        const one = await ask(scratch, { ...ofOne, how: 'ours' });
        say(`one commune: ${one.responses} responses in ${rounded(one.cpuSeconds)} s of CPU`);
        const weighed = await ask(scratch, {
          endpoint,
          week: weekOfSize('nation'),
          provinces: codes.slice(0, 1),
          how: 'sizes',
        });

        const [tenth, whole, twice] = sizeNames.map((size) => figuresOf(measured[size]));
        if (!tenth || !whole || !twice) throw new Error('nothing was measured');
        return {
          promises: [
            {
              what: "our CPU for a nation's week, s",
              limit: { atMost: 60 },
              measured: rounded(whole.cpuSeconds.median / share),
            },
            {
              what: 'peak memory, MB',
              limit: { atMost: 256 },
              measured: Math.max(whole.peakMegabytes, twice.peakMegabytes, rounded(one.peakMegabytes)),
            },
            {
              what: 'CPU of a response at twice the size to once (linear: 1)',
              limit: { atMost: 1.1 },
              measured: rounded(twice.cpuMicrosecondsPerResponse / whole.cpuMicrosecondsPerResponse),
            },
          ],
          figures: {
            share,
            communes,
            tenth,
            nation: whole,
            twice,
            oneCommune: {
              responses: one.responses,
              cpuSeconds: rounded(one.cpuSeconds),
              peakMegabytes: rounded(one.peakMegabytes),
            },
            costs: costsOf(tenth, twice, communes),
            wholeNation: { communes: nationalCommunes, ...priceOf(whole) },
            itemBytes: rounded(weighed.itemBytes / weighed.responses),
            readUnitsOfFirstProvince: { bySize: weighed.readUnitsBySize, asEngineCounts: weighed.readUnits },
          },
          notes: [
            `Measured for ${communes} communes, warmed up; "our CPU" and prices are for the whole country. NATION_SHARE=1 measures it all, cold.`,
            'The engine is a process of its own, in memory, and neither its time nor the filling is counted. Bare reading is the same queries of whole items by the plain SDK; ours asks for the attributes that it counts.',
            'Memory is that of the whole process with the TypeScript loader.',
            'Read units are strongly consistent, 4 KB of a page together, as the engine reports them; beside it the same by the sizes of the items. Write units are those of the first count of a week.',
          ],
        };
      },
      15 + 180 * share,
    ),
};
