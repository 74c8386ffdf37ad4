import { beforeEach, describe, expect, it } from 'vitest';
import type { CommunePromise } from '../../functions/domain/promise.ts';
import { promiseStore } from '../../functions/store/promise-store.ts';
import { forms } from '../../web/staff/texts/forms.ts';
import { promises as t } from '../../web/staff/texts/promises.ts';
import {
  accountWith,
  type DashboardService,
  dashboardService,
  grants,
} from '../support/dashboard-service.ts';
import { type Page, wordsOf } from '../support/page.ts';
import { day, samplePromise } from '../support/sample-promises.ts';
import { canLoc, nonce, present, thanhSen } from '../support/samples.ts';
import { formFields, problemOf } from '../support/staff-forms.ts';

let service: DashboardService;
beforeEach(async () => {
  service = await dashboardService({ at: '2026-11-23T08:00+07:00' });
  service.signIn(accountWith(grants.chief));
});

const list = `/dashboard/commune/${thanhSen.code}/promises`;
const all = () => promiseStore(service.table).ofCommune('42', thanhSen.code);
const only = async (): Promise<CommunePromise> => {
  const [promise, ...others] = await all();
  expect(others).toEqual([]);
  return present(promise);
};
const lines = async () => (await service.items('AUDIT#')).filter(({ sk }) => sk.startsWith('OF#'));

const typed = { text: 'Đặt thêm hai ghế ngồi chờ.', criterion: 'facilities', dueBy: '31/12/2026' };
const send = (page: Page, path: string, changed: Record<string, string>) => {
  const { isShown, ...fields } = { ...formFields(page, path), ...changed };
  return service.post(path, { ...fields, ...(isShown && { isShown }) });
};
const make = async (changed: Record<string, string> = {}) => {
  const page = await service.get(`${list}/new`);
  return { page, answer: await send(page, `${list}/new`, { ...typed, ...changed }) };
};
const pathOf = ({ id }: Pick<CommunePromise, 'id'>) => `${list}/${id}`;

describe('a promise', () => {
  it('is made by the chief, with its line', async () => {
    const { answer } = await make();
    expect(answer.headers.get('location')).toBe(`${list}?done=made`);
    expect(await only()).toMatchObject({
      text: typed.text,
      criterion: 'facilities',
      dueBy: '2026-12-31',
      madeOn: '2026-11-23',
      isShown: false,
      version: 1,
    });
    expect(await lines()).toMatchObject([
      { deed: 'promise_made', by: 'subject-commune-chief', after: { text: typed.text } },
    ]);
    const words = wordsOf(await service.get(`${list}?done=made`));
    expect(words).toContain(t.done.made);
    expect(words).toContain('Đang làm · hứa ngày 23/11/2026, hạn 31/12/2026');
  });

  it('is one when its form is sent twice', async () => {
    const { page } = await make();
    await send(page, `${list}/new`, typed);
    await only();
    expect(await lines()).toHaveLength(1);
  });

  it('is shown beside what was typed when its form was sent before with something else', async () => {
    const { page } = await make();
    const answer = await send(page, `${list}/new`, { ...typed, text: 'Thêm quạt.' });
    expect(answer.status).toBe(409);
    expect(wordsOf(answer)).toContain(`${t.form.text} ${typed.text} Thêm quạt.`);
    expect(await only()).toMatchObject({ text: typed.text });
  });

  it('is changed, kept and shown to everybody, each with its line', async () => {
    await make();
    const path = pathOf(await only());
    await send(await service.get(path), path, { dueBy: '30/11/2026' });
    const answer = await send(await service.get(path), path, { doneOn: '23/11/2026', isShown: '1' });
    expect(answer.headers.get('location')).toBe(`${list}?done=kept`);
    expect(await only()).toMatchObject({
      dueBy: '2026-11-30',
      doneOn: '2026-11-23',
      isShown: true,
      version: 3,
    });
    expect(await lines()).toHaveLength(3);
  });

  it('is open again when its day is taken away', async () => {
    await promiseStore(service.table).put('42', samplePromise({ doneOn: day('2026-11-20') }));
    const path = pathOf(await only());
    await send(await service.get(path), path, { doneOn: '' });
    expect((await only()).doneOn).toBeUndefined();
  });

  it('may stay overdue when something else of it is changed', async () => {
    await promiseStore(service.table).put('42', samplePromise({ dueBy: day('2026-11-01') }));
    const path = pathOf(await only());
    expect((await send(await service.get(path), path, { text: 'Thêm ghế.' })).status).toBe(303);
    expect(wordsOf(await service.get(list))).toContain('Quá hạn');
  });

  it('holds nothing that could name a person, neither itself nor its line', async () => {
    const { answer } = await make({ text: 'Gọi lại bác Ba, 0912 345 678, về biển số 38A-123.45.' });
    expect(answer.headers.get('location')).toBe(`${pathOf(await only())}?done=scrubbed`);
    const everything = JSON.stringify(await service.items());
    expect(everything).not.toMatch(/0912|345 678|123\.45/);
    expect((await only()).text).toContain('[số điện thoại]');
    expect(wordsOf(await service.get(present(answer.headers.get('location'))))).toContain(t.done.scrubbed);
  });

  it('shows markup as text', async () => {
    await make({ text: '<script>alert(1)</script>' });
    expect((await service.get(list)).html).toContain('&lt;script&gt;');
    expect((await service.get(pathOf(await only()))).html).not.toContain('<script>');
  });
});

describe('wrong input', () => {
  it.each([
    ['text', { text: ' \n ' }, t.problems.textMissing],
    ['text', { text: 'a\u0000b' }, t.problems.textUnprintable],
    ['text', { text: 'a\u202eb' }, t.problems.textUnprintable],
    ['criterion', { criterion: '' }, t.problems.criterion],
    ['criterion', { criterion: 'price' }, t.problems.criterion],
    ['dueBy', { dueBy: '31/2/2027' }, t.problems.day],
    ['dueBy', { dueBy: '22/11/2026' }, t.problems.duePast],
    ['dueBy', { dueBy: '01/01/2032' }, t.problems.dueFar],
  ])('in %s is said beside it: %o', async (field, changed: Record<string, string>, words) => {
    const { answer } = await make(changed);
    expect(answer.status).toBe(400);
    expect(problemOf(answer, field)).toBe(words);
    const rest = Object.entries(typed).filter(([name]) => name !== field);
    expect(formFields(answer, `${list}/new`)).toMatchObject(Object.fromEntries(rest));
    expect(await all()).toEqual([]);
    expect(await lines()).toEqual([]);
  });

  it('of 10,000 characters is said in clear words, and comes back whole', async () => {
    const text = 'Làm tốt hơn, nhanh hơn. '.repeat(417).slice(0, 10_000).trim();
    const { answer } = await make({ text });
    expect(answer.status).toBe(400);
    expect(problemOf(answer, 'text')).toBe(t.problems.textTooLong(500, '10.000'));
    expect(formFields(answer, `${list}/new`)['text']).toBe(text);
    const short = await send(answer, `${list}/new`, { text: text.slice(0, 490) });
    expect(short.status).toBe(303);
  });

  it('of exactly 500 characters is none, whatever letters they are', async () => {
    expect((await make({ text: '😀ấ'.repeat(250) })).answer.status).toBe(303);
    expect((await make({ text: `${'😀ấ'.repeat(250)}a` })).answer.status).toBe(400);
  });

  it.each([
    ['24/11/2026', t.problems.doneFuture],
    ['04/10/2026', t.problems.doneBeforeMade],
    ['hôm qua', t.problems.day],
  ])('as the day of being done is said beside it: %s', async (doneOn, words) => {
    await promiseStore(service.table).put('42', samplePromise());
    const path = pathOf(await only());
    const answer = await send(await service.get(path), path, { doneOn, text: 'Thêm ghế.' });
    expect(problemOf(answer, 'doneOn')).toBe(words);
    expect(formFields(answer, path)).toMatchObject({ doneOn, text: 'Thêm ghế.' });
    expect(await only()).toMatchObject({ version: 1 });
  });
});

describe('two people who change a promise', () => {
  it('do not write over each other, even after putting a field right', async () => {
    await promiseStore(service.table).put('42', samplePromise());
    const path = pathOf(await only());
    const mine = await service.get(path);
    service.signIn(accountWith(grants.admin));
    await send(await service.get(path), path, { text: 'Của tỉnh.' });
    service.signIn(accountWith(grants.chief));

    const corrected = await send(mine, path, { text: '' });
    const answer = await send(corrected, path, { text: 'Của xã.' });
    expect(answer.status).toBe(409);
    expect(wordsOf(answer)).toContain(forms.conflictTitle);
    expect(wordsOf(answer)).toContain('Của tỉnh. Của xã.');
    expect(await only()).toMatchObject({ text: 'Của tỉnh.' });
    expect((await send(answer, path, {})).status).toBe(303);
    expect(await only()).toMatchObject({ text: 'Của xã.', version: 3 });
  });

  it.each(['', '0', 'x', '7'])('are not deceived by a form that says it has seen %j', async (seen) => {
    await promiseStore(service.table).put('42', samplePromise());
    const path = pathOf(await only());
    expect((await send(await service.get(path), path, { text: 'Khác.', seen })).status).toBe(409);
    expect(await only()).toMatchObject({ version: 1 });
  });
});

describe('promises', () => {
  it('of another commune are not found', async () => {
    const other = samplePromise({ commune: canLoc.code });
    await promiseStore(service.table).put('42', other);
    expect((await service.get(pathOf(other))).status).toBe(404);
    expect((await service.post(pathOf(other), { ...typed, seen: '1' })).status).toBe(404);
    expect((await service.get(`${list}/${nonce()}`)).status).toBe(404);
    expect((await service.get(`${list}/x`)).status).toBe(404);
  });

  it.each([
    ['an operator', grants.operator, 200, 200],
    ['an admin of the province', grants.admin, 200, 200],
    ['a reader of the province', grants.reader, 200, 403],
    ['the chief', grants.chief, 200, 200],
    ['the chief of another commune', grants.otherChief, 403, 403],
    ['an admin of another province', grants.otherAdmin, 403, 403],
  ])('are read and written by %s: %s %d %d', async (_, grant, read, written) => {
    const promise = samplePromise();
    await promiseStore(service.table).put('42', promise);
    service.signIn(accountWith(grant));
    for (const path of [list, `${list}/print`]) expect((await service.get(path)).status).toBe(read);
    for (const path of [`${list}/new`, pathOf(promise)]) {
      expect((await service.get(path)).status).toBe(written);
    }
    if (written === 403) {
      for (const path of [`${list}/new`, pathOf(promise)]) {
        expect((await service.post(path, { ...typed, seen: '1' })).status).toBe(403);
      }
      expect(await only()).toEqual(promise);
      expect((await service.get(list)).html).not.toContain(`href="${pathOf(promise)}"`);
    }
  });
});

describe('the promises of a province', () => {
  const path = '/dashboard/province/42/promises';
  beforeEach(async () => {
    const store = promiseStore(service.table);
    await store.put('42', samplePromise({ text: 'Việc trễ.', dueBy: day('2026-11-01') }));
    await store.put('42', samplePromise({ text: 'Việc đang làm.', commune: canLoc.code }));
    await store.put('42', samplePromise({ text: 'Việc xong.', doneOn: day('2026-11-20') }));
    await store.put('01', samplePromise({ text: 'Của tỉnh khác.', commune: '00004' }));
    service.signIn(accountWith(grants.reader));
  });

  it('are seen by commune, overdue first and marked so', async () => {
    const words = wordsOf(await service.get(path));
    expect(words).toContain(t.ofProvince.counts(1, 1, 1));
    expect(words).toMatch(
      /Việc trễ\. Nơi tiếp dân 01\/11\/2026 Quá hạn.*Việc đang làm\..*Việc xong\..*xong ngày 20\/11\/2026/,
    );
    expect(words).not.toContain('Của tỉnh khác');
  });

  it('are narrowed to one state', async () => {
    const words = wordsOf(await service.get(`${path}?state=done`));
    expect(words).toContain('Việc xong.');
    expect(words).not.toContain('Việc trễ.');
    expect(wordsOf(await service.get(`${path}?state=x`))).toContain('Việc trễ.');
  });

  it.each([grants.chief, grants.otherAdmin])('are not seen by %o', async (grant) => {
    service.signIn(accountWith(grant));
    expect((await service.get(path)).status).toBe(403);
  });
});

describe('the sheet of kept promises', () => {
  it('has the kept ones, or those chosen, and none that is not kept', async () => {
    const store = promiseStore(service.table);
    const [first, second] = [
      samplePromise({ text: 'Thêm ghế.', doneOn: day('2026-11-20') }),
      samplePromise({ text: 'Thêm quạt.', doneOn: day('2026-10-20') }),
    ];
    for (const promise of [first, second, samplePromise({ text: 'Chưa xong.' })])
      await store.put('42', promise);
    const sheetOf = async (query: string) =>
      /<article.*<\/article>/s.exec((await service.get(`${list}/print${query}`)).html)?.[0] ?? '';
    expect(await sheetOf('')).toMatch(
      /Công an phường Thành Sen.*Thêm ghế\..*Xong tháng 11\/2026.*Thêm quạt\./s,
    );
    expect(await sheetOf('')).not.toContain('Chưa xong.');
    expect(await sheetOf(`?p=${second.id}&size=a4`)).not.toContain('Thêm ghế.');
  });

  it('says that there is nothing to print', async () => {
    expect(wordsOf(await service.get(`${list}/print`))).toContain(t.sheet.none);
  });
});
