import { describe, expect, it } from 'vitest';
import { minify } from '../../web/styles/minify.ts';
import { allStyles } from '../../web/styles/styles.ts';
import { surveyStyle } from '../../web/styles/survey-style.ts';
import { demo, everyPage, render } from './samples.tsx';

/** What Chromium 90 does not know, and what would ask another host for something. */
const beyondBaseline =
  /:has\(|&|@layer|@container|@scope|@property|color-mix|\d[dsl]v[hw]\b|oklch|accent-color|text-wrap|subgrid|@import|url\(|:user-(in)?valid|\binset-inline|aspect-ratio|[{;](rotate|scale|translate):/;

describe('styles', () => {
  it.each(allStyles.map((css) => [css.length, css]))(
    'need nothing newer than Chromium 90 (%i bytes)',
    (_, css) => {
      expect(css).not.toMatch(beyondBaseline);
      expect(css).not.toMatch(/media ?\([^)]*[<>]/);
    },
  );

  it.each(allStyles.map((css) => [css.length, css]))(
    'are well formed after minifying (%i bytes)',
    (_, css) => {
      expect(css.split('{').length).toBe(css.split('}').length);
      expect(css).not.toMatch(/\/\*|\n|<\//);
    },
  );

  it('keep the style of the form under 6 KB', () => {
    expect(surveyStyle.length).toBeLessThan(6 * 1024);
  });

  it('move nothing, so that there is no motion to reduce', () => {
    expect(allStyles.join('')).not.toMatch(/transition|animation|scroll-behavior/);
  });

  it('stand in the pages byte by byte as they are hashed', async () => {
    for (const [name, page] of Object.entries(everyPage(demo))) {
      const styles = [...(await render(page)).matchAll(/<style>(.*?)<\/style>/gs)].map((match) => match[1]);
      expect(styles, name).toHaveLength(1);
      expect(allStyles, name).toContain(styles[0]);
    }
  });

  it('lose only what CSS does not need', () => {
    expect(
      minify(
        '/* why */ a b > c , d { margin: 0 auto; color: #000 }\n@media (min-width: 4rem) { a { top: 0; } }',
      ),
    ).toBe('a b>c,d{margin:0 auto;color:#000}@media (min-width:4rem){a{top:0}}');
  });
});
