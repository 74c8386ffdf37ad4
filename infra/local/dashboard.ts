import { apiApp } from '../../functions/api/app.ts';
import { accountDirectory } from '../../functions/dashboard/account-deeds.ts';
import { dashboardApp } from '../../functions/dashboard/app.tsx';
import { bearerAccounts, keysOf } from '../../functions/dashboard/bearer.ts';
import { browserCookie } from '../../functions/dashboard/browser-cookie.ts';
import { currentAccounts } from '../../functions/dashboard/current-account.ts';
import { openIdClient } from '../../functions/dashboard/openid.ts';
import { staffSessions } from '../../functions/dashboard/sessions.ts';
import { signIn } from '../../functions/dashboard/sign-in.ts';
import { signedInAccounts } from '../../functions/dashboard/signed-in-account.ts';
import type { Grant } from '../../functions/domain/account.ts';
import { communeTitle, provinceTitle } from '../../functions/domain/unit.ts';
import type { StaffLog } from '../../functions/log.ts';
import { accountStore } from '../../functions/store/account-store.ts';
import { auditStore } from '../../functions/store/audit-store.ts';
import { commentStore } from '../../functions/store/comment-store.ts';
import { deskStore } from '../../functions/store/desk-store.ts';
import { promiseStore } from '../../functions/store/promise-store.ts';
import { sessionStore } from '../../functions/store/session-store.ts';
import { settingsStore } from '../../functions/store/settings-store.ts';
import { signInStore } from '../../functions/store/sign-in-store.ts';
import type { Table } from '../../functions/store/table.ts';
import { tallyStore } from '../../functions/store/tally-store.ts';
import { type UnitStore, unitStore } from '../../functions/store/unit-store.ts';
import { visitsStore } from '../../functions/store/visits-store.ts';
import { identityApp, issuerAt, signOutHrefAt } from './identity.tsx';
import type { IdentityFile } from './identity-file.ts';
import { newIdentityClient } from './identity-provider.ts';
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
  const accounts = accountStore(table);
  const provider = localIdentities(identities);
  const client = newIdentityClient(origin);
  const issuer = issuerAt(origin);
  // The address under which browsers come may lead through a proxy that this machine can't reach.
  const local = (url: string): string => url.replace(origin, `http://127.0.0.1:${port}`);
  // Browsers keep no secure cookie from plain http on a network. Made-up data need none.
  const cookies = { isPlain: demo && !isTrusted(origin) };
  const current = currentAccounts({ provider, accounts, units, log, now });
  const stores = {
    units,
    desks: deskStore(table),
    settings: settingsStore(table),
    audit: auditStore(table),
    promises: promiseStore(table),
    tallies: tallyStore(table),
    visits: visitsStore(table),
    log,
    now,
  };

  const dashboard = dashboardApp({
    ...stores,
    comments: commentStore(table),
    sessions: staffSessions({
      store: sessionStore(table),
      accounts: current,
      cookie: browserCookie('staff', cookies),
      log,
      now,
    }),
    signIn: {
      ...signIn({
        openId: openIdClient({
          issuer,
          clientId: client.id,
          clientSecret: async () => client.secret,
          redirectUri: client.redirectUri,
          allowsHttp: true,
          fetch: (url, options) => fetch(local(url), options),
        }),
        attempts: signInStore(table),
        accounts: signedInAccounts({ provider, accounts, units, now }),
        now,
      }),
      cookie: browserCookie('sign-in', cookies),
      origin,
      signOutHref: signOutHrefAt(origin),
    },
    accounts: accountDirectory({ provider, accounts, units, now }),
    publicOrigin,
    demo,
  });
  const api = apiApp({
    ...stores,
    accountOf: bearerAccounts(
      { issuer, clientIds: [client.id], keys: keysOf(local(`${issuer}/jwks`)) },
      { store: accounts, accounts: current, log, now: () => new Date() },
    ),
  });
  const identity = await identityApp({
    origin,
    client,
    file: identities,
    log,
    ...(demo && { demo: { titleOf: titlesOf(units) } }),
  });
  return { dashboard, api, identity };
};
