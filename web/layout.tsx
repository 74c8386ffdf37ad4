import { html, raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Language } from '../functions/domain/questionnaire.ts';
import type { Texts } from './texts/vi.ts';

/** What every page has to know. */
export interface Site {
  language: Language;
  t: Texts;
  /** Sample data: said on every page. */
  demo?: {
    /** Where the answers of a commune are counted now. */
    aggregateHref?: (commune: string) => string;
  };
}

interface Props {
  site: Site;
  title: string;
  /** One of `allStyles`: only those are allowed by the content security policy. */
  style: string;
  /** Forms and errors are not for search engines. */
  noindex?: boolean;
  /** Room for a table. */
  wide?: boolean;
  children?: Child;
}

/** The frame of every page. The header holds nothing to tab through, so there is nothing to skip. */
export const Layout = ({ site: { language, t, demo }, title, style, noindex, wide, children }: Props) => (
  <html lang={language}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>
        {title} – {t.site.name}
      </title>
      {noindex ? <meta name="robots" content="noindex" /> : null}
      <meta name="color-scheme" content="light" />
      <meta name="theme-color" content="#0b4f3c" />
      <link rel="icon" href="data:," />
      <style>{raw(style)}</style>
    </head>
    <body class={wide ? 'wide' : undefined}>
      <header>
        {demo ? (
          <p class="demo">
            <b>{t.site.demo}</b> – {t.site.demoNote}
          </p>
        ) : null}
        <p class="brand">
          <b>{t.site.name}</b> <span>{t.site.purpose}</span>
        </p>
      </header>
      <main>{children}</main>
      <footer>
        <nav aria-label={t.site.footer}>
          <a href="/">{t.site.home}</a> <a href="/privacy">{t.site.privacy}</a>
        </nav>
      </footer>
    </body>
  </html>
);

/** A whole page, ready to be sent. */
export const document = (page: Child) => html`<!DOCTYPE html>${page}`;
