import type { Account } from '../domain/account.ts';
import type { StaffLog } from '../log.ts';
import type { DeskStore } from '../store/desk-store.ts';
import type { TallyStore } from '../store/tally-store.ts';
import type { UnitStore } from '../store/unit-store.ts';
import type { VisitsStore } from '../store/visits-store.ts';

/** Everything that the interface for other programs needs from the world. */
export interface ApiDependencies {
  /** The account of an access token; undefined when it is not a valid one of our issuer, or has been revoked. */
  accountOf: (accessToken: string) => Promise<Account | undefined>;
  units: Pick<UnitStore, 'provinces' | 'province' | 'commune'>;
  desks: Pick<DeskStore, 'ofProvince'>;
  tallies: Pick<TallyStore, 'ofCommune' | 'ofProvince' | 'detailOf'>;
  visits: VisitsStore;
  log: StaffLog;
  now: () => Date;
}
