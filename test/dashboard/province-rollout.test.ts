import { beforeEach, describe, expect, it } from 'vitest';
import type { Day } from '../../functions/domain/day.ts';
import { deskStore } from '../../functions/store/desk-store.ts';
import { type RolloutStore, rolloutStore } from '../../functions/store/rollout-store.ts';
import { unitStore } from '../../functions/store/unit-store.ts';
import {
  accountWith,
  type DashboardService,
  dashboardService,
  grants,
} from '../support/dashboard-service.ts';
import { hiddenFields, type Page, typedComment, wordsOf } from '../support/page.ts';
import { listedRows, provinceNamed, sectionWords } from '../support/province-page.ts';
import { deskIn, putWeeks } from '../support/province-weeks.ts';
import { present, week } from '../support/samples.ts';

const province = provinceNamed(['Thành Sen', 'Phường'], ['Can Lộc'], ['Đức Thọ'], ['Kỳ Anh'], ['Nghi Xuân']);
const [thanhSen, canLoc, ducTho, kyAnh] = province.communes.map(({ code }) => code);
const path = '/dashboard/province/42/rollout';
const table = `${thanhSen},1,2026-09-01\n${canLoc},1,2026-09-01\n${ducTho},2,2026-11-01\n${kyAnh},3,2027-01-04`;

let service: DashboardService;
let rollouts: RolloutStore;

const show = () => service.get(path);
const save = (typed: string, seen = '0') => service.post(path, { seen, table: typed });

beforeEach(async () => {
  service = await dashboardService();
  rollouts = rolloutStore(service.table);
  await unitStore(service.table).put(province);
  for (const commune of province.communes.slice(0, 2)) {
    await deskStore(service.table).add(deskIn(province, commune));
  }
  await putWeeks(service.table, province, week('2026-W47'), { [present(thanhSen)]: [{ rated: 12 }] });
  service.signIn(accountWith(grants.admin));
});

/** What a page's table has of each commune. */
const rowsOf = (page: Page) =>
  Object.fromEntries(listedRows(page).map(([name = '', ...cells]) => [name, cells]));

describe('the rollout of a province', () => {
  it('tells of each commune how far it has come', async () => {
    expect((await save(table)).status).toBe(303);
    expect(rowsOf(await show())).toEqual({
      'Phường Thành Sen': ['1', '01/09/2026', 'Có đánh giá'],
      'Xã Can Lộc': ['1', '01/09/2026', 'Có bàn, chưa có đánh giá'],
      'Xã Đức Thọ': ['2', '01/11/2026', 'Trễ lịch'],
      'Xã Kỳ Anh': ['3', '04/01/2027', 'Đã xếp lịch'],
      'Xã Nghi Xuân': ['–', '–', 'Chưa xếp'],
    });
  });

  it('stands on the province’s page, phase by phase, with those that are late', async () => {
    await save(table);
    const words = sectionWords(await service.get('/dashboard/province/42'), 'rollout');
    expect(words).toContain('1 trong 5 đơn vị (20,0 %) đã có bàn hoạt động và có lượt đánh giá');
    expect(words).toContain('Giai đoạn 1 01/09/2026 2 1 1 0 0 0');
    expect(words).toContain('Giai đoạn 2 01/11/2026 1 0 0 0 1 0');
    expect(words).toContain('Cả tỉnh 5 1 1 1 1 1');
    expect(words).toContain('Quá ngày bắt đầu mà chưa có bàn: Xã Đức Thọ');
  });

  it('filters the list of communes by phase', async () => {
    await save(table);
    const filtered = async (phase: string) =>
      Object.keys(rowsOf(await service.get(`/dashboard/province/42?phase=${phase}`)));
    expect(await filtered('1')).toEqual(['Xã Can Lộc', 'Phường Thành Sen']);
    expect(await filtered('3')).toEqual(['Xã Kỳ Anh']);
    expect(await filtered('none')).toEqual(['Xã Nghi Xuân']);
    expect(Object.keys(rowsOf(await service.get('/dashboard/province/42?phase=1&kind=phuong')))).toEqual([
      'Phường Thành Sen',
    ]);
  });

  it('is a table to edit, with every commune and its name', async () => {
    await save(table);
    expect(typedComment(await show())?.split('\n')).toEqual([
      `${canLoc},1,2026-09-01,Can Lộc`,
      `${ducTho},2,2026-11-01,Đức Thọ`,
      `${kyAnh},3,2027-01-04,Kỳ Anh`,
      `${province.communes[4]?.code},,,Nghi Xuân`,
      `${thanhSen},1,2026-09-01,Thành Sen`,
    ]);
  });

  it('is shown to a reader, who changes nothing', async () => {
    service.signIn(accountWith(grants.reader));
    const page = await show();
    expect(page.status).toBe(200);
    expect(page.html).not.toContain('<textarea');
    expect((await save(table)).status).toBe(403);
    expect((await rollouts.find('42')).version).toBe(0);
  });

  it('leaves a line of every change in the audit trail', async () => {
    await save(table);
    await save(`${thanhSen},2,2026-09-08`, '1');
    const words = wordsOf(await service.get('/dashboard/province/42/audit'));
    expect(words).toContain('Sửa lộ trình: lộ trình của tỉnh');
    expect(words).toMatch(
      /Công an phường Thành Sen .*giai đoạn 1, từ 01\/09\/2026 .*giai đoạn 2, từ 08\/09\/2026/,
    );
    expect(await rollouts.find('42')).toEqual({
      plan: { [present(thanhSen)]: { phase: 2, start: '2026-09-08' as Day } },
      version: 2,
    });
  });
});

describe('a table that is wrong', () => {
  const wrong = `${thanhSen},4,2026-09-01\n99999,1,2026-09-01\n${canLoc},1,31/02/2027`;

  it('is answered with every problem and everything typed, and nothing is stored', async () => {
    const page = await save(wrong);
    expect(page.status).toBe(400);
    const words = wordsOf(page);
    expect(words).toContain(`Dòng 1 “${thanhSen},4,2026-09-01”: giai đoạn phải là 1, 2 hoặc 3`);
    expect(words).toContain('Dòng 2 “99999,1,2026-09-01”: tỉnh này không có đơn vị nào mang mã đó');
    expect(words).toContain('Dòng 3');
    expect(typedComment(page)).toBe(wrong);
    expect(page.html).toContain('aria-invalid="true"');
    expect((await rollouts.find('42')).version).toBe(0);
  });

  it('with hundreds of problems says the first ones and how many more', async () => {
    const page = await save(Array.from({ length: 300 }, (_, n) => `x${n},1`).join('\n'));
    expect(wordsOf(page)).toContain('Và 280 dòng khác cũng cần sửa.');
  });

  it('does not come back as markup', async () => {
    const page = await save('<script>alert(1)</script>,1,1');
    expect(page.html).not.toContain('<script>alert');
  });
});

describe('two people who plan at once', () => {
  it('do not write over each other: the second sees both, keeps what was typed, and decides', async () => {
    await save(table);
    await save(`${thanhSen},1,2026-10-05`, '1');
    const mine = `${thanhSen},2,2026-11-02`;
    const page = await save(mine, '1');
    expect(page.status).toBe(409);
    const words = wordsOf(page);
    expect(words).toContain('Có người vừa sửa mục này');
    expect(words).toContain('Phường Thành Sen giai đoạn 1, từ 05/10/2026 giai đoạn 2, từ 02/11/2026');
    expect(typedComment(page)).toBe(mine);
    expect((await rollouts.find('42')).plan[present(thanhSen)]?.start).toBe('2026-10-05');

    expect((await save(mine, hiddenFields(page)['seen'])).status).toBe(303);
    expect((await rollouts.find('42')).plan[present(thanhSen)]?.phase).toBe(2);
  });

  it('and one who sends the same form twice has changed it once', async () => {
    expect((await save(table)).headers.get('location')).toBe(`${path}?done=saved`);
    expect((await save(table)).status).toBe(303);
    expect((await rollouts.find('42')).version).toBe(1);
  });

  it('and one who changes nothing is told so', async () => {
    await save(table);
    const again = await save(table, '1');
    expect(again.headers.get('location')).toBe(`${path}?done=unchanged`);
    expect(wordsOf(await service.get(`${path}?done=unchanged`))).toContain('không có gì thay đổi');
  });

  it('and one whose form has lost its version is asked to compare', async () => {
    expect((await save(table, 'x')).status).toBe(409);
  });
});
