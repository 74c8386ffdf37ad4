import { html, raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Account } from '../../functions/domain/account.ts';
import type { Site } from '../layout.tsx';
import { frame } from './texts/frame.ts';

/** Who looks at a page, and what the page's forms carry so that they are known to be ours. */
export interface Staff {
  account: Account;
  csrf: string;
}

/** One of the pages beside this one. */
export interface NavLink {
  href: string;
  text: string;
  isHere?: boolean;
}

interface Props {
  site: Pick<Site, 'demo'>;
  /** Nobody before signing in. */
  staff: Staff | undefined;
  title: string;
  /** One of `staffStyles`: only those are allowed by the content security policy. */
  style: string;
  /** The unit's other pages. */
  nav?: readonly NavLink[];
  /** Addresses of small scripts that help; without them the page works. */
  scripts?: readonly string[];
  /** Room for a table. */
  wide?: boolean;
  children?: Child;
}

/** What every form for signed-in people carries. */
export const CsrfField = ({ staff }: { staff: Staff }) => (
  <input type="hidden" name="csrf" value={staff.csrf} />
);

/** As a template: elements in a head of JSX are gathered by searching all of the page for its end. */
const Head = ({ title, style, scripts }: Required<Pick<Props, 'title' | 'style' | 'scripts'>>) => html`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Thước Đo</title>
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light">
<meta name="theme-color" content="#0b4f3c">
<link rel="icon" href="data:,">
<style>${raw(style)}</style>
${scripts.map((src) => html`<script src="${src}" defer></script>`)}
</head>`;

/** The frame of every page behind the sign-in. It is in Vietnamese: all who sign in are officers. */
export const StaffLayout = ({ site, staff, title, style, nav = [], scripts = [], wide, children }: Props) => (
  <html lang="vi">
    <Head title={title} style={style} scripts={scripts} />
    <body class={wide ? 'wide' : undefined}>
      <a class="skip" href="#main">
        {frame.skip}
      </a>
      <header>
        {site.demo ? (
          <p class="demo">
            <b>{frame.demo}</b> – {frame.demoNote}
          </p>
        ) : null}
        <div class="top">
          <p class="brand">
            <b>Thước Đo</b> <span>{frame.purpose}</span>
          </p>
          {staff ? (
            <form class="sign-out" method="post" action="/dashboard/sign-out">
              <CsrfField staff={staff} />
              <a href="/dashboard">{frame.home}</a>
              <button class="plain" type="submit">
                {frame.signOut}
              </button>
            </form>
          ) : null}
        </div>
        {nav.length > 0 ? (
          <nav class="unit" aria-label="Các trang của đơn vị">
            {nav.map(({ href, text, isHere }) => (
              <a href={href} aria-current={isHere ? 'page' : undefined}>
                {text}
              </a>
            ))}
          </nav>
        ) : null}
      </header>
      <main id="main">{children}</main>
    </body>
  </html>
);
