import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { documentParts } from '../../web/draw.ts';
import type { Site } from '../../web/layout.tsx';
import { MessagePage } from '../../web/pages/message-page.tsx';
import type { ServedDesk } from '../domain/desk.ts';
import { parseDeskCode } from '../domain/desk-code.ts';
import { wholeBody } from '../whole-body.ts';
import type { SurveyDependencies } from './dependencies.ts';
import type { Posted } from './form-body.ts';

/** What routes hand on: the site in the language of the request, and the form as posted, so that a failure can give it back. */
export interface SurveyEnv {
  Variables: { site: Site; posted?: Posted };
}

export type SurveyContext = Context<SurveyEnv>;

/** The desk that an address names, however its code is written. */
export const findDesk = async (
  c: SurveyContext,
  desks: SurveyDependencies['desks'],
): Promise<ServedDesk | undefined> => {
  const code = parseDeskCode(c.req.param('code') ?? '');
  return code && desks.find(code);
};

/** The address of this service, as a person types it. */
export const originOf = (c: Context, publicOrigin: string | undefined): string =>
  publicOrigin ?? new URL(c.req.url).origin;

/** Answers with a page, in the language of the site. */
export const page = (c: SurveyContext, content: Child, status: ContentfulStatusCode = 200): Response => {
  const headers = {
    'Content-Type': 'text/html; charset=UTF-8',
    'Content-Language': c.var.site.language,
    Vary: 'Accept-Encoding, Accept-Language',
  };
  return wholeBody(c, documentParts(content), headers, status);
};

/** A page that says one thing: what is wrong and what to do. */
export const message = (
  c: SurveyContext,
  words: { title: string; text: string },
  status: ContentfulStatusCode,
) => {
  c.header('Cache-Control', 'no-store');
  return page(c, <MessagePage site={c.var.site} {...words} />, status);
};
