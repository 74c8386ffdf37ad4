import { randomUUID } from 'node:crypto';
import type { Account } from '../../../functions/domain/account.ts';
import { addWeeks, type Week, weeksFrom } from '../../../functions/domain/iso-week.ts';
import { accountStore } from '../../../functions/store/account-store.ts';
import { commentStore } from '../../../functions/store/comment-store.ts';
import { sessionStore } from '../../../functions/store/session-store.ts';
import { openTable, type Table } from '../../../functions/store/table.ts';
import { ensureTable } from '../../../infra/local/database.ts';
import { startEngine } from '../../../infra/local/engine.ts';
import { localClient } from '../../../infra/local/local-table.ts';
import { fillProvince, largeProvince } from '../../support/province-weeks.ts';
import { type Recorder, startRecorder } from '../support/recorder.ts';
import type { Scratch } from '../support/scratch.ts';

export const province = largeProvince(168);
export const [commune = { code: '18001' }] = province.communes;

const visitsPerAnswer = 2.5;
const commentsAWeek = 3;

export interface Filled {
  environment: Record<string, string>;
  recorder: Recorder;
  /** Session cookies of an officer of the province and of a chief. */
  cookies: { officer: string; chief: string };
}

/** Somebody who signed in a moment ago and whom the identity provider need not be asked about again. */
const signIn = async (table: Table, account: Account): Promise<string> => {
  const seconds = Math.floor(Date.now() / 1000);
  const hour = 3_600;
  await accountStore(table).save({ ...account, isEnabled: true, version: 1, confirmedAt: seconds + hour }, 0);
  const id = randomUUID().replaceAll('-', '').padEnd(43, '0');
  const { subject } = account;
  await sessionStore(table).begin(id, {
    subject,
    csrf: 'csrf',
    beganAt: seconds,
    lastSeenAt: seconds + hour,
  });
  return `__Host-staff=${subject}.${id}`;
};

const writeComments = async (table: Table, weeks: readonly Week[]): Promise<void> => {
  for (const week of weeks) {
    for (let n = 0; n < commentsAWeek; n += 1) {
      const text = `Cán bộ hướng dẫn rõ ràng, chờ khoảng ${10 + n} phút`;
      await commentStore(table).put({
        id: randomUUID(),
        commune: commune.code,
        arrival: week,
        week,
        text,
        edition: 1,
      });
    }
  }
};

/** A table with a province's weeks, as the nights would have left it, and two people who are signed in. */
export const startFilled = async (
  scratch: Scratch,
  { last, weeks }: { last: Week; weeks: number },
): Promise<Filled> => {
  const engine = await startEngine('dynoxide', undefined, process.env);
  scratch.later(() => engine.stop());
  const client = localClient(engine.endpoint);
  const tableName = `bench-${randomUUID()}`;
  await ensureTable(client, tableName);
  const table = openTable({ TABLE_NAME: tableName }, client);
  const visitsOf = (_: unknown, answers: number): number => Math.round(answers * visitsPerAnswer);
  await fillProvince(table, province, { last, count: weeks, visitsOf, whole: [commune.code] });
  await writeComments(table, weeksFrom(addWeeks(last, -12), last));
  const cookies = {
    officer: await signIn(table, {
      subject: 'officer',
      grants: [{ role: 'province-reader', province: province.code }],
    }),
    chief: await signIn(table, {
      subject: 'chief',
      grants: [{ role: 'commune-chief', commune: commune.code }],
    }),
  };
  client.destroy();
  const recorder = await startRecorder(engine.endpoint);
  scratch.later(() => recorder.stop());
  return { environment: environmentOf(tableName, engine.endpoint), recorder, cookies };
};

/** What the dashboard's bundle is told. Nobody signs in or out here, so that the identity provider is only a name. */
const environmentOf = (tableName: string, endpoint: string): Record<string, string> => ({
  TABLE_NAME: tableName,
  PUBLIC_ORIGIN: 'https://staff.test',
  OIDC_ISSUER: 'https://identity.test',
  OIDC_CLIENT_ID: 'bench',
  OIDC_CLIENT_SECRET_ID: 'bench',
  OIDC_PROGRAMS_CLIENT_ID: 'bench-programs',
  SIGN_OUT_URL: 'https://identity.test/sign-out',
  USER_POOL_ID: 'ap-southeast-1_bench',
  AWS_ENDPOINT_URL_DYNAMODB: endpoint,
  AWS_REGION: 'ap-southeast-1',
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
  AWS_LAMBDA_FUNCTION_NAME: 'dashboard',
});
