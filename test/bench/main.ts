import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { type Benchmark, isKept, type Report } from './benchmark.ts';
import { coldstart } from './coldstart.ts';
import { form } from './form.ts';
import { nation } from './nation.ts';
import { pages } from './pages.ts';
import { price } from './price.ts';
import { simulation } from './simulation.ts';
import { throughput } from './throughput.ts';

/**
 * `npm run bench`: measures what is promised, each promise beside a bare peer in the same run. JSON on standard output,
 * progress on standard error. `--only NAME` for one of them, `--node PATH` for further Node binaries.
 */
const benchmarks: readonly Benchmark[] = [form, throughput, coldstart, pages, price, nation, simulation];

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    node: { type: 'string', multiple: true, default: [] },
  },
});

const chosen = values.only ?? benchmarks.map(({ name }) => name);
const unknown = chosen.filter((name) => !benchmarks.some((benchmark) => benchmark.name === name));
if (unknown.length > 0) {
  const names = benchmarks.map(({ name }) => name).join(', ');
  process.stderr.write(`There is no benchmark ${unknown.join(', ')}; there are ${names}.\n`);
  process.exit(2);
}

/** Figures of a busy machine mean little: how busy it was is part of them. */
const load = (): number => loadavg()[0] ?? 0;

const measured = async ({ name, run }: Benchmark): Promise<[name: string, unknown]> => {
  const say = (line: string): void => {
    process.stderr.write(`${name}: ${line}\n`);
  };
  const loadBefore = load();
  const startedAt = performance.now();
  const { promises, ...rest }: Report = await run({ say, nodes: values.node });
  for (const promised of promises) {
    say(`${isKept(promised) ? 'kept  ' : 'BROKEN'} ${promised.what}: ${promised.measured}`);
  }
  return [
    name,
    {
      promises: promises.map((promised) => ({ ...promised, kept: isKept(promised) })),
      ...rest,
      seconds: Math.round((performance.now() - startedAt) / 1000),
      loadBefore,
    },
  ];
};

const results: [string, unknown][] = [];
for (const benchmark of benchmarks) {
  if (chosen.includes(benchmark.name)) results.push(await measured(benchmark));
}
const machine = {
  node: process.version,
  processors: cpus().map(({ model }) => model.trim()),
  measuredAt: new Date().toISOString(),
};
process.stdout.write(`${JSON.stringify({ machine, ...Object.fromEntries(results) }, null, 2)}\n`);
