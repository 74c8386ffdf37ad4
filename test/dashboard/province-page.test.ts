import { beforeEach, describe, expect, it } from 'vitest';
import type { Day } from '../../functions/domain/day.ts';
import { deskStore } from '../../functions/store/desk-store.ts';
import { unitStore } from '../../functions/store/unit-store.ts';
import {
  accountWith,
  type DashboardService,
  dashboardService,
  grants,
} from '../support/dashboard-service.ts';
import { wordsOf } from '../support/page.ts';
import { listedNames, listedRows, provinceNamed, section, sectionWords } from '../support/province-page.ts';
import { type Brought, deskIn, putWeeks } from '../support/province-weeks.ts';
import { present, week } from '../support/samples.ts';

const [w46, w47, w48] = [week('2026-W46'), week('2026-W47'), week('2026-W48')];

const province = provinceNamed(
  ['Đức Thọ'],
  ['Thành Sen', 'Phường'],
  ['Cẩm Hòa'],
  ['Côn Đảo', 'Đặc khu'],
  ['Kỳ Anh'],
  ['An Lộc'],
  ['Bình An'],
  ['Gia Hanh'],
  ['Hương Sơn'],
  ['Lộc Hà'],
  ['Mai Phụ'],
  ['Nghi Xuân'],
  ['Toàn Lưu'],
);
const alike = ['Kỳ Anh', 'An Lộc', 'Bình An', 'Hương Sơn', 'Lộc Hà', 'Mai Phụ', 'Nghi Xuân', 'Toàn Lưu'];
const communeCalled = (name: string) => present(province.communes.find((each) => each.name === name));
const codeOf = (name: string) => communeCalled(name).code;

const usual: Brought = { rated: 120, unhappy: 6 };

/** Enough to compare: one far below, one far above, few answers in three, the others alike. */
const weeks: Record<string, readonly Brought[]> = {
  [codeOf('Đức Thọ')]: [
    { rated: 60, unhappy: 14 },
    { rated: 60, unhappy: 14 },
  ],
  [codeOf('Thành Sen')]: [{ rated: 250 }, { rated: 250 }],
  [codeOf('Cẩm Hòa')]: [{ rated: 0 }, { rated: 6, unhappy: 2 }],
  [codeOf('Côn Đảo')]: [{ rated: 40, unhappy: 2 }, { rated: 0 }],
  [codeOf('Gia Hanh')]: [{ rated: 0 }, { rated: 12 }],
  ...Object.fromEntries(alike.map((name) => [codeOf(name), [usual, usual]])),
};

let service: DashboardService;
const path = `/dashboard/province/${province.code}`;
const show = (query = '') => service.get(`${path}${query}`);

beforeEach(async () => {
  service = await dashboardService();
  await unitStore(service.table).put(province);
  for (const commune of province.communes.filter(({ name }) => name !== 'Gia Hanh')) {
    await deskStore(service.table).add(deskIn(province, commune));
  }
  await putWeeks(service.table, province, w47, weeks);
  service.signIn(accountWith(grants.reader));
});

describe('a province’s page', () => {
  it('begins with its level and how many are below and above it', async () => {
    expect(wordsOf(await show())).toMatch(
      /Mức chung của tỉnh: 9\d,\d\s% hài lòng. Trong 10 đơn vị đủ 100 lượt để so sánh: 1 thấp hơn mức chung, 1 cao hơn, 8 tương đương/,
    );
  });

  it('says how far the survey reaches, and whom to call', async () => {
    const words = sectionWords(await show(), 'coverage');
    expect(words).toContain('Đơn vị có bàn một cửa đang hoạt động 12 / 13');
    expect(words).toContain('Có lượt đánh giá trong 13 tuần 13 / 13');
    expect(words).toContain('Từ 30 lượt: đủ để nêu tỷ lệ 11 / 13');
    expect(words).toContain('Trong đó từ 100 lượt: đủ để so sánh 10 / 13');
    expect(words).toContain('Từ 10 đến 29 lượt: chỉ nêu số lượt 1 / 13');
    expect(words).toContain('Dưới 10 lượt: chưa nêu số nào 1 / 13');
    expect(words).toContain('Không có lượt nào trong tuần: 1 đơn vị');
    expect(words).toContain('Đặc khu Côn Đảo (tuần này)');
  });

  it('lists bands by name, with gaps, alerts and how many chance alone would put below', async () => {
    const words = sectionWords(await show(), 'bands');
    expect(words).toContain('Xếp theo tên; trong mỗi nhóm không có thứ tự cao thấp.');
    expect(words).toContain('khoảng 0,3 đơn vị bị xếp thấp hơn chỉ do ngẫu nhiên');
    expect(words).toMatch(/Thấp hơn mức chung: 1 Xã Đức Thọ −1\d,\d\sđiểm n = 120 Cảnh báo/);
    expect(words).toMatch(/Cao hơn mức chung: 1 Phường Thành Sen \+\d,\d\sđiểm n = 500 Nổi bật/);
    expect(words).toMatch(/Tương đương: 8 Xã An Lộc .* Xã Bình An .* Xã Hương Sơn .* Xã Toàn Lưu/);
  });

  it('draws each compared commune in the funnel, by name, and names it in the table', async () => {
    const { html } = section(await show(), 'bands');
    const drawn = [...html.matchAll(/<title>([^:<]+): /g)].map(([, name]) => name);
    expect(new Set(drawn)).toEqual(new Set([...alike, 'Thành Sen', 'Đức Thọ']));
    expect(html).toContain('Xem số liệu của biểu đồ');
  });

  it('says of every commune as much as may be shown', async () => {
    const rows = new Map(listedRows(await show()).map(([name = '', ...cells]) => [name, cells]));
    expect(rows.get('Xã Cẩm Hòa')).toEqual(['–', '–', 'chưa đủ dữ liệu', '–', '–', '–', '–']);
    expect(rows.get('Xã Gia Hanh')).toEqual(['–', '12', 'chưa đủ để nêu tỷ lệ', '–', '–', '–', '–']);
    expect(rows.get('Đặc khu Côn Đảo')?.slice(0, 5)).toEqual(['–', '40', '95,0 %', '83,5–98,6', '2']);
    expect(rows.get('Xã Đức Thọ')?.[6]).toMatch(/^thấp hơn −1\d,\d điểm cảnh báo$/);
  });

  it('is marked provisional until the week closes, and leads to the weeks beside it', async () => {
    const latest = await show();
    expect(wordsOf(latest)).toContain('tạm tính, chốt sau ngày 01/12/2026');
    expect(latest.html).toContain(`href="${path}?week=${w46}"`);
    expect(latest.html).not.toContain(`?week=${w48}"`);
    service.clock.moveTo('2026-12-02T00:10+07:00');
    const closed = await show(`?week=${w47}`);
    expect(wordsOf(closed)).not.toContain('tạm tính');
    expect(closed.html).toContain(`href="${path}?week=${w48}"`);
  });

  it('says whose closed weeks were counted again and changed', async () => {
    const changed = { revision: 2, revisedOn: '2026-11-25' as Day };
    await putWeeks(service.table, provinceNamed(['Đức Thọ']), w48, {
      [codeOf('Đức Thọ')]: [{ rated: 60, standing: changed }],
    });
    service.clock.moveTo('2026-11-30T08:00+07:00');
    expect(wordsOf(await show())).toContain(
      'Số liệu đã chốt được cập nhật: Xã Đức Thọ (tuần 48/2026, ngày 25/11/2026)',
    );
  });

  it('of an earlier week knows nothing of later ones', async () => {
    const rows = new Map(
      listedRows(await show(`?week=${w46}`)).map(([name = '', ...cells]) => [name, cells]),
    );
    expect(rows.get('Xã Đức Thọ')?.[1]).toBe('60');
    expect(rows.get('Xã Gia Hanh')?.[2]).toBe('chưa đủ dữ liệu');
  });

  it('has a province without any answers, too', async () => {
    await unitStore(service.table).put({ ...province, code: '43', communes: [] });
    service.signIn(accountWith({ role: 'province-reader', province: '43' }));
    const page = await service.get('/dashboard/province/43');
    expect([page.status, service.failures]).toEqual([200, []]);
    expect(wordsOf(page)).toContain('Chưa so sánh được các đơn vị');
  });

  it('loads no style and no script but its own', async () => {
    const { html, headers } = await show();
    expect(html).not.toMatch(/ style=|<script(?! src="\/dashboard\/assets\/)| on\w+=/);
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self'/);
  });
});

describe('the list of communes', () => {
  it('is by name unless it is sorted', async () => {
    expect(listedNames(await show())).toEqual([
      'Xã An Lộc',
      'Xã Bình An',
      'Xã Cẩm Hòa',
      'Đặc khu Côn Đảo',
      'Xã Đức Thọ',
      'Xã Gia Hanh',
      'Xã Hương Sơn',
      'Xã Kỳ Anh',
      'Xã Lộc Hà',
      'Xã Mai Phụ',
      'Xã Nghi Xuân',
      'Phường Thành Sen',
      'Xã Toàn Lưu',
    ]);
  });

  it.each([
    ['sort=name&order=desc', ['Xã Toàn Lưu', 'Phường Thành Sen', 'Xã Nghi Xuân']],
    [
      'sort=answers',
      [
        'Phường Thành Sen',
        'Xã An Lộc',
        'Xã Bình An',
        'Xã Hương Sơn',
        'Xã Kỳ Anh',
        'Xã Lộc Hà',
        'Xã Mai Phụ',
        'Xã Nghi Xuân',
        'Xã Toàn Lưu',
        'Xã Đức Thọ',
        'Đặc khu Côn Đảo',
        'Xã Gia Hanh',
        'Xã Cẩm Hòa',
      ],
    ],
    ['sort=answers&order=asc', ['Xã Gia Hanh', 'Đặc khu Côn Đảo', 'Xã Đức Thọ']],
    ['sort=rate', ['Xã Đức Thọ', 'Xã An Lộc']],
    ['sort=rate&order=desc', ['Phường Thành Sen']],
    ['sort=unhappy', ['Xã Đức Thọ', 'Xã An Lộc']],
  ])('%s puts these first', async (query, names) => {
    expect(listedNames(await show(`?${query}`)).slice(0, names.length)).toEqual(names);
  });

  it('shows the shrunken rate only where it orders the list, and says what it is not', async () => {
    expect(sectionWords(await show(), 'communes')).not.toContain('Đã kéo về mức chung ');
    const words = sectionWords(await show('?sort=rate'), 'communes');
    expect(words).toContain('Không phải kết quả của đơn vị');
    expect(words).toContain('Đây không phải bảng xếp hạng');
  });

  it.each([
    ['cam hoa', ['Xã Cẩm Hòa']],
    ['CẨM HOÀ', ['Xã Cẩm Hòa']],
    ['duc', ['Xã Đức Thọ']],
    ['đặc khu', ['Đặc khu Côn Đảo']],
    ['phuong', ['Phường Thành Sen']],
    ['nowhere', []],
  ])('finds %s without script', async (typed, names) => {
    const page = await show(`?q=${encodeURIComponent(typed)}`);
    expect(listedNames(page)).toEqual(names);
    expect(sectionWords(page, 'communes')).toContain(`Đang hiện ${names.length} trong 13 đơn vị`);
  });

  it.each([
    ['xa', 11],
    ['phuong', 1],
    ['dac-khu', 1],
  ])('filters by kind %s', async (kind, count) => {
    expect(listedNames(await show(`?kind=${kind}`))).toHaveLength(count);
  });

  it('ignores choices that were left empty', async () => {
    expect(listedNames(await show('?q=&phase=&kind=&response=&sort=&order='))).toHaveLength(13);
  });

  it('keeps everything that was chosen, in the form and in the links that sort', async () => {
    const { html } = section(await show('?kind=xa&q=an&sort=unhappy&order=asc&response=unknown'), 'communes');
    expect(html).toContain('value="an"');
    for (const value of ['xa', 'unhappy', 'asc', 'unknown']) {
      expect(html).toContain(`<option value="${value}" selected="">`);
    }
    const link = present(/href="([^"]*sort=answers[^"]*)"/.exec(html)?.[1]).replaceAll('&amp;', '&');
    expect(Object.fromEntries(new URL(link, 'http://a').searchParams)).toEqual({
      week: w47,
      q: 'an',
      sort: 'answers',
      kind: 'xa',
      response: 'unknown',
    });
  });

  it.each([
    ['sort=rating', 'rating'],
    ['order=up', 'up'],
    ['phase=4', '4'],
    ['kind=quan', 'quan'],
    ['response=<b>', '<b>'],
  ])('refuses %s in words', async (query, value) => {
    const page = await show(`?${query}`);
    expect(page.status).toBe(400);
    expect(wordsOf(page)).toContain(`không biết cách lọc hoặc sắp xếp “${value}”`);
  });
});

describe('a week that is asked for', () => {
  it.each([
    ['2026-W54', 400, 'Không có tuần này'],
    ['47', 400, 'Không có tuần này'],
    ['2026-W49', 404, 'Tuần này chưa đến'],
    ['2026-W48', 404, 'Tuần này chưa kết thúc'],
  ])('%s is answered with %i', async (asked, status, words) => {
    const page = await show(`?week=${asked}`);
    expect(page.status).toBe(status);
    expect(wordsOf(page)).toContain(words);
  });

  it('may be the open one for the operator, marked so', async () => {
    service.signIn(accountWith(grants.operator));
    const page = await show(`?week=${w48}`);
    expect(page.status).toBe(200);
    expect(wordsOf(page)).toContain('tuần đang mở');
  });

  it('may be long before anybody answered', async () => {
    const page = await show('?week=2020-W53');
    expect(page.status).toBe(200);
    expect(wordsOf(page)).toContain('Chưa so sánh được');
  });
});

describe('in the demonstration', () => {
  it('everybody sees the open week, marked so', async () => {
    service = await dashboardService({ wrap: (deps) => ({ ...deps, demo: true }) });
    await unitStore(service.table).put(province);
    await putWeeks(service.table, province, w48, weeks);
    service.signIn(accountWith(grants.reader));
    const page = await show(`?week=${w48}`);
    expect(page.status).toBe(200);
    expect(wordsOf(page)).toContain('tuần đang mở');
    expect(wordsOf(page)).toContain('Dữ liệu mẫu');
  });
});

describe('who may see a province', () => {
  it.each([
    ['admin', 200],
    ['reader', 200],
    ['operator', 200],
    ['chief', 403],
    ['otherAdmin', 403],
  ] as const)('%s: %i', async (role, status) => {
    service.signIn(accountWith(grants[role]));
    expect((await show()).status).toBe(status);
  });

  it('nobody before signing in', async () => {
    service.signIn(undefined);
    expect((await show()).status).toBe(303);
  });

  it('is told that there is no such province when it may see all', async () => {
    service.signIn(accountWith(grants.operator));
    expect((await service.get('/dashboard/province/99')).status).toBe(404);
  });
});
