import * as z from 'zod/mini';
import { allOn, formSettings, type Settings, Switches } from '../domain/commune-settings.ts';
import type { ServedDesk } from '../domain/desk.ts';
import { HolidayCalendar, statutoryCalendar } from '../domain/holiday-calendar.ts';
import type { CommuneCode, ProvinceCode } from '../domain/unit.ts';
import type { DeskStore } from './desk-store.ts';
import { keys } from './keys.ts';
import type { Item, Key, Table } from './table.ts';
import { putNext, type Versioned } from './versioned.ts';

/** A province, or one of its communes. */
export interface SettingsUnit {
  province: ProvinceCode;
  commune?: CommuneCode;
}

/** What a province has decided for itself and for each of its communes. */
export interface ProvinceSettings {
  province: Versioned<Switches>;
  calendar: Versioned<HolidayCalendar>;
  /** Communes that nobody has changed anything for are left out. */
  communes: ReadonlyMap<CommuneCode, Versioned<Switches>>;
}

export interface SettingsStore {
  /** What holds in a commune: one read of three items. */
  of(province: ProvinceCode, commune: CommuneCode): Promise<Settings>;
  ofProvince(province: ProvinceCode): Promise<ProvinceSettings>;
  /** To be changed, so read consistently. */
  switches(unit: SettingsUnit): Promise<Versioned<Switches>>;
  calendar(province: ProvinceCode): Promise<Versioned<HolidayCalendar>>;
  /** Whether it was written: only as the version after the one that is there. */
  putSwitches(unit: SettingsUnit, next: Versioned<Switches>): Promise<boolean>;
  putCalendar(province: ProvinceCode, next: Versioned<HolidayCalendar>): Promise<boolean>;
}

const Version = z.object({ version: z.number() });
const Placed = z.object({ pk: z.string(), sk: z.string() });

const versioned =
  <T>(schema: z.ZodMiniType<T>, unchanged: T) =>
  (item: Item | undefined): Versioned<T> =>
    item
      ? { value: schema.parse(item), version: Version.parse(item).version }
      : { value: unchanged, version: 0 };

const switchesIn = versioned(Switches, allOn);
const calendarIn = versioned(HolidayCalendar, statutoryCalendar);

const keyOf = ({ province, commune }: SettingsUnit): Key =>
  commune === undefined ? keys.provinceSettings(province) : keys.communeSettings(province, commune);

export const settingsStore = (table: Table): SettingsStore => {
  return {
    of: async (province, commune) => {
      const wanted = {
        province: keys.provinceSettings(province),
        commune: keys.communeSettings(province, commune),
        calendar: keys.calendar(province),
      };
      const items = new Map(
        (await table.getAll(Object.values(wanted))).map((item) => [Placed.parse(item).sk, item]),
      );
      return {
        province: switchesIn(items.get(wanted.province.sk)).value,
        commune: switchesIn(items.get(wanted.commune.sk)).value,
        calendar: calendarIn(items.get(wanted.calendar.sk)).value,
      };
    },

    ofProvince: async (province) => {
      const items = new Map<string, Item>();
      for await (const item of table.query(keys.provinceSettings(province).pk)) {
        items.set(Placed.parse(item).sk, item);
      }
      const prefix = keys.communeSettings(province, '').sk;
      return {
        province: switchesIn(items.get(keys.provinceSettings(province).sk)),
        calendar: calendarIn(items.get(keys.calendar(province).sk)),
        communes: new Map(
          [...items]
            .filter(([sk]) => sk.startsWith(prefix))
            .map(([sk, item]) => [sk.slice(prefix.length), switchesIn(item)]),
        ),
      };
    },

    switches: async (unit) => switchesIn(await table.get(keyOf(unit), { consistent: true })),
    calendar: async (province) => calendarIn(await table.get(keys.calendar(province), { consistent: true })),
    putSwitches: (unit, { value, version }) => putNext(table, { ...keyOf(unit), ...value, version }),
    putCalendar: (province, { value, version }) =>
      putNext(table, { ...keys.calendar(province), ...value, version }),
  };
};

/**
 * Desks as forms need them. A second read rather than copies of the settings on each desk: a new holiday is then one
 * write, not one for every desk of a province, and no desk is ever left behind.
 */
export const servedDesks = (
  desks: Pick<DeskStore, 'find'>,
  settings: Pick<SettingsStore, 'of'>,
): { find(code: ServedDesk['code']): Promise<ServedDesk | undefined> } => ({
  find: async (code) => {
    const desk = await desks.find(code);
    if (!desk) return undefined;
    const decided = await settings.of(desk.province.code, desk.commune.code);
    return { ...desk, ...formSettings(decided, desk.procedures) };
  },
});
