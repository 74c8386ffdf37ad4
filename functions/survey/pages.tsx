import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { document, type Site } from '../../web/layout.tsx';
import { MessagePage } from '../../web/pages/message-page.tsx';
import { textsFor } from '../../web/texts/languages.ts';
import type { Desk } from '../domain/desk.ts';
import { parseDeskCode } from '../domain/desk-code.ts';
import type { SurveyDependencies } from './dependencies.ts';
import type { Posted } from './form-body.ts';

/** What routes hand on: the form as posted, so that a failure can give it back. */
export interface SurveyEnv {
  Variables: { posted?: Posted };
}

export type SurveyContext = Context<SurveyEnv>;

export type ComponentProps<T> = T extends FC<infer Props> ? Props : never;

/** The desk that an address names, however its code is written. */
export const findDesk = async (
  c: SurveyContext,
  desks: SurveyDependencies['desks'],
): Promise<Desk | undefined> => {
  const code = parseDeskCode(c.req.param('code') ?? '');
  return code && desks.find(code);
};

/** What every page is told. */
export const siteOf = ({ demo }: Pick<SurveyDependencies, 'demo'>): Site => ({
  language: 'vi',
  t: textsFor('vi'),
  ...(demo && { demo }),
});

/** The address of this service, as a person types it. */
export const originOf = (c: Context, publicOrigin: string | undefined): string =>
  publicOrigin ?? new URL(c.req.url).origin;

/** A page that says one thing: what is wrong and what to do. */
export const message = (
  c: Context,
  site: Site,
  words: { title: string; text: string },
  status: ContentfulStatusCode,
) => {
  c.header('Cache-Control', 'no-store');
  return c.html(document(<MessagePage site={site} {...words} />), status);
};
