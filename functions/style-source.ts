import { createHash } from 'node:crypto';

/** How a content security policy allows one style that stands in a page. */
export const styleSource = (css: string): string =>
  `'sha256-${createHash('sha256').update(css).digest('base64')}'`;
