import { beforeEach, expect, it } from 'vitest';
import type { AuditLine } from '../../functions/domain/audit.ts';
import { auditStore } from '../../functions/store/audit-store.ts';
import { Unavailable } from '../../functions/unavailable.ts';
import { audit as t } from '../../web/staff/texts/audit.ts';
import { communeWeeks } from '../support/commune-weeks.ts';
import {
  accountWith,
  type DashboardService,
  dashboardService,
  grants,
} from '../support/dashboard-service.ts';
import { wordsOf } from '../support/page.ts';
import { canLoc, present, thanhSen } from '../support/samples.ts';
import { formFields } from '../support/staff-forms.ts';

const path = '/dashboard/province/42/audit';
let service: DashboardService;
let people: Map<string, string> | undefined;

beforeEach(async () => {
  people = new Map([['subject-lan', 'Nguyễn Thị Lan']]);
  service = await dashboardService({
    wrap: (deps) => ({
      ...deps,
      accounts: {
        ...deps.accounts,
        names: async () => {
          if (!people) throw new Unavailable('table', new Error('away'));
          return people;
        },
      },
    }),
  });
  service.signIn(accountWith(grants.admin));
});

const record = (about: Partial<AuditLine> = {}) =>
  auditStore(service.table).record({
    province: '42',
    subject: 'DESK#7K3M9QXT',
    version: 2,
    deed: 'desk_changed',
    by: 'subject-lan',
    at: '2026-11-23T01:05:00.000Z',
    before: { name: 'Bàn 1', commune: thanhSen, hours: 'Mon-Fri 07:00-11:30', procedures: null },
    after: { name: '<b>Bàn A</b>', commune: canLoc, hours: null, procedures: ['residence', 'immigration'] },
    ...about,
  });

it('says when, who, what, before and after, in words', async () => {
  await record();
  const page = await service.get(path);
  const words = wordsOf(page);
  expect(words).toContain('23/11/2026 08:05 Nguyễn Thị Lan Sửa bàn: bàn 7K3M9QXT');
  expect(words).toContain('Tên Trước: Bàn 1 Sau: <b>Bàn A</b>');
  expect(words).toContain('Đơn vị Trước: Công an phường Thành Sen Sau: Công an xã Can Lộc');
  expect(words).toContain('Giờ làm việc Trước: T2-T6 07:00-11:30 Sau: Không giới hạn giờ');
  expect(words).toContain('Việc bàn làm Trước: Mọi việc đơn vị tiếp nhận Sau: Cư trú; Xuất nhập cảnh');
  expect(page.html).not.toContain('<b>Bàn A');
});

it.each([
  ['desk_changed', 'DESK#7K3M9QXT', { status: 'retired' }, 'Tình trạng Trước: (không có) Sau: Đã ngừng'],
  ['kiosk_paired', 'DESK#7K3M9QXT', { kiosk: 'c2VjcmV0' }, 'Máy tại bàn Trước: (không có) Sau: đã ghép'],
  ['questions_changed', 'SWITCHES#42', { isPublic: false }, 'Sửa phiếu: toàn tỉnh'],
  ['questions_changed', 'SWITCHES#18073', { criteriaOff: ['recourse'] }, 'Công an phường Thành Sen'],
  ['holidays_changed', 'CALENDAR', { added: [{ day: '2026-12-31', name: 'Bão' }] }, 'Sau: 31/12/2026 Bão'],
  ['account_changed', 'ACCOUNT#subject-lan', { grants: ['commune-chief:18074'] }, 'Công an xã Can Lộc'],
  ['account_changed', 'ACCOUNT#subject-lan', { isEnabled: false }, 'Sửa tài khoản: Nguyễn Thị Lan'],
] as const)('has words for %s of %s %j', async (deed, subject, after, words) => {
  await record({ deed, subject, before: {}, after });
  const page = await service.get(path);
  expect(wordsOf(page)).toContain(words);
  expect(page.html).not.toContain('c2VjcmV0');
});

it('names a command, and an account that is no more', async () => {
  await record({ by: 'admin' });
  await record({ by: 'deadbeef-0123', version: 3 });
  const words = wordsOf(await service.get(path));
  expect(words).toContain(t.byCommand);
  expect(words).toContain(t.byUnknown('deadbeef'));
});

it('is shown without names when the identity provider is away', async () => {
  people = undefined;
  await record();
  const page = await service.get(path);
  expect(page.status).toBe(200);
  expect(wordsOf(page)).toContain('Bàn 1');
  expect(service.failures).toHaveLength(1);
});

it('leads through all of its pages, newest first, and back', async () => {
  for (let n = 1; n <= 120; n += 1) {
    await record({
      version: n,
      at: new Date(Date.UTC(2026, 10, 1, 0, n)).toISOString(),
      after: { name: `Lần ${n}.` },
    });
  }
  const seen: string[] = [];
  let next: string | undefined = path;
  let pageCount = 0;
  while (next) {
    const page = await service.get(next);
    seen.push(...[...wordsOf(page).matchAll(/Sau: (Lần \d+\.)/g)].map(([, name = '']) => name));
    next = /href="([^"]*\?from=[^"]*)"/.exec(page.html)?.[1];
    pageCount += 1;
  }
  expect(pageCount).toBe(3);
  expect(seen).toEqual(Array.from({ length: 120 }, (_, n) => `Lần ${120 - n}.`));
});

it.each(['x', '', encodeURIComponent('AT#'), 'a'.repeat(5_000)])('refuses the cursor %.20s', async (from) => {
  await record();
  const page = await service.get(`${path}?from=${from}`);
  expect(page.status).toBe(400);
  expect(wordsOf(page)).not.toContain('Bàn 1');
});

it('shows an admin nothing of another province, whatever the cursor says', async () => {
  await record({ province: '01', after: { name: 'Của tỉnh khác' } });
  const { next } = present(await auditStore(service.table).page('01', 0));
  expect(wordsOf(await service.get(`${path}?from=${next}`))).not.toContain('Của tỉnh khác');
});

it.each([
  ['an operator', grants.operator, 200],
  ['an admin of the province', grants.admin, 200],
  ['a reader', grants.reader, 403],
  ['a chief', grants.chief, 403],
  ['an admin of another province', grants.otherAdmin, 403],
])('is read by %s: %s %d', async (_, grant, status) => {
  service.signIn(accountWith(grant));
  expect((await service.get(path)).status).toBe(status);
});

it('holds nothing that a citizen said, and of officers only the subjects of their accounts', async () => {
  const weeks = communeWeeks(service);
  const comment = 'Cán bộ hướng dẫn tận tình, chờ hơi lâu.';
  const desk = await weeks.desk(1, 'Bàn 1');
  await weeks.answers(thanhSen, '2026-W47', [{ fives: 12, ones: 3, about: { desk: desk.code } }]);
  await weeks.comment(thanhSen, '2026-W47', comment);
  await weeks.count('2026-W47', '2026-W47');
  const path = `/dashboard/province/42/desks/${desk.code}`;
  const fields = formFields(await service.get(path), path);
  expect((await service.post(path, { ...fields, name: 'Bàn đổi tên' })).status).toBe(303);
  const promises = `/dashboard/commune/${thanhSen.code}/promises/new`;
  const promise = { text: 'Thêm ghế.', criterion: 'facilities', dueBy: '31/12/2026' };
  await service.post(promises, { ...formFields(await service.get(promises), promises), ...promise });

  const trail = JSON.stringify(await service.items('AUDIT#'));
  expect(trail).toContain('Bàn đổi tên');
  expect(trail).toContain('Thêm ghế.');
  const ids = (await service.items('RESPONSES#')).map(({ sk }) => sk);
  expect(ids).toHaveLength(15);
  for (const said of [comment, 'overall', 'ratings', 'Nguyễn Thị Lan', '@', ...ids]) {
    expect(trail).not.toContain(said);
  }
});

it('offers no way to change a line', async () => {
  await record();
  expect((await service.get(path)).html.match(/<form/g)).toHaveLength(1);
  expect((await service.post(path, {})).status).toBe(404);
});
