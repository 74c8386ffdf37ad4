import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { matching } from '../support/matchers.ts';
import type { Page } from '../support/page.ts';
import { present } from '../support/samples.ts';
import { origin, type SurveyService, surveyService } from '../support/survey-service.ts';

let service: SurveyService;
let form: string;
beforeAll(async () => {
  service = await surveyService();
  form = `/d/${service.desk.code}`;
});

/** Every kind of answer that a citizen can get, by what it is. */
const answers: Record<string, () => Promise<Page>> = {
  'the home page': () => service.get('/'),
  'the home page with a desk': () => service.get(`/?code=${service.desk.code}`),
  'the home page with a wrong code': () => service.get('/?code=x'),
  'the privacy page': () => service.get('/privacy'),
  'a health answer': () => service.get('/healthz'),
  'a form': () => service.get(form),
  'a poster': () => service.get(`${form}/poster`),
  'a QR code': () => service.get(`${form}/qr.svg`),
  'a thank-you page': async () => (await service.rate(5)).page,
  'a thank-you page for details': async () => {
    const { token } = await service.rate(5);
    return service.post(`${form}/details`, { token, edition: '2', attitude: '5' });
  },
  'a form with problems': () => service.post(form, { token: 'x', overall: '9', comment: 'Chào' }),
  'a page for an unknown desk': () => service.get('/d/unknown'),
  'a page that is not found': () => service.get('/nothing'),
  'a refused origin': () => service.post(form, {}, { origin: 'https://other.example' }),
  'a refused content type': () => service.post(form, '{}', { 'content-type': 'application/json' }),
  'a refused size': () => service.post(form, 'a'.repeat(17 * 1024)),
};

const stylesOf = ({ html }: Page): string[] =>
  [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(([, css = '']) => css);

describe.each(Object.keys(answers))('%s', (name) => {
  let page: Page;
  beforeAll(async () => {
    page = await present(answers[name])();
  });

  it('allows its own styles by their hashes, forms to itself, and nothing else', () => {
    const policy = present(page.headers.get('content-security-policy'));
    const directives = new Map(policy.split('; ').map((part) => [part.split(' ')[0], part] as const));
    expect(new Set(directives.keys())).toEqual(
      new Set(['default-src', 'style-src', 'img-src', 'form-action', 'base-uri', 'frame-ancestors']),
    );
    expect(directives.get('default-src')).toBe("default-src 'none'");
    expect(directives.get('form-action')).toBe("form-action 'self'");
    expect(directives.get('img-src')).toBe('img-src data:');
    for (const css of stylesOf(page)) {
      const hash = createHash('sha256').update(css).digest('base64');
      expect(directives.get('style-src')).toContain(`'sha256-${hash}'`);
    }
  });

  it('carries no script, no inline style and no handler', () => {
    expect(page.html).not.toMatch(/<script|javascript:/i);
    expect(page.html).not.toMatch(/<[^>]+\s(?:style|on\w+)\s*=/i);
  });

  it('loads nothing from anywhere', () => {
    const loaded = [
      ...page.html.matchAll(/<(?:img|link|iframe|source|object)\b[^>]*(?:src|href|data)="([^"]*)"/g),
    ];
    expect(loaded.map(([, address]) => address).filter((address) => address !== 'data:,')).toEqual([]);
  });

  it('sets no cookie', () => {
    expect(page.headers.getSetCookie()).toEqual([]);
  });

  it('is protected by the usual headers', () => {
    expect(Object.fromEntries(page.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      'strict-transport-security': matching(/^max-age=\d{8}/),
    });
  });

  it('says nothing about the server', () => {
    expect(page.headers.get('server')).toBeNull();
    expect(page.headers.get('x-powered-by')).toBeNull();
  });

  it('is kept by no cache on the way', () => {
    expect(page.headers.get('cache-control') ?? '').not.toMatch(/public|max-age|immutable/);
  });
});

describe('the Cache-Control', () => {
  it.each(['a form', 'a form with problems', 'a thank-you page', 'a thank-you page for details'])(
    'of %s lets Back find the same token and nobody else keep it',
    async (name) => {
      expect((await present(answers[name])()).headers.get('cache-control')).toBe('private, no-cache');
    },
  );

  it.each(['a health answer', 'a page that is not found', 'a refused origin', 'a refused size'])(
    'of %s is no-store',
    async (name) => {
      expect((await present(answers[name])()).headers.get('cache-control')).toBe('no-store');
    },
  );
});

describe('the origin of a post', () => {
  const post = (headers: Record<string, string>, at = service, path = form) => {
    const token = at.token();
    return at.post(path, { token, overall: '5' }, headers);
  };

  it.each([
    ['absent', {}],
    ['null, as in-app browsers send it', { origin: 'null' }],
    ['our own', { origin }],
  ])('may be %s', async (_, headers) => {
    expect((await post(headers)).status).toBe(200);
  });

  it('may be the public one, when a proxy stands before us', async () => {
    const behindProxy = await surveyService({ publicOrigin: 'https://thuocdo.example' });
    expect((await post({ origin: 'https://thuocdo.example' }, behindProxy)).status).toBe(200);
  });

  it.each([
    'https://other.example',
    'http://survey.test.other.example',
    'http://survey.test:8080',
    'survey.test',
    'data:',
    'file://',
    '',
  ])('may not be "%s"', async (foreign) => {
    const before = await service.items('RESPONSES#');
    expect((await post({ origin: foreign })).status).toBe(403);
    expect(await service.items('RESPONSES#')).toEqual(before);
  });

  it('is asked for details too', async () => {
    const page = await post({ origin: 'https://other.example' }, service, `${form}/details`);
    expect(page.status).toBe(403);
  });
});

describe('compression', () => {
  const sizeOf = async (headers: Record<string, string>) => {
    const response = await fetchForm(headers);
    return {
      encoding: response.headers.get('content-encoding'),
      bytes: Buffer.from(await response.arrayBuffer()),
    };
  };
  const fetchForm = (headers: Record<string, string>) => service.raw(form, headers);

  it('makes a form small for a phone on a slow network', async () => {
    const { encoding, bytes } = await sizeOf({ 'accept-encoding': 'gzip, deflate, br' });
    expect(encoding).toBe('gzip');
    expect(bytes.length).toBeLessThan(12 * 1024);
    expect(gunzipSync(bytes).toString()).toContain('</html>');
  });

  it('is not forced on a browser that did not ask for it', async () => {
    const { encoding, bytes } = await sizeOf({});
    expect(encoding).toBeNull();
    expect(bytes.toString()).toContain('</html>');
  });

  it('is told to caches', async () => {
    const { headers } = await fetchForm({ 'accept-encoding': 'gzip' });
    expect(headers.get('vary')).toContain('Accept-Encoding');
  });
});
