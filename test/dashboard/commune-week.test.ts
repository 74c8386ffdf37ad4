import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CommuneWeeks, communeWeeks, comparableProvince } from '../support/commune-weeks.ts';
import {
  accountWith,
  type DashboardService,
  dashboardService,
  grants,
} from '../support/dashboard-service.ts';
import { type Page, wordsOf } from '../support/page.ts';
import { thanhSen } from '../support/samples.ts';

const path = `/dashboard/commune/${thanhSen.code}`;
const plain = (page: Page): string => wordsOf(page).replaceAll('\u00a0', ' ');
const several = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

/** Sixteen a week, all but one satisfied. */
const usual = { fives: 12, fours: 3, threes: 1 };

describe("a commune's week", () => {
  let service: DashboardService;
  let fill: CommuneWeeks;
  beforeAll(async () => {
    service = await dashboardService();
    fill = communeWeeks(service);
    await fill.province(comparableProvince);
    for (const commune of comparableProvince.communes)
      await fill.answers(commune, '2026-W47', several(13, usual));
    for (const at of ['2026-W44', '2026-W45', '2026-W46', '2026-W47']) await fill.visits(thanhSen, at, 200);
    await fill.comment(thanhSen, '2026-W46', 'Bàn viết thấp quá.');
    await fill.comment(thanhSen, '2026-W47', 'Cán bộ <nhiệt> tình.');
    await fill.count('2026-W35', '2026-W47', comparableProvince);
  });

  const asChief = (at = path): Promise<Page> => {
    service.signIn(accountWith(grants.chief));
    return service.get(at);
  };

  it('begins with a sentence that says how it stands', async () => {
    expect(plain(await asChief())).toContain(
      '4 tuần gần nhất: 64 lượt đánh giá, 93,8 % hài lòng; so với trước đó: tương đương.',
    );
  });

  it('is the last that has ended, and provisional until late answers can come no more', async () => {
    const words = plain(await asChief());
    expect(words).toContain('Tuần 47/2026');
    expect(words).toContain('tạm tính đến 01/12/2026');
    expect(plain(await asChief(`${path}?week=2026-W45`))).not.toContain('tạm tính đến');
  });

  it('shows the last block beside the last four weeks, with its response rate', async () => {
    const { html } = await asChief();
    const rows = [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      row
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    );
    expect(rows).toEqual(
      expect.arrayContaining([
        'Lượt đánh giá 16 64',
        'Tỷ lệ trả lời 8,0 % dưới 10 % 8,0 % dưới 10 %',
        'Không hài lòng 0 0',
      ]),
    );
  });

  it('compares it with the province over thirteen weeks', async () => {
    expect(plain(await asChief())).toContain(
      'Tương đương mức chung của tỉnh (0,0 điểm, tính trong 13 tuần).',
    );
  });

  it('draws its rate over time with the number of answers under each point', async () => {
    const { html } = await asChief();
    const svg = html.slice(html.indexOf('<svg'), html.indexOf('</svg>'));
    expect(svg.match(/class="mark inside"/g)).toHaveLength(13);
    expect(svg.match(/>16<\/text>/g)).toHaveLength(13);
  });

  it('shows what was written block by block, escaped', async () => {
    const { html } = await asChief();
    expect(html).toContain('Tuần 46/2026: 1 ý kiến');
    expect(html).toContain('Cán bộ &lt;nhiệt&gt; tình.');
  });

  it('leads to the week before, and from there back', async () => {
    expect((await asChief()).html).toContain(`href="${path}?week=2026-W46"`);
    const before = (await asChief(`${path}?week=2026-W46`)).html;
    expect(before).toContain(`href="${path}?week=2026-W45"`);
    expect(before).toContain(`href="${path}?week=2026-W47"`);
  });

  it('leads no further than there are numbers, and to no week that has not ended', async () => {
    expect((await asChief(`${path}?week=2026-W35`)).html).not.toContain('?week=2026-W34');
    expect((await asChief()).html).not.toContain('?week=2026-W48');
  });

  it.each([
    ['2026-W54', 400, 'Không có tuần này'],
    ['47', 400, 'Không có tuần này'],
    ['2026-W49', 404, 'Tuần này chưa đến'],
    ['2026-W48', 404, 'Tuần này chưa kết thúc'],
  ])('says what is wrong with week %s', async (week, status, words) => {
    const page = await asChief(`${path}?week=${week}`);
    expect([page.status, plain(page).includes(words)]).toEqual([status, true]);
  });

  it('takes an empty week for none', async () => {
    expect((await asChief(`${path}?week=`)).status).toBe(200);
  });

  it('of a commune that there is not is a page that says so, for who might see it', async () => {
    service.signIn(accountWith(grants.operator));
    const page = await service.get('/dashboard/commune/99999');
    expect([page.status, plain(page).includes('Không tìm thấy đơn vị này')]).toEqual([404, true]);
  });

  it('lets a chief report visits and promise, and a reader of the province neither', async () => {
    expect(plain(await asChief())).toContain('Ghi việc sẽ làm');
    service.signIn(accountWith(grants.reader));
    const words = plain(await service.get(path));
    expect(words).not.toMatch(/Ghi việc sẽ làm|Báo số lượt tiếp nhận/);
  });

  it('shows questions on payments and harassment to the province and the operator, not to the chief', async () => {
    const question = 'Có bị gây phiền hà, nhũng nhiễu không?';
    expect(plain(await asChief())).not.toContain(question);
    for (const who of [grants.reader, grants.operator]) {
      service.signIn(accountWith(who));
      expect(plain(await service.get(path))).toContain(question);
    }
  });

  it('shows comments to commune and province, not to the operator', async () => {
    const written = 'Bàn viết thấp quá.';
    service.signIn(accountWith(grants.reader));
    expect(plain(await service.get(path))).toContain(written);
    service.signIn(accountWith(grants.operator));
    expect(plain(await service.get(path))).not.toContain(written);
  });

  it('names itself an official index nowhere', async () => {
    expect((await asChief()).html).not.toMatch(/sipas|chỉ số chính thức/i);
  });

  it('stands under a policy that allows its style and nothing inline', async () => {
    const { html } = await asChief();
    expect(html).not.toMatch(/ style=| on\w+=/);
  });
});

describe('what moved', () => {
  it('is said of a criterion that changed beyond noise, and marked at its bar', async () => {
    const service = await dashboardService();
    const fill = communeWeeks(service);
    const rated = (waiting: 2 | 5) => ({ fives: 20, about: { criteria: { waiting, attitude: 5 as const } } });
    await fill.answers(thanhSen, '2026-W47', [...several(4, rated(5)), ...several(4, rated(2))]);
    await fill.count('2026-W40', '2026-W47');
    service.signIn(accountWith(grants.chief));
    const page = await service.get(path);
    expect(plain(page)).toContain('Thay đổi: Kém đi: thời gian chờ.');
    expect(page.html).toMatch(/Thời gian chờ<tspan class="remark"> – kém đi<\/tspan>/);
  });
});

describe('a commune with few answers', () => {
  let service: DashboardService;
  let fill: CommuneWeeks;
  beforeEach(async () => {
    service = await dashboardService();
    fill = communeWeeks(service);
  });

  const wordsFor = async (who: keyof typeof grants, at = path): Promise<string> => {
    service.signIn(accountWith(grants[who]));
    return plain(await service.get(at));
  };

  it('has no number for anybody but the operator below ten', async () => {
    await fill.answers(thanhSen, '2026-W47', [{ fives: 6, ones: 3 }]);
    await fill.count('2026-W47', '2026-W47');
    expect(await wordsFor('chief')).toContain('Chưa đủ 10 lượt đánh giá nên chưa có số liệu để hiện.');
    expect(await wordsFor('reader')).toContain('Chưa đủ 10 lượt đánh giá nên chưa có số liệu để hiện.');
    expect(await wordsFor('operator')).toContain('9 lượt đánh giá, 66,7 % hài lòng');
  });

  it('reads the same without any answer', async () => {
    const none = await wordsFor('chief');
    await fill.answers(thanhSen, '2026-W47', [{ fives: 6, ones: 3 }]);
    await fill.count('2026-W47', '2026-W47');
    expect(await wordsFor('chief')).toBe(none);
  });

  it('shows the chief the rate of ten to twenty-nine, the province their count only', async () => {
    await fill.answers(thanhSen, '2026-W47', several(4, { fives: 3, ones: 1 }));
    await fill.count('2026-W44', '2026-W47');
    expect(await wordsFor('chief')).toContain('12 lượt đánh giá, 75,0 % hài lòng; số lượt còn ít');
    const forProvince = await wordsFor('reader');
    expect(forProvince).toContain('12 lượt đánh giá; chưa đủ 30 lượt để hiện tỷ lệ');
    expect(forProvince).not.toContain('75,0');
  });

  it('says which weeks wait for more answers', async () => {
    await fill.answers(thanhSen, '2026-W47', [{ fives: 14 }, { fives: 2 }, { fives: 3 }]);
    await fill.count('2026-W45', '2026-W47');
    expect(await wordsFor('chief')).toContain('Các tuần 46–47/2026 chưa đủ 10 lượt đánh giá');
  });
});

describe('how final a week is', () => {
  let service: DashboardService;
  let fill: CommuneWeeks;
  beforeEach(async () => {
    service = await dashboardService();
    fill = communeWeeks(service);
    await fill.answers(thanhSen, '2026-W47', several(4, usual));
    await fill.count('2026-W44', '2026-W47');
    service.signIn(accountWith(grants.chief));
  });

  it('stays provisional until a night has counted it as closed', async () => {
    service.clock.moveTo('2026-12-02T00:05+07:00');
    expect(plain(await service.get(`${path}?week=2026-W47`))).toContain('tạm tính');
    await fill.count('2026-W44', '2026-W47');
    expect(plain(await service.get(`${path}?week=2026-W47`))).not.toContain('tạm tính đến');
  });

  it('is said of a closed week that was counted again and has changed, with the day', async () => {
    service.clock.moveTo('2026-12-03T09:00+07:00');
    await fill.count('2026-W44', '2026-W47');
    await fill.answers(thanhSen, '2026-W46', [{ fives: 12 }]);
    await fill.count('2026-W46', '2026-W46');
    expect(plain(await service.get(`${path}?week=2026-W47`))).toContain(
      'Số liệu đã cập nhật: tuần 46/2026 được tính lại ngày 03/12/2026.',
    );
  });
});
