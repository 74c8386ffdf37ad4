import { handle } from 'hono/aws-lambda';
import { readConfig, retentionOf } from '../config.ts';
import { openLog } from '../log.ts';
import { burstStore } from '../store/burst-store.ts';
import { commentStore } from '../store/comment-store.ts';
import { deskStore, rememberingDesks } from '../store/desk-store.ts';
import { promiseStore } from '../store/promise-store.ts';
import { responseStore } from '../store/response-store.ts';
import { servedDesks, settingsStore } from '../store/settings-store.ts';
import { openTable } from '../store/table.ts';
import { tallyStore } from '../store/tally-store.ts';
import { unitStore } from '../store/unit-store.ts';
import { surveyApp } from './app.tsx';
import { readBrowserScripts } from './browser-scripts.ts';
import { rememberingKeys, secretKeys } from './token-keys.ts';

const config = readConfig(process.env);
const table = openTable(config);
const settings = settingsStore(table);
const retention = retentionOf(process.env);
const now = () => new Date();

export const handler = handle(
  surveyApp({
    units: unitStore(table),
    settings,
    desks: rememberingDesks(servedDesks(deskStore(table), settings), now),
    responses: responseStore(table, retention),
    comments: commentStore(table, retention),
    bursts: burstStore(table),
    promises: promiseStore(table),
    tallies: tallyStore(table),
    tokenKeys: rememberingKeys(secretKeys(config.TOKEN_KEYS_SECRET_ID ?? ''), now),
    log: openLog('survey'),
    now,
    retention,
    scripts: readBrowserScripts(new URL('./browser/', import.meta.url)),
    ...(config.PUBLIC_ORIGIN && { publicOrigin: config.PUBLIC_ORIGIN }),
  }),
);
