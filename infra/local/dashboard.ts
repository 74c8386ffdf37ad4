import { apiApp } from '../../functions/api/app.ts';
import { dashboardApp } from '../../functions/dashboard/app.tsx';
import { staffEntrance } from '../../functions/dashboard/sign-in/staff-access.ts';
import type { Grant } from '../../functions/domain/account.ts';
import { communeTitle, provinceTitle } from '../../functions/domain/unit.ts';
import type { StaffLog } from '../../functions/log.ts';
import { rememberingTallies } from '../../functions/measures/remembering-tallies.ts';
import { accountStore } from '../../functions/store/account-store.ts';
import { auditStore } from '../../functions/store/audit-store.ts';
import { commentStore } from '../../functions/store/comment-store.ts';
import { deskStore } from '../../functions/store/desk-store.ts';
import { promiseStore } from '../../functions/store/promise-store.ts';
import { rolloutStore } from '../../functions/store/rollout-store.ts';
import { sessionStore } from '../../functions/store/session-store.ts';
import { settingsStore } from '../../functions/store/settings-store.ts';
import { signInStore } from '../../functions/store/sign-in-store.ts';
import type { Table } from '../../functions/store/table.ts';
import { tallyStore } from '../../functions/store/tally-store.ts';
import { type UnitStore, unitStore } from '../../functions/store/unit-store.ts';
import { visitsStore } from '../../functions/store/visits-store.ts';
import { buildStaffScripts } from '../browser-scripts.ts';
import { identityApp, issuerAt, signOutHrefAt } from './identity.tsx';
import type { IdentityFile } from './identity-file.ts';
import { newIdentityClient, programsClient } from './identity-provider.ts';
import { localIdentities } from './local-identities.ts';

interface Settings {
  table: Table;
  identities: IdentityFile;
  log: StaffLog;
  now: () => Date;
  /** Where people sign in. */
  origin: string;
  /** The port of this process, for its own requests to the identity provider. */
  port: number;
  publicOrigin: string;
  demo: boolean;
}

/** Whether browsers keep a secure cookie that comes from this address. */
export const isTrusted = (origin: string): boolean => {
  const { protocol, hostname } = new URL(origin);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
};

/** Where a grant holds, in words. */
const titlesOf =
  (units: UnitStore) =>
  async (grant: Grant): Promise<string> => {
    if (grant.role === 'operator') return 'toàn hệ thống';
    if (grant.role === 'commune-chief') {
      const commune = await units.commune(grant.commune);
      return commune ? communeTitle(commune) : grant.commune;
    }
    const province = await units.province(grant.province);
    return province ? provinceTitle(province) : grant.province;
  };

/** The pages behind the sign-in, the interface for other programs and the identity provider of this machine. */
export const localDashboard = async ({
  table,
  identities,
  log,
  now,
  origin,
  port,
  publicOrigin,
  demo,
}: Settings) => {
  const units = unitStore(table);
  const client = newIdentityClient(origin);
  const issuer = issuerAt(origin);
  // The address under which browsers come may lead through a proxy that this machine can't reach.
  const local = (url: string): string => url.replace(origin, `http://127.0.0.1:${port}`);
  const stores = {
    units,
    desks: deskStore(table),
    settings: settingsStore(table),
    audit: auditStore(table),
    promises: promiseStore(table),
    tallies: rememberingTallies(tallyStore(table), now),
    visits: visitsStore(table),
    log,
    now,
  };

  const { accountOf, ...entrance } = staffEntrance({
    provider: localIdentities(identities),
    openId: {
      issuer,
      clientId: client.id,
      clientSecret: async () => client.secret,
      allowsHttp: true,
      fetch: (url, options) => fetch(local(url), options),
    },
    programsClientId: programsClient.id,
    keysUrl: local(`${issuer}/.well-known/jwks.json`),
    stores: {
      accounts: accountStore(table),
      sessions: sessionStore(table),
      signIns: signInStore(table),
      units,
    },
    origin,
    signOutHref: signOutHrefAt(origin),
    // Browsers keep no secure cookie from plain http on a network. Made-up data need none.
    hasPlainCookies: demo && !isTrusted(origin),
    log,
    now,
  });
  const dashboard = dashboardApp({
    ...stores,
    comments: commentStore(table),
    ...entrance,
    scripts: await buildStaffScripts(),
    rollouts: rolloutStore(table),
    publicOrigin,
    demo,
  });
  const api = apiApp({ ...stores, accountOf });
  const identity = await identityApp({
    origin,
    client,
    file: identities,
    log,
    ...(demo && { demo: { titleOf: titlesOf(units) } }),
  });
  return { dashboard, api, identity };
};
