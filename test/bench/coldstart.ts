import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleDirectory } from '../../infra/bundles.ts';
import { getEvent } from '../support/lambda-events.ts';
import type { Benchmark, Promised } from './benchmark.ts';
import { bundleSdkAlone } from './coldstart/sdk-alone.ts';
import { type Start, type Subject, startOnce, versionOf } from './coldstart/starts.ts';
import { buildBundles } from './support/built.ts';
import { startStage } from './support/deployed-stage.ts';
import { type Scratch, withScratch } from './support/scratch.ts';
import { median, rounded } from './support/statistics.ts';

const runs = 21;
const nameOfBare = 'bareNode';

const subjectsOf = async (scratch: Scratch, desk: string): Promise<Subject[]> => {
  const folder = await scratch.folder();
  // A copy: somebody may build while this runs.
  await cp(bundleDirectory('survey'), join(folder, 'survey'), { recursive: true });
  const survey = pathToFileURL(join(folder, 'survey/handler.mjs')).href;
  const sdk = pathToFileURL(await bundleSdkAlone(folder)).href;
  return [
    { name: nameOfBare },
    { name: 'sdkAlone', entry: sdk },
    { name: 'survey', entry: survey, event: getEvent('/healthz') },
    { name: 'surveyForm', entry: survey, event: getEvent(`/d/${desk}`) },
  ];
};

/** Turn by turn: whatever slows the machine down slows all of them down. */
const startInTurns = async (
  node: string,
  subjects: readonly Subject[],
  environment: Readonly<Record<string, string>>,
): Promise<Map<string, Start[]>> => {
  const starts = new Map<string, Start[]>(subjects.map(({ name }) => [name, []]));
  for (const subject of subjects) await startOnce(node, subject, environment);
  for (let run = 0; run < runs; run += 1) {
    for (const subject of subjects)
      starts.get(subject.name)?.push(await startOnce(node, subject, environment));
  }
  return starts;
};

const figuresOf = (starts: Map<string, Start[]>) => {
  const middle = (name: string, key: keyof Start): number =>
    median((starts.get(name) ?? []).map((start) => start[key]));
  const bareMs = middle(nameOfBare, 'answeredMs');
  const overBare = (name: string) => ({
    overBareMs: rounded(middle(name, 'answeredMs') - bareMs),
    loadMs: rounded(middle(name, 'loadedMs') - middle(nameOfBare, 'loadedMs')),
    firstAnswerMs: rounded(middle(name, 'handledMs')),
  });
  const [survey, sdkAlone] = [overBare('survey'), overBare('sdkAlone')];
  return {
    bareMs: rounded(bareMs),
    survey,
    surveyForm: overBare('surveyForm'),
    sdkAlone,
    surveyToSdkAlone: rounded(survey.overBareMs / sdkAlone.overBareMs),
  };
};

/** What the first citizen after a quiet hour waits for, beside the SDK alone. */
export const coldstart: Benchmark = {
  name: 'coldstart',
  run: ({ say, nodes }) =>
    withScratch(async (scratch) => {
      await buildBundles();
      const { environment, desks } = await startStage(scratch, {
        communes: 1,
        desksEach: 1,
        recorded: false,
      });
      const subjects = await subjectsOf(scratch, desks[0] ?? '');
      const figures: Record<string, ReturnType<typeof figuresOf>> = {};
      const promises: Promised[] = [];
      for (const node of new Set([process.execPath, ...nodes])) {
        const version = await versionOf(node);
        say(`${runs} starts of each on Node ${version}`);
        const measured = figuresOf(await startInTurns(node, subjects, environment));
        figures[version] = measured;
        // Promised for the version that is deployed.
        if (version.startsWith('v24.')) {
          promises.push({
            what: 'load to first DynamoDB answer over bare Node 24, ms',
            limit: { atMost: 140 },
            measured: measured.survey.overBareMs,
          });
        }
      }
      return {
        promises,
        figures: { runs, ...figures },
        notes: [
          'Medians of processes started in turns. A start ends with the answer to its first event: GET /healthz reads one item, a form also asks for the token keys.',
          ...(promises.length === 0 ? ['The promise is about Node 24: name one with --node PATH.'] : []),
        ],
      };
    }),
};
