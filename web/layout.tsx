import { html, raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Language } from '../functions/domain/questionnaire.ts';
import { LanguageSwitch, type SwitchForm } from './components/language-switch.tsx';
import { drawnOnce } from './drawn-once.ts';
import { localHref } from './local-href.ts';
import type { Texts } from './texts/vi.ts';

/** Where the scripts of the pages are. */
export interface PageScripts {
  form: string;
  kiosk: string;
}

/** What every page has to know. */
export interface Site {
  language: Language;
  t: Texts;
  /** The language when the address of the page says it. */
  asked?: Language;
  /** The same page in the other language, where it has one. */
  otherHref?: string;
  /** Without them the pages work, too. */
  scripts?: PageScripts;
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
  script?: keyof PageScripts;
  /** What somebody may have typed into, and a change of language must not lose. */
  switchForm?: SwitchForm;
  /** No way to anywhere else: a tablet that stands at a desk. */
  isAlone?: boolean;
  children?: Child;
}

/** What comes first of a head, the same for many pages. */
const headStart = drawnOnce(
  String,
  (style: string) => html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="theme-color" content="#0b4f3c">
<link rel="icon" href="data:,">
<style>${raw(style)}</style>`,
);

/** As a template: a head or svg element of JSX starts the AsyncLocalStorage that `draw` stays clear of. */
const Head = ({ site: { t, scripts }, title, style, noindex, script }: Omit<Props, 'children'>) => html`<head>
${headStart(style)}
<title>${title} – ${t.site.name}</title>
${noindex ? raw('<meta name="robots" content="noindex">') : ''}
${script && scripts ? html`<script src="${scripts[script]}" defer></script>` : ''}
</head>`;

/** The frame of every page. Before the content there is one thing to tab through, so there is nothing to skip. */
export const Layout = ({
  site,
  title,
  style,
  noindex,
  wide,
  script,
  switchForm,
  isAlone,
  children,
}: Props) => {
  const { language, t, demo } = site;
  return (
    <html lang={language}>
      <Head {...{ site, title, style, noindex, script }} />
      <body class={wide ? 'wide' : undefined}>
        <header>
          {demo ? (
            <p class="demo">
              <b>{t.site.demo}</b> – {t.site.demoNote}
            </p>
          ) : null}
          <div class="top">
            <p class="brand">
              <b>{t.site.name}</b> <span>{t.site.purpose}</span>
            </p>
            {isAlone ? null : <LanguageSwitch site={site} form={switchForm} />}
          </div>
        </header>
        <main>{children}</main>
        {isAlone ? null : (
          <footer>
            <nav aria-label={t.site.footer}>
              <a href={localHref(site, '/')}>{t.site.home}</a>{' '}
              <a href={localHref(site, '/privacy')}>{t.site.privacy}</a>
            </nav>
          </footer>
        )}
      </body>
    </html>
  );
};
