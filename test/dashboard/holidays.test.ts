import { beforeEach, describe, expect, it } from 'vitest';
import { closedDays } from '../../functions/domain/holiday-calendar.ts';
import { settingsStore } from '../../functions/store/settings-store.ts';
import { holidays as t } from '../../web/staff/texts/holidays.ts';
import {
  accountWith,
  type DashboardService,
  dashboardService,
  grants,
} from '../support/dashboard-service.ts';
import { wordsOf } from '../support/page.ts';
import { formFields, problemOf } from '../support/staff-forms.ts';

let service: DashboardService;
beforeEach(async () => {
  service = await dashboardService({ at: '2026-11-23T08:00+07:00' });
  service.signIn(accountWith(grants.admin));
});

const path = '/dashboard/province/42/holidays';
const closed = async () => closedDays((await settingsStore(service.table).calendar('42')).value);
const lines = async () => (await service.items('AUDIT#')).filter(({ sk }) => sk.startsWith('OF#'));
const add = (day: string, name = 'Nghỉ bù', to = '') => service.post(path, { day, to, name });

describe('the calendar', () => {
  it('shows the statutory days from today on', async () => {
    const words = wordsOf(await service.get(path));
    expect(words).toContain('01/01/2027 Tết Dương lịch (ngày lễ theo luật) Nghỉ Cho làm việc');
    expect(words).not.toContain('02/09/2026');
  });

  it('takes a day, as people here write it, with one line', async () => {
    expect((await add(' 31/12/2026 ')).headers.get('location')).toBe(`${path}?done=closed`);
    expect(await closed()).toContain('2026-12-31');
    expect(wordsOf(await service.get(`${path}?done=closed`))).toContain('31/12/2026 Nghỉ bù');
    expect(await lines()).toMatchObject([
      {
        subject: 'CALENDAR',
        before: { added: [] },
        after: { added: [{ day: '2026-12-31', name: 'Nghỉ bù' }] },
      },
    ]);
  });

  it('takes a run of days over the end of a month', async () => {
    await add('30/11/2026', 'Bão số 12', '2/12/2026');
    expect(await closed()).toEqual(expect.arrayContaining(['2026-11-30', '2026-12-01', '2026-12-02']));
    expect(await lines()).toHaveLength(1);
  });

  it('lets desks serve on a statutory day, and takes that back', async () => {
    await service.post(`${path}/open`, { day: '2027-01-01' });
    expect(await closed()).not.toContain('2027-01-01');
    const page = await service.get(path);
    expect(wordsOf(page)).toContain(`${t.open} ${t.closeIt}`);
    await service.post(`${path}/close`, formFields(page, `${path}/close`));
    expect(await closed()).toContain('2027-01-01');
  });

  it('forgets a day of its own', async () => {
    await add('31/12/2026');
    await service.post(`${path}/open`, { day: '2026-12-31' });
    expect(await closed()).not.toContain('2026-12-31');
    expect((await settingsStore(service.table).calendar('42')).value.added).toEqual([]);
  });

  it('says when it was so already, without a line', async () => {
    await add('31/12/2026');
    expect((await add('31/12/2026')).headers.get('location')).toBe(`${path}?done=unchanged`);
    expect(await lines()).toHaveLength(1);
  });

  it('has both days when two admins add one each at once', async () => {
    const answers = await Promise.all(['28/12/2026', '29/12/2026', '30/12/2026'].map((day) => add(day)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await closed()).toEqual(expect.arrayContaining(['2026-12-28', '2026-12-29', '2026-12-30']));
    expect(await lines()).toHaveLength(3);
  });
});

describe('wrong input', () => {
  it.each([
    ['day', { day: '' }, t.problems.day],
    ['day', { day: '31/02/2027' }, t.problems.day],
    ['day', { day: 'mai' }, t.problems.day],
    ['day', { day: '22/11/2026' }, t.problems.past],
    ['day', { day: '01/01/2032' }, t.problems.far],
    ['to', { to: '30/12/2026' }, t.problems.before],
    ['to', { to: '31/02/2027' }, t.problems.day],
    ['to', { to: '01/03/2027' }, t.problems.tooMany(31)],
    ['name', { name: ' ' }, t.problems.name],
    ['name', { name: 'x'.repeat(61) }, t.problems.nameTooLong(60)],
    ['name', { name: 'a\u202eb' }, t.problems.unprintable],
  ])('in %s is said beside it: %o', async (field, changed: Record<string, string>, words) => {
    const fields = { day: '31/12/2026', to: '', name: 'Nghỉ bù', ...changed };
    const page = await service.post(path, fields);
    expect(page.status).toBe(400);
    expect(problemOf(page, field)).toBe(words);
    expect(formFields(page, path)).toMatchObject(fields);
    expect(await service.items('SETTINGS#')).toEqual([]);
    expect(await lines()).toEqual([]);
  });

  it.each(['open', 'close'])('to %s a single day changes nothing', async (deed) => {
    for (const day of ['', '2026-02-31', '2020-01-01', '99999-01-01']) {
      expect((await service.post(`${path}/${deed}`, { day })).status).toBe(400);
    }
    expect(await service.items('SETTINGS#')).toEqual([]);
  });
});

it.each([grants.reader, grants.chief, grants.otherAdmin])('%o may not change it', async (grant) => {
  service.signIn(accountWith(grant));
  expect((await service.get(path)).status).toBe(403);
  expect((await add('31/12/2026')).status).toBe(403);
  expect((await service.post(`${path}/open`, { day: '2027-01-01' })).status).toBe(403);
  expect(await service.items('SETTINGS#')).toEqual([]);
});
