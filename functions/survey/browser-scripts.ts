import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import type { PageScripts } from '../../web/layout.tsx';
import { scriptAddress, scriptHeaders } from '../script-asset.ts';

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

const folder = '/assets';

/** Where pages find their scripts. */
export const pageScripts = ({ form, kiosk }: BrowserScripts): PageScripts => ({
  form: scriptAddress(folder, 'form', form),
  kiosk: scriptAddress(folder, 'kiosk', kiosk),
});

export const scriptRoutes = (scripts: BrowserScripts) => {
  const paths = pageScripts(scripts);
  return (
    new Hono()
      .get(paths.form, (c) => c.body(scripts.form, 200, scriptHeaders))
      .get(paths.kiosk, (c) => c.body(scripts.kiosk, 200, scriptHeaders))
      // A worker that is out of date would keep old pages: it is asked for again at each visit.
      .get('/sw.js', (c) => c.body(scripts.worker, 200, { ...scriptHeaders, 'Cache-Control': 'no-cache' }))
  );
};
