import * as z from 'zod/mini';
import { startEngine } from '../../../infra/local/engine.ts';
import { end, startProcess } from '../../support/start-process.ts';
import { fillProvince } from '../support/admin.ts';
import { tokenIn } from '../support/decoded.ts';
import { openClient } from '../support/load-client.ts';
import { startRecorder } from '../support/recorder.ts';
import type { Scratch } from '../support/scratch.ts';
import { answersPerDesk } from './citizens.ts';
import type { RecordedRating } from './replay.ts';

const Put = z.object({ Item: z.object({ sk: z.object({ S: z.string() }) }) });
const Input = z.record(z.string(), z.unknown());

/** An answer of the service as it went over the wire. */
export interface RecordedAnswer {
  headers: Record<string, string>;
  body: string;
}

export interface Recording {
  /** The first, second, … rating at one desk. */
  ratings: RecordedRating[];
  form: RecordedAnswer;
  thanks: RecordedAnswer;
}

/** Rates one desk a few times and writes down what the service asks of the database and answers. */
export const recordRatings = async (scratch: Scratch): Promise<Recording> => {
  const folder = await scratch.folder();
  const engine = await startEngine('dynoxide', undefined, process.env);
  scratch.later(() => engine.stop());
  const recorder = await startRecorder(engine.endpoint);
  scratch.later(() => recorder.stop());
  const environment = { DATA_DIR: folder, DEMO: '0', DYNAMODB_ENDPOINT: recorder.url };
  const [desk = ''] = await fillProvince(environment, { communes: 1, desksEach: 1, folder });
  const service = await startProcess(environment);
  scratch.later(() => end(service, 'SIGTERM'));

  await recorder.quiet();
  const client = openClient(service.origin, 1);
  scratch.later(async () => client.close());
  const ratings: RecordedRating[] = [];
  let form: RecordedAnswer | undefined;
  let thanks: RecordedAnswer | undefined;
  while (ratings.length < answersPerDesk) {
    const opened = await client.send({ method: 'GET', path: `/d/${desk}` });
    recorder.taken();
    const fields = { token: tokenIn(opened), overall: '4' };
    const rated = await client.send({ method: 'POST', path: `/d/${desk}`, form: fields });
    const operations = recorder.taken().map(({ name, input }) => ({ name, input: Input.parse(input) }));

    const put = operations.find(({ name }) => name === 'PutItem');
    ratings.push({ desk, nonce: Put.parse(put?.input).Item.sk.S, operations });
    form = recorded(opened);
    thanks = recorded(rated);
  }
  if (!form || !thanks) throw new Error('nothing was recorded');
  return { ratings, form, thanks };
};

const recorded = ({
  headers,
  body,
}: {
  headers: NodeJS.Dict<string | string[]>;
  body: Buffer;
}): RecordedAnswer => ({
  headers: Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !['date', 'connection', 'keep-alive', 'transfer-encoding'].includes(name))
      .map(([name, value = '']) => [name, String(value)]),
  ),
  body: body.toString('base64'),
});
