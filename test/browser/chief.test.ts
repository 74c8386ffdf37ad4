import type { Browser, Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addWeeks } from '../../functions/domain/iso-week.ts';
import { procedures } from '../../functions/domain/questionnaire.ts';
import { responseStore } from '../../functions/store/response-store.ts';
import { seededRandom } from '../../infra/simulation/random.ts';
import { sampleResponse } from '../../infra/simulation/sample-responses.ts';
import { desktop, launchBrowser, newPage, phone, screenshot } from '../support/browser.ts';
import { communeWeeks, comparableProvince } from '../support/commune-weeks.ts';
import {
  accountWith,
  type DashboardService,
  dashboardService,
  grants,
} from '../support/dashboard-service.ts';
import { canLoc, present, thanhSen, week } from '../support/samples.ts';
import { serveStaff } from '../support/staff-server.ts';
import { expectToFit, expectUsableUnfolded } from '../support/usable.ts';

let browser: Browser;
let service: DashboardService;
let server: Awaited<ReturnType<typeof serveStaff>>;

const longComment =
  'Tôi đến làm thủ tục đăng ký thường trú cho cả gia đình, cán bộ hướng dẫn tận tình, nhưng phòng chờ đông, thiếu ghế và quạt; mong bố trí thêm bàn tiếp nhận vào sáng thứ Hai. '.repeat(
    2,
  );

/** Thành Sen: half a year of answers at many desks. Can Lộc: a handful. The others: to compare with. */
const fillProvince = async (): Promise<void> => {
  const fill = communeWeeks(service);
  await fill.province(comparableProvince);
  const random = seededRandom('chief');
  const names = [
    'Bàn tiếp nhận và trả kết quả thủ tục đăng ký cư trú, căn cước, định danh điện tử số 1',
    ...Array.from({ length: 11 }, (_, i) => `Bàn một cửa số ${i + 2} tại trụ sở cũ của xã đã sáp nhập`),
  ];
  const desks = await Promise.all(names.map((name, index) => fill.desk(index + 1, name)));
  const other = await fill.desk(40, 'Bàn một cửa', canLoc);
  const character = { satisfied: 0.93, answers: 24, weakness: 'waiting' } as const;
  for (const commune of comparableProvince.communes) {
    // Two busy weeks, so that no desk and no procedure is too small to be shown.
    const meanOf = (i: number) => (commune === canLoc ? 2 : commune === thanhSen && i < 2 ? 240 : 24);
    const responses = Array.from({ length: 27 }, (_, i) =>
      Array.from({ length: random.poisson(meanOf(i)) }, () => ({
        ...sampleResponse(random, { desk: other, week: addWeeks(week('2026-W47'), -i), character }),
        commune: commune.code,
        ...(commune === thanhSen && { desk: random.pick(desks).code, procedure: random.pick(procedures) }),
      })),
    );
    await responseStore(service.table).addAll(responses.flat());
  }
  for (const at of ['2026-W45', '2026-W46', '2026-W47'])
    for (let i = 0; i < 6; i++) await fill.comment(thanhSen, at, longComment);
  for (const at of ['2026-W44', '2026-W45', '2026-W46', '2026-W47']) await fill.visits(thanhSen, at, 15);
  await fill.answers(thanhSen, '2026-W47', [{ ones: 12, about: { flags: ['burst'] } }]);
  await fill.answers(thanhSen, '2026-W48', [{ fives: 7 }]);
  await fill.count('2026-W21', '2026-W48', comparableProvince);
};

beforeAll(async () => {
  [browser, service] = await Promise.all([launchBrowser(), dashboardService()]);
  await fillProvince();
  server = await serveStaff(service);
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

const large = `/dashboard/commune/${thanhSen.code}`;
const small = `/dashboard/commune/${canLoc.code}`;

/** Every state of the page, and who looks at it. */
const states: Record<string, [who: keyof typeof grants, path: string]> = {
  'a week': ['chief', large],
  'an earlier week': ['chief', `${large}?week=2026-W40`],
  'few answers': ['otherChief', small],
  'no numbers yet': ['otherChief', `${small}?week=2026-W21`],
  'seen from the province': ['reader', large],
  'the open week': ['operator', `${large}?week=2026-W48`],
  'a week that has not begun': ['chief', `${large}?week=2027-W10`],
  'no such week': ['chief', `${large}?week=2026-W60`],
  'a commune of others': ['otherChief', large],
};

const open = async (
  [who, path]: [keyof typeof grants, string],
  options: Parameters<typeof newPage>[1],
): Promise<Page> => {
  service.signIn(accountWith(grants[who]));
  const page = await newPage(browser, options);
  await page.goto(`${server.origin}${path}`);
  return page;
};

describe.each([
  { device: 'phone', size: phone },
  { device: 'computer', size: desktop },
])('on a $device', ({ device, size }) => {
  it.each(Object.entries(states))('%s: accessible, large targets, no overflow', async (name, state) => {
    const page = await open(state, size);
    await screenshot(page, `chief-${device}-${name.replaceAll(' ', '-')}`);
    await expectUsableUnfolded(page);
    await page.context().close();
  });

  it('reads the same without script', async () => {
    const [with_, without] = await Promise.all([
      open(['chief', large], size),
      open(['chief', large], { ...size, javaScript: false }),
    ]);
    expect(await without.locator('main').innerText()).toBe(await with_.locator('main').innerText());
    await Promise.all([with_, without].map((page) => page.context().close()));
  });
});

it('fits the smallest phones', async () => {
  const page = await open(['chief', large], { width: 320, height: 568 });
  await screenshot(page, 'chief-small-phone');
  await expectToFit(page);
  await page.context().close();
});

it('one screen of a phone tells how it stands, in numbers, what moved and against the province', async () => {
  const page = await open(['chief', large], phone);
  await screenshot(page, 'chief-phone-first-screen', { fullPage: false });
  for (const seen of ['.lead', '.key tbody tr:last-child', '.moved', '.standing']) {
    const box = await page.locator(seen).boundingBox();
    expect((box?.y ?? Infinity) + (box?.height ?? 0), seen).toBeLessThanOrEqual(phone.height);
  }
  await page.context().close();
});

describe('on paper', () => {
  const printed = async (state: [keyof typeof grants, string]) => {
    const page = await open(state, desktop);
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
    const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
    const { totalPages, text } = await extractText(pdf, { mergePages: true });
    await page.emulateMedia({ media: 'print' });
    // What is left of A4 inside the margins.
    await page.setViewportSize({ width: 688, height: 1040 });
    await screenshot(page, `chief-print-${state[0]}-${state[1].replaceAll(/\W+/g, '-')}`);
    await page.context().close();
    return {
      totalPages,
      text: text.replaceAll(/\s+/g, ' ').normalize('NFC'),
      size: [width, height].map(Math.round),
    };
  };

  it.each(['a week', 'few answers', 'no numbers yet', 'seen from the province', 'the open week'])(
    'is one page of A4, however much there is to say: %s',
    async (name) => {
      const { totalPages, size } = await printed(present(states[name]));
      expect(size).toEqual([595, 842]);
      expect(totalPages).toBe(1);
    },
  );

  it('looks like a sheet of the office: whose, what, when, and room to sign', async () => {
    const { text } = await printed(['chief', large]);
    expect(text).toContain('CÔNG AN TỈNH HÀ TĨNH');
    expect(text).toContain('CÔNG AN PHƯỜNG THÀNH SEN');
    expect(text).toContain('KẾT QUẢ ĐÁNH GIÁ TẠI BÀN MỘT CỬA');
    expect(text).toContain('Tuần 47 năm 2026 (từ 16/11/2026 đến 22/11/2026) – số liệu tạm tính');
    expect(text).toContain('TRƯỞNG CÔNG AN PHƯỜNG');
    expect(text).toContain('(Ký, ghi rõ họ tên)');
  });

  it('has the numbers of the screen, and says where it had to leave some out', async () => {
    const { text } = await printed(['chief', large]);
    expect(text).toMatch(/4 tuần gần nhất: \d+ lượt đánh giá, \d\d,\d.% hài lòng/);
    expect(text).toContain('Thời gian chờ');
    expect(text).toMatch(/Còn \d+ ý kiến, xem trên trang\./);
    expect(text).toMatch(/Còn \d+ dòng, xem trên trang\./);
  });

  it('has no ways to other pages on it', async () => {
    const { text } = await printed(['chief', large]);
    expect(text).not.toMatch(/Đăng xuất|Tuần 46|Xem số liệu/);
  });
});
