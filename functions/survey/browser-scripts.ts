import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import type { PageScripts } from '../../web/layout.tsx';
import { scriptAddress, scriptHeaders } from '../script-asset.ts';
import { wholeBody } from '../whole-body.ts';

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
      .get(paths.form, (c) => wholeBody(c, scripts.form, scriptHeaders))
      .get(paths.kiosk, (c) => wholeBody(c, scripts.kiosk, scriptHeaders))
      // A worker that is out of date would keep old pages: it is asked for again at each visit.
      .get('/sw.js', (c) => wholeBody(c, scripts.worker, { ...scriptHeaders, 'Cache-Control': 'no-cache' }))
  );
};
