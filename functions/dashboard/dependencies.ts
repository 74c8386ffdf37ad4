import type { Context } from 'hono';
import type { Account } from '../domain/account.ts';
import type { StaffLog } from '../log.ts';
import type { DeskStore } from '../store/desk-store.ts';
import type { TallyStore } from '../store/tally-store.ts';
import type { UnitStore } from '../store/unit-store.ts';

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
}

/** Everything the signed-in pages need from the world. */
export interface DashboardDependencies {
  sessions: Sessions;
  units: Pick<UnitStore, 'provinces' | 'province' | 'commune'>;
  desks: DeskStore;
  tallies: Pick<TallyStore, 'ofCommune' | 'ofProvince' | 'detailOf'>;
  log: StaffLog;
  now: () => Date;
  publicOrigin?: string;
  /** Sample data: every page says so, and the open week may be seen. */
  demo?: boolean;
}
