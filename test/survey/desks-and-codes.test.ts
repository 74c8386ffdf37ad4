import { beforeEach, describe, expect, it } from 'vitest';
import { vi as texts } from '../../web/texts/vi.ts';
import { formActions, tokenOf, wordsOf } from '../support/page.ts';
import { replaceDesk } from '../support/replaced-desk.ts';
import { deskCode, minuteMs } from '../support/samples.ts';
import { type SurveyService, surveyService } from '../support/survey-service.ts';

const { messages, home } = texts;

let service: SurveyService;
beforeEach(async () => {
  service = await surveyService();
});

const unknown = deskCode(99);

describe('an address that names no desk', () => {
  it.each([unknown, 'no-desk', '%FF', '%00', '..%2F..', 'A'.repeat(3_000), '%F0%9F%99%82'])(
    '/d/%s is answered with a page that says what to do',
    async (code) => {
      const page = await service.get(`/d/${code}`);
      expect(page.status).toBe(404);
      expect(wordsOf(page)).toContain(messages.unknownDesk.title);
    },
  );

  it.each(['', '/details'])('takes no post at …%s', async (end) => {
    const token = service.token({ desk: unknown });
    const page = await service.post(`/d/${unknown}${end}`, { token, overall: '5', edition: '2' });
    expect(page.status).toBe(404);
    expect(await service.items('RESPONSES#')).toEqual([]);
  });

  it.each(['poster', 'qr.svg'])('has no %s', async (what) => {
    expect((await service.get(`/d/${unknown}/${what}`)).status).toBe(404);
  });
});

describe('a retired desk', () => {
  it('has no form any more and says so', async () => {
    const page = await service.get(`/d/${service.retiredDesk.code}`);
    expect(page.status).toBe(404);
    expect(wordsOf(page)).toContain(messages.retiredDesk.title);
  });

  it('takes no rating, even with a token of its own', async () => {
    const token = service.token({ desk: service.retiredDesk.code });
    const page = await service.post(`/d/${service.retiredDesk.code}`, { token, overall: '5' });
    expect(page.status).toBe(404);
    expect(await service.items('RESPONSES#')).toEqual([]);
  });

  it.each(['poster', 'qr.svg'])('has no %s any more', async (what) => {
    expect((await service.get(`/d/${service.retiredDesk.code}/${what}`)).status).toBe(404);
  });

  it('still takes what its last visitors add to their ratings', async () => {
    const { token } = await service.rate(4);
    await replaceDesk(service.table, { ...service.desk, status: 'retired' });
    service.clock.forward(5 * minuteMs);
    const details = { token, edition: '2', visits: '2' };
    expect((await service.post(`/d/${service.desk.code}/details`, details)).status).toBe(200);
    expect(await service.responses()).toMatchObject([{ facts: { visits: '2' } }]);
  });
});

describe('a desk code', () => {
  it.each([
    ['in lower case', (code: string) => code.toLowerCase()],
    ['in two groups', (code: string) => `${code.slice(0, 4)}%20${code.slice(4)}`],
    ['with O for 0', (code: string) => code.replaceAll('0', 'o')],
    ['with I and L for 1', (code: string) => code.replaceAll('1', 'l')],
  ])('opens the form when typed %s', async (_, typed) => {
    const page = await service.get(`/d/${typed(service.desk.code)}`);
    expect(page.status).toBe(200);
    expect(tokenOf(page)).toContain(service.desk.code);
    expect(formActions(page)).toContain(`/d/${service.desk.code}`);
  });

  it('typed on the home page shows whose desk it is before anything else', async () => {
    const page = await service.get(`/?code=${service.desk.code.toLowerCase()}`);
    expect(page.status).toBe(200);
    expect(wordsOf(page)).toContain('Công an phường Thành Sen, tỉnh Hà Tĩnh');
    expect(page.html).toContain(`href="/d/${service.desk.code}"`);
  });

  it.each([
    ['that is none', 400, 'hello', home.problems.not_a_code],
    ['that no desk has', 404, unknown, home.problems.unknown_code],
    ['with bytes that are no text', 400, '%FF%00', home.problems.not_a_code],
  ])('%s is said to be wrong on the home page', async (_, status, typed, problem) => {
    const page = await service.get(`/?code=${typed}`);
    expect(page.status).toBe(status);
    expect(wordsOf(page)).toContain(problem);
  });

  it('of a retired desk is said to be out of use', async () => {
    const page = await service.get(`/?code=${service.retiredDesk.code}`);
    expect(page.status).toBe(404);
    expect(wordsOf(page)).toContain(home.problems.retired);
  });

  it('stays in its field as it was typed, and is only text there', async () => {
    const { html } = await service.get(`/?code=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
    expect(html).not.toContain('<script');
  });
});

describe('an address of nothing', () => {
  it.each(['/nothing', '/c/00000', '/p/99', '/d', '/d/', '/c/', '/%E0%A4%A', '//', '/c/..%2F', '/p/42/x'])(
    '%s is a page that is not found',
    async (path) => {
      expect((await service.get(path)).status).toBe(404);
      expect(service.failures).toEqual([]);
    },
  );
});
