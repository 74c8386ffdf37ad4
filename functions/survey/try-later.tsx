import { deskSwitch } from '../../web/components/language-switch.tsx';
import { type LaterReason, UnavailablePage } from '../../web/pages/unavailable-page.tsx';
import { page, type SurveyContext } from './pages.tsx';

/** Where an answer was going: a change of language stands between, and is not repeated. */
const actionOf = (path: string, edition: string | undefined): string =>
  path.replace(/\/language$/, edition ? '/details' : '');

/** Not now. What was typed goes back to the person, to be sent again under the same token. */
export const laterPage = (c: SurveyContext, reason: LaterReason) => {
  const { site, posted = {} } = c.var;
  const { path } = c.req;
  const fields = Object.entries(posted).filter(([name]) => name !== 'shown');
  const [, code = ''] = /^\/d\/([^/]+)/.exec(path) ?? [];
  return (
    <UnavailablePage
      site={site}
      reason={reason}
      action={fields.length > 0 ? actionOf(path, posted['edition']) : undefined}
      fields={fields}
      switchForm={deskSwitch(site, code, 'answer', reason)}
    />
  );
};

/** Answers with that page, and says when to come back. */
export const tryLater = (
  c: SurveyContext,
  reason: LaterReason,
  { status, seconds }: { status: 429 | 503; seconds: number },
) => {
  c.header('Cache-Control', 'no-store');
  c.header('Retry-After', String(seconds));
  return page(c, laterPage(c, reason), status);
};
