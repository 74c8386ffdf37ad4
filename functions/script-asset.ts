import { createHash } from 'node:crypto';

/** Where a page finds a script: the address changes with what stands there. */
export const scriptAddress = (folder: string, name: string, code: string): string =>
  `${folder}/${name}.${createHash('sha256').update(code).digest('hex').slice(0, 12)}.js`;

/** So a browser may keep it for ever. */
export const scriptHeaders = {
  'Content-Type': 'text/javascript; charset=utf-8',
  'Cache-Control': 'public, max-age=31536000, immutable',
};
