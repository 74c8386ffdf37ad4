import { currentAccounts } from '../../accounts/current-account.ts';
import type { IdentityProvider } from '../../accounts/identity-provider.ts';
import { accountDirectory } from '../../accounts/open-account-directory.ts';
import { signedInAccounts } from '../../accounts/signed-in-account.ts';
import type { Account } from '../../domain/account.ts';
import type { StaffLog } from '../../log.ts';
import type { AccountStore } from '../../store/account-store.ts';
import type { SessionStore } from '../../store/session-store.ts';
import type { SignInStore } from '../../store/sign-in-store.ts';
import type { UnitStore } from '../../store/unit-store.ts';
import type { DashboardDependencies } from '../dependencies.ts';
import { browserCookie } from './browser-cookie.ts';
import { type OpenIdSettings, openIdClient } from './openid.ts';
import { staffSessions } from './sessions.ts';
import { signIn } from './sign-in.ts';

type AccountOf = (accessToken: string) => Promise<Account | undefined>;

interface Settings {
  provider: IdentityProvider;
  openId: Omit<OpenIdSettings, 'redirectUri'>;
  /** The public client that programs get access tokens by. */
  programsClientId: string;
  /** Where the provider publishes its keys, for access tokens. */
  keysUrl: string;
  stores: { accounts: AccountStore; sessions: SessionStore; signIns: SignInStore; units: UnitStore };
  /** Where people sign in. */
  origin: string;
  signOutHref: string;
  /** Cookies for made-up data over plain http. */
  hasPlainCookies?: boolean;
  log: StaffLog;
  now: () => Date;
}

/** Everything between the outside and the signed-in pages, put together: who comes in, how, and as whom. */
export const staffEntrance = ({
  provider,
  openId,
  programsClientId,
  keysUrl,
  stores: { accounts, sessions, signIns, units },
  origin,
  signOutHref,
  hasPlainCookies = false,
  log,
  now,
}: Settings): Pick<DashboardDependencies, 'sessions' | 'signIn' | 'accounts'> & {
  accountOf: AccountOf;
} => {
  const cookies = { isPlain: hasPlainCookies };
  const current = currentAccounts({ provider, accounts, units, log, now });

  /** Loaded when the first program asks: people with pages need not wait for it. */
  const openBearer = async (): Promise<AccountOf> => {
    const { bearerAccounts, keysOf } = await import('./bearer.ts');
    return bearerAccounts(
      { issuer: openId.issuer, clientIds: [openId.clientId, programsClientId], keys: keysOf(keysUrl) },
      { store: accounts, accounts: current, log, now },
    );
  };
  let bearer: Promise<AccountOf> | undefined;

  return {
    sessions: staffSessions({
      store: sessions,
      accounts: current,
      cookie: browserCookie('staff', cookies),
      log,
      now,
    }),
    signIn: {
      ...signIn({
        openId: openIdClient({ ...openId, redirectUri: `${origin}/dashboard/callback` }),
        attempts: signIns,
        accounts: signedInAccounts({ provider, accounts, units, now }),
        now,
      }),
      cookie: browserCookie('sign-in', cookies),
      origin,
      signOutHref,
    },
    accounts: accountDirectory({ provider, accounts, units, now }),
    accountOf: async (token) => {
      bearer ??= openBearer();
      return (await bearer)(token);
    },
  };
};
