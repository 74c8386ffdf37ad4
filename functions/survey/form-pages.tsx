import { randomBytes } from 'node:crypto';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem } from '../../web/components/problems.tsx';
import { ownPageHeader, tokenRefused } from '../../web/own-page.ts';
import { SurveyPage } from '../../web/pages/survey-page.tsx';
import { type Notice, ThanksPage } from '../../web/pages/thanks-page.tsx';
import type { ServedDesk } from '../domain/desk.ts';
import { issueToken, openToken, type TokenRefusal } from '../domain/form-token.ts';
import type { Response } from '../domain/response.ts';
import { detailFields } from './answer-form.ts';
import type { SurveyDependencies } from './dependencies.ts';
import type { FormBody, Posted } from './form-body.ts';
import { message, page, type SurveyContext } from './pages.tsx';
import { bodyProblem, tokenProblem } from './problem-words.ts';
import type { OpenVisit } from './record.ts';

/** What of a posted form the details form shows again. */
const detailsTyped = (posted: Posted): Posted =>
  Object.fromEntries(Object.entries(posted).filter(([name]) => detailFields.includes(name)));

/** The pages of one visit, and the token that holds them together. */
export const formPages = ({
  responses,
  tokenKeys,
  now,
}: Pick<SurveyDependencies, 'responses' | 'tokenKeys' | 'now'>) => {
  const newToken = async (desk: ServedDesk): Promise<string> =>
    issueToken(
      {
        desk: desk.code,
        commune: desk.commune.code,
        channel: 'qr',
        issuedAt: now(),
        nonce: randomBytes(16).toString('base64url'),
      },
      await tokenKeys.current(),
    );

  const open = async (desk: ServedDesk, posted: Posted): Promise<OpenVisit | TokenRefusal> => {
    const token = await openToken(posted['token'], { desk: desk.code, keys: tokenKeys, now: now() });
    return token.ok ? { desk, visit: token.visit, week: token.week, key: token.key } : token.reason;
  };

  const findRecorded = ({ visit, week }: OpenVisit): Promise<Response | undefined> =>
    responses.find({ commune: visit.commune, arrival: week, id: visit.nonce });

  /** A form, empty or with all that was typed. A token that still opens is kept, so that a replay stays one. */
  const form = async (
    c: SurveyContext,
    desk: ServedDesk,
    { typed = {}, problems = [], token }: { typed?: Posted; problems?: readonly Problem[]; token?: string },
    status: ContentfulStatusCode,
  ) => {
    const issued = token ?? (await newToken(desk));
    return page(
      c,
      <SurveyPage site={c.var.site} desk={desk} token={issued} typed={typed} problems={problems} />,
      status,
    );
  };

  const thanks = (
    c: SurveyContext,
    desk: ServedDesk,
    { overall, edition }: Response,
    {
      posted,
      problems = [],
      notice,
      isUnsent,
    }: { posted: Posted; problems?: readonly Problem[]; notice: Notice; isUnsent?: boolean },
    status: ContentfulStatusCode = 200,
  ) =>
    page(
      c,
      <ThanksPage
        site={c.var.site}
        desk={desk}
        overall={overall}
        token={posted['token'] ?? ''}
        edition={edition + 1}
        typed={detailsTyped(posted)}
        problems={problems}
        notice={notice}
        isUnsent={isUnsent}
      />,
      status,
    );

  const refusedToken = (c: SurveyContext, desk: ServedDesk, posted: Posted, reason: TokenRefusal) => {
    c.header(ownPageHeader, tokenRefused);
    return form(c, desk, { typed: posted, problems: [tokenProblem(reason, c.var.site.t)] }, 400);
  };

  /** What can't be taken comes back to be put right: beside what is recorded, so that it stays one response. */
  const refused = async (
    c: SurveyContext,
    desk: ServedDesk,
    {
      posted,
      problems,
      visit,
    }: { posted: Posted; problems: readonly Problem[]; visit: OpenVisit | TokenRefusal },
  ) => {
    if (typeof visit === 'string') return form(c, desk, { typed: posted, problems }, 400);
    const recorded = await findRecorded(visit);
    return recorded
      ? thanks(c, desk, recorded, { posted, problems, notice: 'invalid' }, 400)
      : form(c, desk, { typed: posted, problems, token: posted['token'] }, 400);
  };

  const refusedBody = async (
    c: SurveyContext,
    desk: ServedDesk,
    { reason, posted }: FormBody & { ok: false },
  ) => {
    const { t } = c.var.site;
    return reason === 'content_type'
      ? message(c, t.messages.wrongContentType, 415)
      : refused(c, desk, {
          posted,
          problems: [bodyProblem(reason, posted, t)],
          visit: await open(desk, posted),
        });
  };

  return { open, findRecorded, form, thanks, refusedToken, refused, refusedBody };
};
