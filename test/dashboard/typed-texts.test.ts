import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { textLimits } from '../../functions/domain/limited-text.ts';
import { readTable } from '../../functions/import/table-text.ts';
import { deskStore } from '../../functions/store/desk-store.ts';
import { promiseStore } from '../../functions/store/promise-store.ts';
import { settingsStore } from '../../functions/store/settings-store.ts';
import { unitStore } from '../../functions/store/unit-store.ts';
import { reasonArgument } from '../../infra/admin/aggregate.ts';
import { unitColumns, unitsOf } from '../../infra/admin/unit-rows.ts';
import {
  accountWith,
  type DashboardService,
  dashboardService,
  grants,
} from '../support/dashboard-service.ts';
import { wordsOf } from '../support/page.ts';
import { deskCode, haTinh, sampleDesk, thanhSen } from '../support/samples.ts';
import { formFields } from '../support/staff-forms.ts';
import { surveyService } from '../support/survey-service.ts';

let service: DashboardService;
beforeEach(async () => {
  service = await dashboardService({ at: '2026-11-23T08:00+07:00' });
  service.signIn(accountWith(grants.admin));
});

const [desks, accounts, promises, holidays] = [
  '/dashboard/province/42/desks',
  '/dashboard/province/42/accounts',
  `/dashboard/commune/${thanhSen.code}/promises`,
  '/dashboard/province/42/holidays',
];
const send = async (path: string, typed: Record<string, string>) =>
  service.post(path, { ...formFields(await service.get(path), path), ...typed });

const invite = async (typed: Record<string, string>) => {
  const fields = { name: 'Trần An', email: 'an@congan.example', ...typed };
  await send(`${accounts}/new`, { ...fields, grant: 'province-reader:42' });
  return service.identities.findByEmail(fields.email.normalize('NFC'));
};

/** Types a text where people type it, and looks up what is kept then: nothing when it was refused. */
const kept: Record<keyof typeof textLimits, (typed: string) => Promise<string | undefined>> = {
  comment: async (comment) => {
    const survey = await surveyService();
    await survey.rate(3, { comment });
    return z.optional(z.string()).parse((await survey.comments())[0]?.['text']);
  },
  promise: async (text) => {
    service.signIn(accountWith(grants.chief));
    await send(`${promises}/new`, { text, criterion: 'facilities', dueBy: '31/12/2026' });
    return (await promiseStore(service.table).ofCommune('42', thanhSen.code))[0]?.text;
  },
  deskName: async (name) => {
    await send(`${desks}/new`, { name, commune: thanhSen.code });
    return (await deskStore(service.table).ofProvince('42'))[0]?.name;
  },
  unitName: async (name) => {
    const table = readTable(`${unitColumns.join(',')}\n42,Tỉnh Hà Tĩnh,18073,${name},Phường\n`, {
      required: unitColumns,
    });
    return table.ok ? unitsOf(table.rows).provinces[0]?.communes[0]?.name : undefined;
  },
  personName: async (name) => (await invite({ name }))?.name,
  email: async (email) => (await invite({ email }))?.email,
  holidayName: async (name) => {
    await send(holidays, { day: '31/12/2026', name });
    return (await settingsStore(service.table).calendar('42')).value.added[0]?.name;
  },
  reason: async (typed) => {
    try {
      return reasonArgument(typed);
    } catch {
      return undefined;
    }
  },
};

/** A text of so many characters that can stand in its field. */
const ofLength = (field: string, length: number): string => {
  const rest = field === 'email' ? '@congan.example' : '';
  return `${'ế'.repeat(length - rest.length)}${rest}`;
};

describe.each(Object.entries(kept))('the %s that somebody types', (field, keep) => {
  const { longest } = Object.entries(textLimits).find(([name]) => name === field)?.[1] ?? { longest: 0 };

  it.each(['NFC', 'NFD'])('is kept in NFC up to its limit when it is typed in %s', async (form) => {
    const typed = ofLength(field, longest).normalize(form);
    expect(await keep(typed)).toBe(ofLength(field, longest));
  });

  it.each(['NFC', 'NFD'])('is refused with one letter more in %s', async (form) => {
    expect(await keep(ofLength(field, longest + 1).normalize(form))).toBeUndefined();
  });
});

describe('a name that was stored decomposed', () => {
  const name = 'Bàn tiếp dân số 1';
  const desk = sampleDesk({ name: name.normalize('NFD') });

  it.each(['NFC', 'NFD'])('is found when it is searched for in %s', async (form) => {
    await deskStore(service.table).add(desk);
    await deskStore(service.table).add(sampleDesk({ code: deskCode(2), name: 'Quầy hộ tịch' }));
    const q = encodeURIComponent('tiếp dân'.normalize(form));
    const words = wordsOf(await service.get(`${desks}?q=${q}`));
    expect(words).toContain(desk.name);
    expect(words).not.toContain('Quầy hộ tịch');
  });

  it('is the name that a new desk may not have', async () => {
    await deskStore(service.table).add(desk);
    await send(`${desks}/new`, { name, commune: thanhSen.code });
    expect(await deskStore(service.table).ofProvince('42')).toHaveLength(1);
  });

  it('is found in the list of communes', async () => {
    const communes = haTinh.communes.map((commune) => ({ ...commune, name: commune.name.normalize('NFD') }));
    await unitStore(service.table).put({ ...haTinh, communes });
    const found = await service.get(`/dashboard/province/42?q=${encodeURIComponent(thanhSen.name)}`);
    const hidden = [...found.html.matchAll(/<tr\b[^>]*\bhidden\b[^>]*>/g)];
    expect(hidden.length).toBeGreaterThan(0);
    expect(hidden.length).toBeLessThan(found.html.split('<tr').length - 2);
  });
});
