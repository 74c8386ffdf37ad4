import type { Language } from '../functions/domain/questionnaire.ts';

/** An address of ours that says its language. */
export const inLanguage = (path: string, language: Language): string =>
  `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;

/**
 * An address of ours as a page links to it. One rule: it says a language exactly when the page's own address said one.
 * So a choice stays without a cookie, and who never chose sees clean addresses.
 */
export const localHref = ({ asked }: { asked?: Language }, path: string): string =>
  asked ? inLanguage(path, asked) : path;
