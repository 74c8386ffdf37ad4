import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { create } from 'qrcode';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loopbackUrl } from '../../infra/local/loopback.ts';
import { expectNoViolations } from '../support/accessibility.ts';
import { desktop, launchBrowser, newPage, phone, screenshot } from '../support/browser.ts';
import { decodeQr } from '../support/qr.ts';
import { targetsSmallerThan44 } from '../support/small-targets.ts';

let browser: Browser;
let server: Server;
let body = '';

beforeAll(async () => {
  browser = await launchBrowser();
  server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
    response.end(`<!doctype html><html lang="vi"><title>Thử</title><main><h1>Thử</h1>${body}</main>`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(async () => {
  await browser.close();
  server.close();
});

/** Opens a page with this content under the strictest policy that our pages have. */
const show = async (content: string, options: Parameters<typeof newPage>[1] = phone): Promise<Page> => {
  body = content;
  const page = await newPage(browser, options);
  await page.goto(loopbackUrl(server));
  return page;
};

const names = async (page: Page) => (await targetsSmallerThan44(page)).map(({ target }) => target);

it('every Vietnamese letter is drawn, with the packaged font', async () => {
  const marked = ['A', 'Ă', 'Â', 'E', 'Ê', 'I', 'O', 'Ô', 'Ơ', 'U', 'Ư', 'Y'].flatMap((vowel) =>
    ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'].map((tone) => (vowel + tone).normalize('NFC')),
  );
  const letters = [...marked, 'Đ'].join('');
  const sentence = 'Phường Thành Sen – Ông/Bà hài lòng ở mức nào? Rất không hài lòng, Đặc khu';
  const page = await show(
    `<p id="sample">${letters}${letters.toLowerCase()}</p><p>${sentence} <b>${sentence}</b></p>`,
    desktop,
  );
  await screenshot(page, 'vietnamese-letters');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('DOM.enable');
  await devtools.send('CSS.enable');
  const { root } = await devtools.send('DOM.getDocument');
  const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector: '#sample' });
  const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId });
  expect(fonts).toMatchObject([{ familyName: 'Open Sans', glyphCount: letters.length * 2 }]);
});

it('a QR code is read from the rendered picture', async () => {
  const text = 'https://thuocdo.example/d/7K3M9QAX';
  const { modules } = create(text);
  const squares = Array.from(modules.data, (dark, at) =>
    dark
      ? `<rect x="${(at % modules.size) + 4}" y="${Math.floor(at / modules.size) + 4}" width="1" height="1"/>`
      : '',
  );
  const side = modules.size + 8;
  const page = await show(
    `<svg viewBox="0 0 ${side} ${side}" width="300" role="img">${squares.join('')}</svg>`,
  );
  expect(decodeQr(await screenshot(page, 'qr'))).toBe(text);
  expect(decodeQr(await (await show('<p>Không có mã</p>')).screenshot())).toBeUndefined();
});

describe('the accessibility check', () => {
  it('passes a sound page and names what is wrong with another, under a strict policy', async () => {
    await expectNoViolations(await show('<label>Mã bàn <input name="code"></label>'));
    const unsound = await show('<input name="code"><p style="color:#bbb">Nhạt</p>');
    await expect(expectNoViolations(unsound)).rejects.toThrow(/color-contrast:[\s\S]*label:[\s\S]*input/);
  });

  it('refuses a page without JavaScript, on which it would wait for ever', async () => {
    const page = await show('<p>Thử</p>', { ...phone, javaScript: false });
    await expect(expectNoViolations(page)).rejects.toThrow('JavaScript on');
  });
});

describe.each([true, false])('small targets, with JavaScript %s', (javaScript) => {
  const small = async (content: string) => names(await show(content, { ...phone, javaScript }));

  it('are buttons, links and fields under 44 pixels, with their size', async () => {
    const page = await show('<button style="width:60px;height:30px">Gửi</button>', { ...phone, javaScript });
    expect(await targetsSmallerThan44(page)).toMatchObject([{ width: 60, height: 30 }]);
    expect(await small('<nav><ul><li><a href="/">Trang đầu</a></ul></nav>')).toHaveLength(1);
    expect(await small('<label for="a">Mã<br>bàn<br></label><input id="a">')).toHaveLength(1);
    expect(await small('<button style="width:44px;height:44px">Gửi</button>')).toEqual([]);
  });

  it('are not links in running text, nor what nobody sees', async () => {
    expect(await small('<p>Xem <a href="/">kết quả</a> của xã.</p>')).toEqual([]);
    expect(
      await small(
        '<button hidden>Gửi</button><details><summary style="height:44px">Thêm</summary><input></details>',
      ),
    ).toEqual([]);
    expect(await small('<a href="#x" style="position:absolute;left:-9999px">Bỏ qua</a>')).toEqual([]);
  });

  it('are not radio buttons and checkboxes with a big label', async () => {
    const label = 'style="display:block;height:48px"';
    expect(await small(`<label ${label}><input type="radio" name="r"> Hài lòng</label>`)).toEqual([]);
    expect(await small(`<input type="checkbox" id="c"><label for="c" ${label}>Có</label>`)).toEqual([]);
    expect(await small('<label><input type="radio" name="r"> Hài lòng</label>')).toHaveLength(1);
  });
});
