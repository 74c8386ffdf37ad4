import { present } from './samples.ts';

/** What a browser has after a request. */
export interface Page {
  status: number;
  headers: Headers;
  html: string;
}

export const pageOf = async (response: Response): Promise<Page> => ({
  status: response.status,
  headers: response.headers,
  html: await response.text(),
});

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const unescaped = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');

const attributesOf = (tag: string): Record<string, string> =>
  Object.fromEntries(
    [...tag.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
      name,
      unescaped(value),
    ]),
  );

const inputsOf = (html: string): Record<string, string>[] =>
  [...html.matchAll(/<input\b([^>]*)>/g)].map(([, tag = '']) => attributesOf(tag));

/** Hidden fields by name; a page's forms carry the same ones. */
export const hiddenFields = ({ html }: Page): Record<string, string> =>
  Object.fromEntries(
    inputsOf(html)
      .filter(({ type }) => type === 'hidden')
      .map(({ name = '', value = '' }) => [name, value]),
  );

export const tokenOf = (page: Page): string => present(hiddenFields(page)['token']);

/** Choices that are made on the page, by field. */
export const checkedFields = ({ html }: Page): Record<string, string> =>
  Object.fromEntries(
    inputsOf(html)
      .filter(({ type, checked }) => type === 'radio' && checked !== undefined)
      .map(({ name = '', value = '' }) => [name, value]),
  );

/** What stands in the comment field as a browser shows it: without the first line break. */
export const typedComment = ({ html }: Page): string | undefined => {
  const text = /<textarea\b[^>]*>(.*?)<\/textarea>/s.exec(html)?.[1];
  return text === undefined ? undefined : unescaped(text).replace(/^\n/, '');
};

/** Where the page's forms go. */
export const formActions = ({ html }: Page): string[] =>
  [...html.matchAll(/<form\b([^>]*)>/g)].map(([, tag = '']) => attributesOf(tag)['action'] ?? '');

/** The words of a page as a person reads them. */
export const wordsOf = ({ html }: Page): string =>
  unescaped(html.replaceAll(/<(style|script|svg)\b.*?<\/\1>/gs, ' ').replaceAll(/<[^>]*>/g, ' ')).replaceAll(
    /\s+/g,
    ' ',
  );
