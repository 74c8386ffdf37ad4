import * as z from 'zod/mini';
import { grantOf } from '../../functions/domain/account.ts';
import { type AuditLine, byCommand, type Deed } from '../../functions/domain/audit.ts';
import { parseWeek } from '../../functions/domain/iso-week.ts';
import { hoursInVietnamese, parseOpeningHours } from '../../functions/domain/opening-hours.ts';
import { PlannedStart } from '../../functions/domain/rollout.ts';
import { Commune, type CommuneCode, communePolice } from '../../functions/domain/unit.ts';
import { writtenDay } from '../texts/numbers.ts';
import { vi } from '../texts/vi.ts';
import { audit as t } from './texts/audit.ts';
import { desks } from './texts/desks.ts';
import { forms } from './texts/forms.ts';
import { frame } from './texts/frame.ts';

/** What the words of a line are made with. */
export interface AuditNames {
  /** 'Công an phường Thành Sen' by code. */
  communes: ReadonlyMap<CommuneCode, string>;
  /** Names of people by the subjects of their accounts. */
  people: ReadonlyMap<string, string>;
}

const wordOf = (words: Readonly<Record<string, string>>, key: string): string =>
  Object.hasOwn(words, key) ? (words[key] ?? key) : key;

const Day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
const NamedDay = z.object({ day: Day, name: z.string() });

const inText = (text: string): string => {
  const hours = parseOpeningHours(text);
  if (hours) return hoursInVietnamese(hours);
  if (Day.safeParse(text).success) return writtenDay(text);
  const week = parseWeek(text);
  return week ?? text;
};

const grantInWords = (group: string, { communes }: AuditNames): string => {
  const grant = grantOf(group);
  if (!grant) return group;
  const unit = 'commune' in grant ? (communes.get(grant.commune) ?? grant.commune) : '';
  return unit ? `${frame.roles[grant.role]} – ${unit}` : frame.roles[grant.role];
};

/** A value as a person reads it. Fields that share a name share their words. */
const inWords = (field: string, value: unknown, names: AuditNames): string => {
  if (value === null || value === undefined) return t.absent[field] ?? forms.none;
  if (field === 'kiosk') return t.paired;
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (Array.isArray(value)) {
    return value.length === 0 ? forms.none : value.map((each) => inWords(field, each, names)).join('; ');
  }
  const commune = Commune.safeParse(value);
  if (commune.success) return communePolice(commune.data);
  const day = NamedDay.safeParse(value);
  if (day.success) return `${writtenDay(day.data.day)} ${day.data.name}`;
  const planned = PlannedStart.safeParse(value);
  if (planned.success) return t.planned(planned.data.phase, writtenDay(planned.data.start));
  const unit = z.object({ name: z.string() }).safeParse(value);
  if (unit.success) return unit.data.name;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (field === 'status') return wordOf(desks.status, text);
  if (field === 'criterion' || field === 'criteriaOff') return wordOf(vi.details.criteria, text);
  if (field === 'procedures' || field === 'proceduresOff') return wordOf(vi.details.procedures, text);
  return field === 'grants' ? grantInWords(text, names) : inText(text);
};

/** One field of a change, in words. */
export interface ChangedField {
  label: string;
  /** Undefined where everything is new. */
  before?: string;
  after: string;
}

/** What was not there before has nothing to be compared with. */
const makes: readonly Deed[] = ['desk_added', 'promise_made', 'account_invited'];

export const changedFields = (
  { deed, before, after }: Pick<AuditLine, 'deed' | 'before' | 'after'>,
  names: AuditNames,
): ChangedField[] =>
  Object.keys(after).map((field) => ({
    label: t.fields[field] ?? names.communes.get(field) ?? field,
    ...(!makes.includes(deed) && { before: inWords(field, before[field], names) }),
    after: inWords(field, after[field], names),
  }));

export const personInWords = (by: string, { people }: AuditNames): string =>
  by === byCommand ? t.byCommand : (people.get(by) ?? t.byUnknown(by.slice(0, 8)));

/** 'bàn 7K3M9QXT', 'Công an phường Thành Sen', the name of a person. */
export const subjectInWords = (subject: string, names: AuditNames): string => {
  const [kind = '', id = ''] = subject.split('#');
  if (kind === 'DESK') return t.subjects.desk(id);
  if (kind === 'CALENDAR') return t.subjects.calendar;
  if (kind === 'ROLLOUT') return t.subjects.rollout;
  if (kind === 'ACCOUNT') return personInWords(id, names);
  if (kind === 'SWITCHES' && id.length === 2) return t.subjects.wholeProvince;
  return names.communes.get(id) ?? id;
};
