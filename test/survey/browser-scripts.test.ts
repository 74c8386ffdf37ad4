import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { BrowserScripts } from '../../functions/survey/browser-scripts.ts';
import { buildBrowserScripts } from '../../infra/browser-scripts.ts';
import { present } from '../support/samples.ts';
import { type SurveyService, surveyService } from '../support/survey-service.ts';

let scripts: BrowserScripts;
let service: SurveyService;
beforeAll(async () => {
  scripts = await buildBrowserScripts();
  service = await surveyService({ scripts });
});

const scriptsOf = (html: string): string[] =>
  [...html.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)].map(([, attributes = '', text = '']) => {
    expect(text).toBe('');
    expect(attributes).toContain('defer');
    return / src="([^"]+)"/.exec(attributes)?.[1] ?? '';
  });

describe('the scripts of the pages', () => {
  it('come from an address that changes with them and may be kept for a year', async () => {
    const [form] = scriptsOf((await service.get(`/d/${service.desk.code}`)).html);
    const [kiosk] = scriptsOf((await service.get(`/d/${service.desk.code}/kiosk`)).html);
    for (const [address, code] of [
      [present(form), scripts.form],
      [present(kiosk), scripts.kiosk],
    ] as const) {
      const { html, headers } = await service.get(address);
      expect(html).toBe(code);
      expect(address).toContain(createHash('sha256').update(code).digest('hex').slice(0, 12));
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    }
  });

  it('are none on pages that show results, the privacy page and the poster', async () => {
    for (const path of ['/privacy', `/c/${service.desk.commune.code}`, `/d/${service.desk.code}/poster`]) {
      expect(scriptsOf((await service.get(path)).html), path).toEqual([]);
    }
  });

  it('include a worker for the whole site that is asked for again at each visit', async () => {
    const { html, headers } = await service.get('/sw.js');
    expect(html).toBe(scripts.worker);
    expect(headers.get('cache-control')).toBe('no-cache');
  });

  it('are allowed by the policy of every page, from here only and never inline', async () => {
    const { headers } = await service.get(`/d/${service.desk.code}`);
    const policy = present(headers.get('content-security-policy')).split('; ');
    for (const name of ['script-src', 'worker-src', 'connect-src'])
      expect(policy).toContain(`${name} 'self'`);
    expect(policy.join()).not.toMatch(/unsafe|strict-dynamic|https?:/);
  });

  it('say that a page is ours, and when it was the token that was refused', async () => {
    const headerOf = async (path: string, fields?: Record<string, string>) =>
      (fields ? await service.post(path, fields) : await service.get(path)).headers.get('x-thuoc-do');
    const form = `/d/${service.desk.code}`;
    expect(await headerOf(form)).toBe('1');
    expect(await headerOf('/d/unknown')).toBe('1');
    expect(await headerOf(form, { token: service.token() })).toBe('1');
    expect(await headerOf(form, { overall: '5' })).toBe('token-refused');
    expect(
      await headerOf(form, { token: service.token({ desk: service.otherDesk.code }), overall: '5' }),
    ).toBe('token-refused');
    expect(await headerOf(`${form}/details`, { token: 'x', edition: '2' })).toBe('token-refused');
  });
});

/** What Chromium 90 does not have; esbuild keeps the syntax within it, nothing else keeps the library. */
const beyondBaseline =
  /\.at\(|\.findLast|\.to(Sorted|Reversed|Spliced)|Object\.(hasOwn|groupBy)|Map\.groupBy|structuredClone|AbortSignal\.|randomUUID|withResolvers|fromAsync|new FormData\([^)]*,|popover|setHTML|scheduler\./;

describe.each(['form', 'kiosk', 'worker'] as const)('the script %s', (name) => {
  it('needs nothing newer than Chromium 90', () => {
    expect(scripts[name]).not.toMatch(beyondBaseline);
  });

  it('holds no words, asks no other host and evaluates no text', () => {
    expect(scripts[name]).not.toMatch(/[À-ỹ]/);
    expect(scripts[name]).not.toMatch(/https?:\/\//);
    expect(scripts[name]).not.toMatch(/\beval\(|new Function|innerHTML|document\.write|document\.cookie/);
  });

  it('is small', () => {
    const limit = { form: 5_000, kiosk: 4_000, worker: 3_500 }[name];
    expect(gzipSync(scripts[name]).length).toBeLessThan(limit);
  });
});

describe('building them', () => {
  it('gives the same bytes from the same sources, and the worker another version with any script', async () => {
    expect(await buildBrowserScripts()).toEqual(scripts);
    expect(scripts.worker).toMatch(/thuoc-do [\w-]{12}/);
  });
});
