import { createHash } from 'node:crypto';
import type { Desk } from '../../functions/domain/desk.ts';
import type { DeskCode } from '../../functions/domain/desk-code.ts';
import { issueToken, type TokenKey, type TokenKeys, type Visit } from '../../functions/domain/form-token.ts';
import type { Rating } from '../../functions/domain/questionnaire.ts';
import type { Response as StoredResponse } from '../../functions/domain/response.ts';
import type { Log } from '../../functions/log.ts';
import { burstStore } from '../../functions/store/burst-store.ts';
import { commentStore } from '../../functions/store/comment-store.ts';
import { deskStore } from '../../functions/store/desk-store.ts';
import { promiseStore } from '../../functions/store/promise-store.ts';
import { responseStore } from '../../functions/store/response-store.ts';
import { servedDesks, settingsStore } from '../../functions/store/settings-store.ts';
import type { Table } from '../../functions/store/table.ts';
import { tallyStore } from '../../functions/store/tally-store.ts';
import { unitStore } from '../../functions/store/unit-store.ts';
import { surveyApp } from '../../functions/survey/app.tsx';
import type { BrowserScripts } from '../../functions/survey/browser-scripts.ts';
import type { SurveyDependencies } from '../../functions/survey/dependencies.ts';
import { engines } from './engine.ts';
import { type Page, pageOf, tokenOf } from './page.ts';
import {
  canLoc,
  deskCode,
  haTinh,
  nonce,
  present,
  sampleDesk,
  type TestClock,
  testClock,
  thanhSen,
  week,
} from './samples.ts';
import { responsesOfWeek } from './stored-responses.ts';
import { type OpenTestTable, openTestTable, type StoredItem } from './test-table.ts';

/** A key of token signatures, the same in every test. */
export const testKey = (id: string): TokenKey => ({
  id,
  secret: createHash('sha256').update(`secret of ${id}`).digest(),
});

/** Keys newest first, as a key store would give them. */
export const heldKeys = (keys: readonly TokenKey[]): TokenKeys => ({
  current: async () => present(keys[0]),
  find: async (id) => keys.find((key) => key.id === id),
});

export type Fields = Readonly<Record<string, string>>;
type RequestHeaders = Readonly<Record<string, string>>;

export interface SurveyService extends OpenTestTable {
  clock: TestClock;
  /** A desk that takes answers, in the commune of Thành Sen. */
  desk: Desk;
  /** Of another commune. */
  otherDesk: Desk;
  retiredDesk: Desk;
  /** What failure lines were about. */
  failures: string[];
  get(path: string, headers?: RequestHeaders): Promise<Page>;
  /** A page as it comes over the wire. */
  raw(path: string, headers: RequestHeaders): Promise<Response>;
  /** Posts a form, or a body as it stands. */
  post(
    path: string,
    body: Fields | string | Uint8Array<ArrayBuffer>,
    headers?: RequestHeaders,
  ): Promise<Page>;
  /** The token of a form opened now. */
  openForm(code?: DeskCode): Promise<string>;
  /** Opens a form, reads it for a while and taps a rating. */
  rate(overall: Rating, extra?: Fields, code?: DeskCode): Promise<{ token: string; page: Page }>;
  /** A token that this service did not issue, or not now. */
  token(about?: Partial<Visit>, key?: TokenKey): string;
  /** Stored responses of the visits of a week at the desk's commune. */
  responses(weekText?: string): Promise<StoredResponse[]>;
  comments(): Promise<StoredItem[]>;
}

export interface SurveyOptions {
  at?: string;
  desk?: Partial<Desk>;
  publicOrigin?: string;
  tokenKeys?: TokenKeys;
  log?: Log;
  scripts?: BrowserScripts;
  /** Puts something between the stores and the table. */
  wrap?: (table: Table) => Table;
}

/** How long a person needs to read the question. */
export const readingMs = 6_000;
export const origin = 'http://survey.test';

/** The citizen's app with real stores on a table. */
export const surveyOn = (
  table: Table,
  others: Pick<SurveyDependencies, 'tokenKeys' | 'log' | 'now' | 'publicOrigin' | 'scripts'>,
) =>
  surveyApp({
    units: unitStore(table),
    settings: settingsStore(table),
    desks: servedDesks(deskStore(table), settingsStore(table)),
    responses: responseStore(table),
    comments: commentStore(table),
    bursts: burstStore(table),
    promises: promiseStore(table),
    tallies: tallyStore(table),
    ...others,
  });

/** The citizen's app with real stores on an in-memory database, a clock that stands still and fixed keys. */
export const surveyService = async ({
  at,
  desk: about,
  publicOrigin,
  tokenKeys = heldKeys([testKey('key-b'), testKey('key-a')]),
  log,
  scripts,
  wrap = (table) => table,
}: SurveyOptions = {}): Promise<SurveyService> => {
  const opened = await openTestTable(present(engines[0]));
  const clock = testClock(at);
  const desk = sampleDesk(about);
  const otherDesk = sampleDesk({ code: deskCode(2), name: 'Bàn một cửa số 2', commune: canLoc });
  const retiredDesk = sampleDesk({ code: deskCode(3), name: 'Bàn cũ', status: 'retired' });
  await unitStore(opened.table).put(haTinh);
  for (const each of [desk, otherDesk, retiredDesk]) await deskStore(opened.table).add(each);

  const failures: string[] = [];
  const app = surveyOn(wrap(opened.table), {
    tokenKeys,
    log: log ?? { failure: (what) => failures.push(what) },
    now: clock.now,
    ...(publicOrigin && { publicOrigin }),
    ...(scripts && { scripts }),
  });

  const raw: SurveyService['raw'] = async (path, headers) => app.request(`${origin}${path}`, { headers });

  const get: SurveyService['get'] = async (path, headers = {}) => pageOf(await raw(path, headers));

  const post: SurveyService['post'] = async (path, body, headers = {}) =>
    pageOf(
      await app.request(`${origin}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body:
          typeof body === 'string' || body instanceof Uint8Array
            ? body
            : new URLSearchParams(body).toString(),
      }),
    );

  const openForm: SurveyService['openForm'] = async (code = desk.code) => tokenOf(await get(`/d/${code}`));

  return {
    ...opened,
    clock,
    desk,
    otherDesk,
    retiredDesk,
    failures,
    get,
    raw,
    post,
    openForm,
    rate: async (overall, extra = {}, code = desk.code) => {
      const token = await openForm(code);
      clock.forward(readingMs);
      return { token, page: await post(`/d/${code}`, { token, overall: String(overall), ...extra }) };
    },
    token: (visit = {}, key = testKey('key-b')) =>
      issueToken(
        {
          desk: desk.code,
          commune: desk.commune.code,
          channel: 'qr',
          issuedAt: clock.now(),
          nonce: nonce(),
          ...visit,
        },
        key,
      ),
    responses: (weekText = '2026-W47') =>
      responsesOfWeek(opened.table, thanhSen.code, week(weekText), clock.now()),
    comments: () => opened.items('COMMENTS#'),
  };
};
