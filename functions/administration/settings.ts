import { Fields } from '../domain/audit.ts';
import { Switches } from '../domain/commune-settings.ts';
import { type CalendarChange, changedCalendar, HolidayCalendar } from '../domain/holiday-calendar.ts';
import type { ProvinceCode } from '../domain/unit.ts';
import type { AuditStore } from '../store/audit-store.ts';
import type { SettingsStore, SettingsUnit } from '../store/settings-store.ts';
import type { Versioned } from '../store/versioned.ts';
import { type Changeable, makeChange, type Outcome, settled } from './change.ts';
import type { Actor } from './desks.ts';

export interface SettingsAdministration {
  settings: Pick<SettingsStore, 'switches' | 'calendar' | 'putSwitches' | 'putCalendar'>;
  audit: Pick<AuditStore, 'find' | 'record'>;
}

const switchesOf = (
  { settings }: Pick<SettingsAdministration, 'settings'>,
  unit: SettingsUnit,
): Changeable => ({
  province: unit.province,
  subject: `SWITCHES#${unit.commune ?? unit.province}`,
  read: async () => {
    const { value, version } = await settings.switches(unit);
    return { value: Fields.parse(value), version };
  },
  write: ({ value, version }) => settings.putSwitches(unit, { value: Switches.parse(value), version }),
});

const calendarOf = (
  { settings }: Pick<SettingsAdministration, 'settings'>,
  province: ProvinceCode,
): Changeable => ({
  province,
  subject: 'CALENDAR',
  read: async () => {
    const { value, version } = await settings.calendar(province);
    return { value: Fields.parse(value), version };
  },
  write: ({ value, version }) =>
    settings.putCalendar(province, { value: HolidayCalendar.parse(value), version }),
});

/** The switches of a unit as they stand, with every change that was begun. */
export const settledSwitches = async (
  { settings, audit }: SettingsAdministration,
  unit: SettingsUnit,
): Promise<Versioned<Switches>> => {
  await settled(audit, switchesOf({ settings }, unit));
  return settings.switches(unit);
};

export const changeSwitches = (
  { settings, audit }: SettingsAdministration,
  unit: SettingsUnit,
  { value, version }: Versioned<Switches>,
  { by, now }: Actor,
): Promise<Outcome> =>
  makeChange(audit, switchesOf({ settings }, unit), {
    seen: version,
    change: Fields.parse(value),
    deed: 'questions_changed',
    by,
    now,
  });

export const settledCalendar = async (
  { settings, audit }: SettingsAdministration,
  province: ProvinceCode,
): Promise<Versioned<HolidayCalendar>> => {
  await settled(audit, calendarOf({ settings }, province));
  return settings.calendar(province);
};

/** Several people may each change a day at once; none of them has to know of the others. */
const attempts = 5;

/** Changes days of a calendar as it stands by then: two changes of different days are never in each other's way. */
export const changeCalendar = async (
  { settings, audit }: SettingsAdministration,
  province: ProvinceCode,
  changes: readonly CalendarChange[],
  { by, now }: Actor,
): Promise<Outcome> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { value, version } = await settledCalendar({ settings, audit }, province);
    const outcome = await makeChange(audit, calendarOf({ settings }, province), {
      seen: version,
      change: Fields.parse(changes.reduce(changedCalendar, value)),
      deed: 'holidays_changed',
      by,
      now,
    });
    if (outcome !== 'conflict') return outcome;
  }
  return 'conflict';
};
