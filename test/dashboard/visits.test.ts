import { beforeEach, describe, expect, it } from 'vitest';
import { dayOf } from '../../functions/domain/day.ts';
import { accountStore } from '../../functions/store/account-store.ts';
import { visitsStore } from '../../functions/store/visits-store.ts';
import { visits as t } from '../../web/staff/texts/visits.ts';
import {
  accountWith,
  type DashboardService,
  dashboardService,
  grants,
} from '../support/dashboard-service.ts';
import { type Page, wordsOf } from '../support/page.ts';
import { canLoc, thanhSen, week } from '../support/samples.ts';
import { formFields, problemOf } from '../support/staff-forms.ts';

let service: DashboardService;
const chief = accountWith(grants.chief);
beforeEach(async () => {
  // Week 47 ended yesterday.
  service = await dashboardService({ at: '2026-11-23T08:00+07:00' });
  service.signIn(chief);
});

const path = `/dashboard/commune/${thanhSen.code}/visits`;
const field = 'visits-2026-W47';
const stored = async (text = '2026-W47') =>
  (await visitsStore(service.table).ofCommune(thanhSen, week(text), week(text))).get(week(text));
const send = (page: Page, changed: Record<string, string>) =>
  service.post(path, { ...formFields(page, path), ...changed });
const type = async (changed: Record<string, string>) => send(await service.get(path), changed);
const reportAs = (by: string, visits: number, seen: number) =>
  visitsStore(service.table).report(
    { commune: thanhSen, week: week('2026-W47'), visits, by, on: dayOf(service.clock.now()) },
    seen,
  );

describe('the visits page', () => {
  it('asks for the last eight weeks that have ended, newest first', async () => {
    const page = await service.get(path);
    const weeks = [...page.html.matchAll(/name="visits-([^"]+)"/g)].map(([, each]) => each);
    expect(weeks).toEqual(Array.from({ length: 8 }, (_, n) => `2026-W${47 - n}`));
    expect(wordsOf(page)).toContain('Số lượt tuần 47 năm 2026');
  });

  it('stores what is typed, says so, and shows who reported it when', async () => {
    const answer = await type({ [field]: ' 212 ', 'visits-2026-W46': '0' });
    expect(answer.headers.get('location')).toBe(`${path}?done=2`);
    expect(await stored()).toEqual({ visits: 212, revision: 1, by: chief.subject, on: '2026-11-23' });
    expect(await stored('2026-W46')).toMatchObject({ visits: 0 });
    const words = wordsOf(await service.get(`${path}?done=2`));
    expect(words).toContain(t.done.saved(2));
    expect(words).toContain(t.stored('212', t.you, '23/11/2026'));
  });

  it('is corrected by typing again, and shows every report', async () => {
    await type({ [field]: '212' });
    await type({ [field]: '221' });
    expect(await stored()).toMatchObject({ visits: 221, revision: 2 });
    const words = wordsOf(await service.get(path));
    expect(words).toContain(t.history(2));
    expect(words).toContain('23/11/2026: 212 lượt (đồng chí) 23/11/2026: 221 lượt (đồng chí)');
  });

  it('changes nothing when nothing was changed, and leaves a week that is left empty', async () => {
    await type({ [field]: '212' });
    expect((await type({})).headers.get('location')).toBe(`${path}?done=0`);
    expect(await stored()).toMatchObject({ revision: 1 });
    expect(await stored('2026-W46')).toBeUndefined();
  });

  it('says who reported by what they do, never by their name or their account', async () => {
    await accountStore(service.table).save(
      { subject: 'somebody', grants: [grants.admin], isEnabled: true, version: 1, confirmedAt: 0 },
      0,
    );
    await reportAs('import', 1, 0);
    await reportAs('somebody', 2, 1);
    await reportAs('gone', 3, 2);
    const page = await service.get(path);
    expect(wordsOf(page)).toContain(
      '1 lượt (nhập từ tệp) 23/11/2026: 2 lượt (quản trị cấp tỉnh) 23/11/2026: 3 lượt (tài khoản đã thôi nhiệm vụ)',
    );
    expect(page.html).not.toMatch(/somebody|gone/);
  });
});

describe('wrong input', () => {
  it.each([
    ['-3', t.problems.not_whole],
    ['1.234', t.problems.not_whole],
    ['nhiều', t.problems.not_whole],
    ['12 người', t.problems.not_whole],
    ['1e3', t.problems.not_whole],
    ['1000000', t.problems.too_many],
    ['9'.repeat(400), t.problems.too_many],
    ['<b>1</b>', t.problems.not_whole],
  ])('%.20s is said beside its week, and everything typed is kept', async (typed, words) => {
    await type({ 'visits-2026-W46': '95' });
    const answer = await type({ [field]: typed, 'visits-2026-W46': '96', 'visits-2026-W45': '7' });
    expect(answer.status).toBe(400);
    expect(problemOf(answer, field)).toBe(words);
    expect(formFields(answer, path)).toMatchObject({
      [field]: typed,
      'visits-2026-W46': '96',
      'visits-2026-W45': '7',
    });
    expect(answer.html).toContain(`href="#${field}"`);
    expect(await stored()).toBeUndefined();
    expect(await stored('2026-W46')).toMatchObject({ visits: 95 });
    expect(await stored('2026-W45')).toBeUndefined();
  });

  it('a reported week can not be emptied', async () => {
    await type({ [field]: '212' });
    const answer = await type({ [field]: ' ' });
    expect(problemOf(answer, field)).toBe(t.problems.cleared);
    expect(await stored()).toMatchObject({ visits: 212 });
  });

  it('weeks that are not asked for are not stored', async () => {
    for (const each of ['2026-W48', '2026-W38', '2027-W01', 'x']) {
      await service.post(path, { [`visits-${each}`]: '5', [`seen-${each}`]: '0' });
    }
    expect(await service.items('VISITS#')).toEqual([]);
  });
});

describe('two people who report the same week', () => {
  it('do not write over each other: the second sees both numbers, and what is right of the rest is kept', async () => {
    await type({ [field]: '212' });
    const mine = await service.get(path);
    await reportAs('import', 220, 1);
    const answer = await send(mine, { [field]: '230', 'visits-2026-W46': '95' });
    expect(answer.status).toBe(409);
    expect(problemOf(answer, field)).toBe(t.conflict('220', '230'));
    expect(await stored()).toMatchObject({ visits: 220 });
    expect(await stored('2026-W46')).toMatchObject({ visits: 95 });
    expect(formFields(answer, path)).toMatchObject({ [field]: '230', 'visits-2026-W46': '95' });

    expect((await send(answer, {})).status).toBe(303);
    expect(await stored()).toMatchObject({ visits: 230, revision: 3 });
  });

  it('are no conflict when they say the same', async () => {
    const mine = await service.get(path);
    await reportAs('import', 212, 0);
    expect((await send(mine, { [field]: '212' })).status).toBe(303);
    expect(await stored()).toMatchObject({ revision: 1, by: 'import' });
  });

  it('do not overlook each other when one has to put a number right first', async () => {
    const mine = await service.get(path);
    await reportAs('import', 220, 0);
    const corrected = await send(mine, { [field]: 'x' });
    expect((await send(corrected, { [field]: '230' })).status).toBe(409);
    expect(await stored()).toMatchObject({ visits: 220 });
  });
});

it('a form that was opened before midnight loses no week', async () => {
  const page = await service.get(path);
  service.clock.moveTo('2026-11-30T00:05+07:00');
  await send(page, { 'visits-2026-W40': '50' });
  expect(await stored('2026-W40')).toMatchObject({ visits: 50 });
});

it.each([
  ['an operator', grants.operator, 200, 303],
  ['an admin of the province', grants.admin, 200, 303],
  ['a reader', grants.reader, 200, 403],
  ['the chief', grants.chief, 200, 303],
  ['the chief of another commune', grants.otherChief, 403, 403],
  ['an admin of another province', grants.otherAdmin, 403, 403],
])('visits are read and reported by %s: %s %d %d', async (_, grant, read, reported) => {
  service.signIn(accountWith(grant));
  const page = await service.get(path);
  expect(page.status).toBe(read);
  if (reported === 403) expect(page.html).not.toContain(`name="${field}"`);
  expect((await service.post(path, { [field]: '5', 'seen-2026-W47': '0' })).status).toBe(reported);
  expect((await stored())?.visits).toBe(reported === 403 ? undefined : 5);
});

it('a chief reports for no other commune by tampering with the address', async () => {
  const other = `/dashboard/commune/${canLoc.code}/visits`;
  expect((await service.post(other, { [field]: '5', 'seen-2026-W47': '0' })).status).toBe(403);
  expect(await service.items('VISITS#')).toEqual([]);
});
