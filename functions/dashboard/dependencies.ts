import type { Context } from 'hono';
import type { AccountDirectory } from '../accounts/account-directory.ts';
import type { Account } from '../domain/account.ts';
import type { StaffLog } from '../log.ts';
import type { AuditStore } from '../store/audit-store.ts';
import type { CommentStore } from '../store/comment-store.ts';
import type { DeskStore } from '../store/desk-store.ts';
import type { PromiseStore } from '../store/promise-store.ts';
import type { RolloutStore } from '../store/rollout-store.ts';
import type { SettingsStore } from '../store/settings-store.ts';
import type { TallyStore } from '../store/tally-store.ts';
import type { UnitStore } from '../store/unit-store.ts';
import type { VisitsStore } from '../store/visits-store.ts';
import type { StaffScripts } from './browser-scripts.ts';
import type { BrowserCookie } from './sign-in/browser-cookie.ts';
import type { SignIn } from './sign-in/sign-in.ts';

/** A person who is signed in. */
export interface StaffSession {
  account: Account;
  /** What every form of this session carries, so that no other site can post in its name. */
  csrf: string;
}

/** Who sends a request. */
export interface Sessions {
  /** Undefined when nobody is signed in, or not any more. */
  find(c: Context): Promise<StaffSession | undefined>;
  /** Begins a session; one that this browser had before is over. */
  begin(c: Context, subject: string): Promise<void>;
  end(c: Context): Promise<void>;
}

/** Signing in and out. */
export interface SignInDependencies extends SignIn {
  /** Carries the sign-in under way from the browser that began it. */
  cookie: BrowserCookie;
  /** Where people sign in: 'https://thuocdo.example'. A cookie set anywhere else would not come back. */
  origin: string;
  /** Ends the session at the identity provider and leads back to '/dashboard/signed-out'. */
  signOutHref: string;
}

/** Everything the signed-in pages need from the world. */
export interface DashboardDependencies {
  sessions: Sessions;
  signIn: SignInDependencies;
  accounts: AccountDirectory;
  units: Pick<UnitStore, 'provinces' | 'province' | 'commune'>;
  desks: DeskStore;
  settings: SettingsStore;
  audit: AuditStore;
  promises: PromiseStore;
  tallies: Pick<TallyStore, 'ofCommune' | 'ofProvince' | 'detailOf' | 'detailsOf' | 'gatheredDetails'>;
  rollouts: RolloutStore;
  /** Without them pages carry no script, and work. */
  scripts?: StaffScripts;
  visits: VisitsStore;
  comments: Pick<CommentStore, 'ofWeeks'>;
  log: StaffLog;
  now: () => Date;
  publicOrigin?: string;
  /** Sample data: every page says so, and the open week may be seen. */
  demo?: boolean;
}
