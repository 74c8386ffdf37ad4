import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import type { PageScripts } from '../../web/layout.tsx';

/** The scripts of the pages, compiled. */
export interface BrowserScripts {
  form: string;
  kiosk: string;
  /** The service worker. */
  worker: string;
}

export const browserScriptNames = ['form', 'kiosk', 'worker'] as const satisfies (keyof BrowserScripts)[];

/** Reads what the build wrote into a folder. */
export const readBrowserScripts = (folder: URL): BrowserScripts => {
  const read = (name: keyof BrowserScripts) => readFileSync(new URL(`${name}.js`, folder), 'utf8');
  return { form: read('form'), kiosk: read('kiosk'), worker: read('worker') };
};

const pathOf = (name: string, code: string): string =>
  `/assets/${name}.${createHash('sha256').update(code).digest('hex').slice(0, 12)}.js`;

/** Where pages find their scripts: an address changes with what stands there. */
export const pageScripts = ({ form, kiosk }: BrowserScripts): PageScripts => ({
  form: pathOf('form', form),
  kiosk: pathOf('kiosk', kiosk),
});

const type = { 'Content-Type': 'text/javascript; charset=utf-8' };
const forEver = { 'Cache-Control': 'public, max-age=31536000, immutable' };

export const scriptRoutes = (scripts: BrowserScripts) => {
  const paths = pageScripts(scripts);
  return (
    new Hono()
      .get(paths.form, (c) => c.body(scripts.form, 200, { ...type, ...forEver }))
      .get(paths.kiosk, (c) => c.body(scripts.kiosk, 200, { ...type, ...forEver }))
      // A worker that is out of date would keep old pages: it is asked for again at each visit.
      .get('/sw.js', (c) => c.body(scripts.worker, 200, { ...type, 'Cache-Control': 'no-cache' }))
  );
};
