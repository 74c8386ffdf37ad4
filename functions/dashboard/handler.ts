import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { handle } from 'hono/aws-lambda';
import { cognitoIdentities } from '../accounts/cognito-identities.ts';
import { readConfig, StaffEnvironment } from '../config.ts';
import { openLog } from '../log.ts';
import { rememberingTallies } from '../measures/remembering-tallies.ts';
import { accountStore } from '../store/account-store.ts';
import { auditStore } from '../store/audit-store.ts';
import { commentStore } from '../store/comment-store.ts';
import { deskStore } from '../store/desk-store.ts';
import { promiseStore } from '../store/promise-store.ts';
import { rolloutStore } from '../store/rollout-store.ts';
import { sessionStore } from '../store/session-store.ts';
import { settingsStore } from '../store/settings-store.ts';
import { signInStore } from '../store/sign-in-store.ts';
import { openTable } from '../store/table.ts';
import { tallyStore } from '../store/tally-store.ts';
import { unitStore } from '../store/unit-store.ts';
import { visitsStore } from '../store/visits-store.ts';
import { dashboardApp } from './app.tsx';
import { readStaffScripts } from './browser-scripts.ts';
import { storedClientSecret } from './sign-in/client-secret.ts';
import { staffEntrance } from './sign-in/staff-access.ts';

const config = { ...readConfig(process.env), ...StaffEnvironment.parse(process.env) };
const table = openTable(config);
const log = openLog('dashboard');
const now = () => new Date();
const stores = {
  units: unitStore(table),
  desks: deskStore(table),
  settings: settingsStore(table),
  audit: auditStore(table),
  tallies: rememberingTallies(tallyStore(table), now),
  visits: visitsStore(table),
  comments: commentStore(table),
  promises: promiseStore(table),
  log,
  now,
};

const cognito = new CognitoIdentityProviderClient({
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
});

const { accountOf, ...entrance } = staffEntrance({
  provider: cognitoIdentities(cognito, config.USER_POOL_ID),
  openId: {
    issuer: config.OIDC_ISSUER,
    clientId: config.OIDC_CLIENT_ID,
    clientSecret: storedClientSecret(config.OIDC_CLIENT_SECRET_ID),
    allowsHttp: config.OIDC_ISSUER.startsWith('http:'),
  },
  programsClientId: config.OIDC_PROGRAMS_CLIENT_ID,
  keysUrl: `${config.OIDC_ISSUER}/.well-known/jwks.json`,
  stores: {
    accounts: accountStore(table),
    sessions: sessionStore(table),
    signIns: signInStore(table),
    units: stores.units,
  },
  origin: config.PUBLIC_ORIGIN,
  signOutHref: config.SIGN_OUT_URL,
  log,
  now,
});

const pages = handle(
  dashboardApp({
    ...stores,
    ...entrance,
    rollouts: rolloutStore(table),
    publicOrigin: config.PUBLIC_ORIGIN,
    scripts: readStaffScripts(new URL('./browser/', import.meta.url)),
  }),
);

/** Loaded when the first program asks. */
const openApi = async (): Promise<typeof pages> => {
  const { apiApp } = await import('../api/app.ts');
  return handle(apiApp({ ...stores, accountOf }));
};
let api: Promise<typeof pages> | undefined;

/** One function for both: what a program asks is what an officer sees, from the same stores. */
export const handler: typeof pages = async (event, context) => {
  if (!('rawPath' in event && event.rawPath.startsWith('/api/'))) return pages(event, context);
  api ??= openApi();
  return (await api)(event, context);
};
