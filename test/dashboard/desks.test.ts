import { beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../../functions/domain/desk.ts';
import { deskStore } from '../../functions/store/desk-store.ts';
import { deskProblems, desks as t } from '../../web/staff/texts/desks.ts';
import { forms } from '../../web/staff/texts/forms.ts';
import {
  accountWith,
  type DashboardService,
  dashboardService,
  grants,
} from '../support/dashboard-service.ts';
import { type Page, wordsOf } from '../support/page.ts';
import { canLoc, deskCode, hours, present, sampleDesk, thanhSen } from '../support/samples.ts';
import { fieldsToSend, formFields, problemOf } from '../support/staff-forms.ts';

let service: DashboardService;
beforeEach(async () => {
  service = await dashboardService();
  service.signIn(accountWith(grants.admin));
});

const list = '/dashboard/province/42/desks';
const pathOf = (desk: Pick<Desk, 'code'> = { code: deskCode(1) }) => `${list}/${desk.code}`;
const stored = async (code = deskCode(1)) => present(await deskStore(service.table).current(code));
const audited = async () => (await service.items('AUDIT#')).filter(({ sk }) => sk.startsWith('OF#'));

/** Presses the button of the desk's form, with some of its fields changed. */
const save = async (page: Page, changed: Record<string, string | string[]>, path = pathOf()) => {
  const body = new URLSearchParams(
    fieldsToSend(page, path).filter(([name]) => !Object.hasOwn(changed, name)),
  );
  for (const [name, value] of Object.entries(changed)) {
    for (const each of [value].flat()) body.append(name, each);
  }
  return service.postBody(path, body);
};

const withDesk = async (about: Partial<Desk> = {}) => {
  await deskStore(service.table).add({ ...sampleDesk(about), version: 1 });
  return service.get(pathOf(about.code ? { code: about.code } : undefined));
};

describe('the list of desks', () => {
  beforeEach(async () => {
    await withDesk({ hours: hours('Mon-Fri 07:00-11:30; Sat 07:00-11:30') });
    await withDesk({ code: deskCode(2), name: 'Bàn cư trú', commune: canLoc, status: 'retired' });
  });

  it('has every desk of the province with its commune, hours and status', async () => {
    const words = wordsOf(await service.get(list));
    expect(words).toContain('2 bàn');
    expect(words).toContain('Công an phường Thành Sen T2-T6 07:00-11:30; T7 07:00-11:30 Đang dùng');
    expect(words).toContain('Công an xã Can Lộc Không giới hạn giờ Đã ngừng');
  });

  it.each(['can loc', 'CƯ TRÚ', deskCode(2).toLowerCase()])(
    'is searched without diacritics: %s',
    async (q) => {
      const words = wordsOf(await service.get(`${list}?q=${encodeURIComponent(q)}`));
      expect(words).toContain('1 trong 2 bàn');
      expect(words).toContain('Bàn cư trú');
      expect(words).not.toContain('Bàn một cửa số 1');
    },
  );

  it('says when a search finds nothing, and keeps what was searched', async () => {
    const page = await service.get(`${list}?q=%22%3Cb%3E`);
    expect(wordsOf(page)).toContain(t.noneFound);
    expect(page.html).toContain('value="&quot;&lt;b&gt;"');
  });
});

describe('a new desk', () => {
  const add = async (changed: Record<string, string | string[]>) => {
    const page = await service.get(`${list}/new`);
    return { page, answer: await save(page, changed, `${list}/new`) };
  };
  const all = async () => deskStore(service.table).ofProvince('42');

  it('is stored, audited and leads to its poster', async () => {
    const { answer } = await add({
      name: '  Bàn một cửa số 2 ',
      commune: canLoc.code,
      hours: 'T2-T6 07:00-11:30',
      procedures: ['residence', 'identity_card'],
    });
    const [desk, ...others] = await all();
    expect(others).toEqual([]);
    expect(desk).toMatchObject({
      name: 'Bàn một cửa số 2',
      commune: canLoc,
      hours: 'Mon-Fri 07:00-11:30',
      procedures: ['residence', 'identity_card'],
      status: 'active',
    });
    const page = await service.get(present(answer.headers.get('location')));
    expect(wordsOf(page)).toContain(t.done.added);
    expect(page.html).toContain(`href="/d/${desk?.code}/poster"`);
    expect(await audited()).toMatchObject([
      {
        deed: 'desk_added',
        by: 'subject-province-admin',
        before: { name: null },
        after: { commune: canLoc },
      },
    ]);
  });

  it('is one desk when its form is sent twice', async () => {
    const { page } = await add({ name: 'Bàn 2', commune: canLoc.code });
    const again = await save(page, { name: 'Bàn 2', commune: canLoc.code }, `${list}/new`);
    expect(again.status).toBe(303);
    expect(await all()).toHaveLength(1);
    expect(await audited()).toHaveLength(1);
  });

  it('does not take the code of a desk that is there, in this province or another', async () => {
    const elsewhere = sampleDesk({ province: { code: '01', name: 'Thành phố Hà Nội' } });
    await deskStore(service.table).add({ ...elsewhere, version: 1 });
    const { answer } = await add({ name: 'Bàn 2', commune: canLoc.code, code: deskCode(1) });
    expect(answer.status).toBe(409);
    expect(problemOf(answer, 'name')).toBe(deskProblems.code);
    expect(await stored()).toMatchObject(elsewhere);
    expect(await audited()).toEqual([]);
    expect((await save(answer, {}, `${list}/new`)).status).toBe(303);
  });
});

describe('wrong input', () => {
  it.each([
    ['name', { name: '  ' }, deskProblems.name.empty],
    ['name', { name: 'a\u0007b' }, deskProblems.name.unprintable],
    ['name', { name: 'Bàn '.repeat(30) }, deskProblems.name.too_long],
    ['commune', { commune: '00004' }, deskProblems.commune],
    ['hours', { hours: 'sáng' }, deskProblems.hours],
    ['hours', { hours: 'T6-T2 07:00-11:00' }, deskProblems.hours],
    ['procedures', { procedures: ['residence', 'tax'] }, deskProblems.procedures],
  ])('in %s is said beside it: %o', async (field, changed: Record<string, string | string[]>, words) => {
    const page = await withDesk();
    const answer = await save(page, changed);
    expect(answer.status).toBe(400);
    expect(problemOf(answer, field)).toBe(words);
    expect(answer.html).toContain(`aria-describedby="`);
    expect(answer.html).toContain(`href="#${field}"`);
    expect(await stored()).toMatchObject({ version: 1 });
    expect(await audited()).toEqual([]);
  });

  it('leaves everything else as it was typed', async () => {
    const page = await withDesk();
    const typed = { name: '', commune: canLoc.code, hours: 'lúc nào cũng mở', procedures: ['residence'] };
    const sent = fieldsToSend(await save(page, typed), pathOf());
    expect(sent).toContainEqual(['commune', canLoc.code]);
    expect(sent).toContainEqual(['hours', 'lúc nào cũng mở']);
    expect(sent.filter(([name]) => name === 'procedures')).toEqual([['procedures', 'residence']]);
    expect(sent).toContainEqual(['seen', '1']);
  });

  it('is a name that another desk in use of the commune has', async () => {
    await withDesk({ code: deskCode(2), name: 'Bàn số 2' });
    const answer = await save(await withDesk(), { name: 'Bàn số 2' });
    expect(problemOf(answer, 'name')).toBe(deskProblems.sameName('Công an phường Thành Sen'));
    expect((await save(answer, { commune: canLoc.code })).status).toBe(303);
  });

  it('shows markup in a name as text', async () => {
    await save(await withDesk(), { name: '<b>Bàn</b>' });
    expect((await service.get(list)).html).toContain('&lt;b&gt;Bàn&lt;/b&gt;');
  });
});

describe('a desk', () => {
  it('is changed, moved and audited with what was before and after', async () => {
    const answer = await save(await withDesk({ hours: hours('Mon-Fri 07:00-11:30') }), {
      name: 'Bàn A',
      commune: canLoc.code,
      hours: '',
    });
    expect(answer.headers.get('location')).toBe(`${pathOf()}?done=changed`);
    const desk = await stored();
    expect(desk).toMatchObject({ name: 'Bàn A', commune: canLoc, version: 2 });
    expect(desk.hours).toBeUndefined();
    expect(await deskStore(service.table).ofCommune('42', thanhSen.code)).toEqual([]);
    expect(await audited()).toMatchObject([
      {
        subject: `DESK#${deskCode(1)}`,
        before: { name: 'Bàn một cửa số 1', hours: 'Mon-Fri 07:00-11:30', commune: thanhSen },
        after: { name: 'Bàn A', hours: null, commune: canLoc },
      },
    ]);
  });

  it('that is saved as it was is said to be so, and leaves no line', async () => {
    const answer = await save(await withDesk(), {});
    expect(wordsOf(await service.get(present(answer.headers.get('location'))))).toContain(t.done.unchanged);
    expect(await audited()).toEqual([]);
  });

  it('keeps its paired tablet when it is renamed', async () => {
    await save(await withDesk({ kiosk: 'fingerprint' }), { name: 'Bàn A' });
    expect((await stored()).kiosk).toBe('fingerprint');
  });

  it('is retired and taken back into use', async () => {
    const page = await withDesk();
    await service.post(`${pathOf()}/retire`, formFields(page, `${pathOf()}/retire`));
    expect(await stored()).toMatchObject({ status: 'retired', version: 2 });
    const retired = await service.get(pathOf());
    expect(retired.html).not.toContain('/poster"');
    await service.post(`${pathOf()}/reopen`, formFields(retired, `${pathOf()}/reopen`));
    expect(await stored()).toMatchObject({ status: 'active', version: 3 });
    expect(await audited()).toHaveLength(2);
  });

  it('is not taken back into use beside another one of its name', async () => {
    const page = await withDesk({ status: 'retired' });
    await withDesk({ code: deskCode(2) });
    const answer = await service.post(`${pathOf()}/reopen`, formFields(page, `${pathOf()}/reopen`));
    expect(answer.status).toBe(400);
    expect(await stored()).toMatchObject({ status: 'retired' });
  });

  it('of another province is not found, whoever asks by whatever code', async () => {
    await withDesk({ province: { code: '01', name: 'Thành phố Hà Nội' } });
    for (const code of [deskCode(1), 'ZZZZZZZZ', '%00']) {
      expect((await service.get(`${list}/${code}`)).status).toBe(404);
    }
    const fields = { name: 'Chiếm', commune: canLoc.code, seen: '1' };
    expect((await service.post(pathOf(), fields)).status).toBe(404);
    expect((await service.post(`${pathOf()}/retire`, { seen: '1' })).status).toBe(404);
    expect(await audited()).toEqual([]);
  });
});

describe('two admins who change the same desk', () => {
  const other = accountWith({ role: 'operator' });
  let mine: Page;
  let theirs: Page;
  beforeEach(async () => {
    mine = await withDesk();
    theirs = await service.get(pathOf());
    service.signIn(other);
    await save(theirs, { name: 'Bàn của Minh', hours: 'T2-T6 08:00-11:00' });
    service.signIn(accountWith(grants.admin));
  });

  it('do not write over each other: the second sees both and keeps what was typed', async () => {
    const answer = await save(mine, { name: 'Bàn của Lan' });
    expect(answer.status).toBe(409);
    expect(await stored()).toMatchObject({ name: 'Bàn của Minh', version: 2 });
    const words = wordsOf(answer);
    expect(words).toContain(forms.conflictTitle);
    expect(words).toContain('Tên bàn Bàn của Minh Bàn của Lan');
    expect(words).toContain(`Giờ làm việc T2-T6 08:00-11:00 ${forms.none}`);
    expect(formFields(answer, pathOf())['name']).toBe('Bàn của Lan');
    expect(await audited()).toHaveLength(1);
  });

  it('can save after having seen both', async () => {
    const answer = await save(await save(mine, { name: 'Bàn của Lan' }), {});
    expect(answer.status).toBe(303);
    expect(await stored()).toMatchObject({ name: 'Bàn của Lan', version: 3 });
  });

  it('do not overlook each other when the second has to put a field right first', async () => {
    const again = await save(await save(mine, { name: '' }), { name: 'Bàn của Lan' });
    expect(again.status).toBe(409);
    expect(await stored()).toMatchObject({ name: 'Bàn của Minh' });
  });

  it('are told when one retires a desk that the other has just changed', async () => {
    const answer = await service.post(`${pathOf()}/retire`, formFields(mine, `${pathOf()}/retire`));
    expect(answer.status).toBe(409);
    expect(await stored()).toMatchObject({ status: 'active' });
  });

  it.each(['', 'x', '-1', '99'])('are not deceived by a form that says it has seen %j', async (seen) => {
    expect((await save(mine, { name: 'Bàn của Lan', seen })).status).toBe(409);
    expect(await stored()).toMatchObject({ name: 'Bàn của Minh' });
  });
});

describe('desks are looked after', () => {
  it.each([
    ['an operator', grants.operator, 200],
    ['the admin of the province', grants.admin, 200],
    ['a reader', grants.reader, 403],
    ['the chief of a commune', grants.chief, 403],
    ['the admin of another province', grants.otherAdmin, 403],
  ])('by %s: %s %d', async (_, grant, status) => {
    await withDesk();
    service.signIn(accountWith(grant));
    for (const path of [list, `${list}/new`, pathOf()]) expect((await service.get(path)).status).toBe(status);
    if (status === 200) return;
    expect((await service.post(pathOf(), { name: 'x', seen: '1' })).status).toBe(403);
    expect((await service.post(`${pathOf()}/retire`, { seen: '1' })).status).toBe(403);
    expect((await service.post(`${list}/new`, { name: 'x' })).status).toBe(403);
    expect(await stored()).toMatchObject({ version: 1 });
  });
});
