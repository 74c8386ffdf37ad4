import type { Commune, Province } from '../../functions/domain/unit.ts';
import { type Page, wordsOf } from './page.ts';

/** A province of communes with these names and kinds, numbered from 18001. */
export const provinceNamed = (...names: readonly [name: string, kind?: Commune['kind']][]): Province => ({
  code: '42',
  name: 'Tỉnh Hà Tĩnh',
  communes: names.map(([name, kind = 'Xã'], n) => ({ code: String(18_001 + n), name, kind, province: '42' })),
});

/** The part of a page under a heading with this id. */
export const section = ({ html, ...page }: Page, id: string): Page => {
  const start = html.indexOf(`aria-labelledby="${id}"`);
  if (start < 0) throw new Error(`no section ${id}`);
  const next = html
    .slice(start + 1)
    .search(/<section aria-labelledby="(coverage|trend|bands|communes|criteria|integrity|rollout|how)"/);
  return { ...page, html: html.slice(html.lastIndexOf('<', start), next < 0 ? undefined : start + 1 + next) };
};

export const sectionWords = (page: Page, id: string): string => wordsOf(section(page, id));

/** Rows of the list of communes as they are read: the name first; hidden ones left out. */
export const listedRows = (page: Page): string[][] => {
  const table = /<table class="rows".*?<\/table>/s.exec(page.html)?.[0] ?? '';
  const body = /<tbody>.*<\/tbody>/s.exec(table)?.[0] ?? '';
  return [...body.matchAll(/<tr([^>]*)>(.*?)<\/tr>/gs)]
    .filter(([, attributes = '']) => !attributes.includes('hidden'))
    .map(([, , row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) =>
        wordsOf({ ...page, html: cell }).trim(),
      ),
    );
};

export const listedNames = (page: Page): string[] => listedRows(page).map(([name = '']) => name);
