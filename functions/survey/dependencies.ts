import type { ServedDesk } from '../domain/desk.ts';
import type { DeskCode } from '../domain/desk-code.ts';
import type { TokenKeys } from '../domain/form-token.ts';
import type { Retention } from '../domain/retention.ts';
import type { PromiseStore } from '../store/promise-store.ts';
import type { SettingsStore } from '../store/settings-store.ts';
import type { TallyStore } from '../store/tally-store.ts';
import type { UnitStore } from '../store/unit-store.ts';
import type { BrowserScripts } from './browser-scripts.ts';
import type { Records } from './record.ts';

/** Everything the citizen's pages need from the world. */
export interface SurveyDependencies extends Records {
  units: Pick<UnitStore, 'province' | 'provinces' | 'commune'>;
  desks: { find(code: DeskCode): Promise<ServedDesk | undefined> };
  settings: Pick<SettingsStore, 'of' | 'ofProvince'>;
  promises: Pick<PromiseStore, 'ofCommune'>;
  tallies: Pick<TallyStore, 'ofCommune' | 'ofProvince'>;
  tokenKeys: TokenKeys;
  now: () => Date;
  /** What the privacy page says of how long answers are kept. */
  retention?: Retention;
  /** What posters print; without it, the address that a request came to. */
  publicOrigin?: string;
  /** Without them pages carry no script, and work. */
  scripts?: BrowserScripts;
  /** Sample data: every page says so, and the open week may be seen and counted at once. */
  demo?: { aggregateHref: (commune: string) => string };
}
