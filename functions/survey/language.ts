import type { HonoRequest, MiddlewareHandler } from 'hono';
import { parseAccept } from 'hono/utils/accept';
import type { Site } from '../../web/layout.tsx';
import { inLanguage } from '../../web/local-href.ts';
import { otherLanguage, textsFor } from '../../web/texts/languages.ts';
import { type Language, languages } from '../domain/questionnaire.ts';
import { pageScripts } from './browser-scripts.ts';
import type { SurveyDependencies } from './dependencies.ts';
import type { SurveyEnv } from './pages.tsx';

const known = (name: string | undefined): Language | undefined =>
  languages.find((language) => language === name);

/** The best of our languages that a browser accepts; 'en-GB' is English. RFC 9110, section 12.5.4. */
export const acceptedLanguage = (header: string): Language | undefined => {
  const [best] = parseAccept(header)
    .filter(({ q }) => q > 0)
    .flatMap(({ type }) => known(type.toLowerCase().split('-')[0]) ?? []);
  return best;
};

/** The same page in the other language. A posted page can't be linked to: the form of its desk can. */
const otherHref = ({ method, path, url }: HonoRequest, language: Language): string => {
  if (method !== 'GET' && method !== 'HEAD') {
    return inLanguage(/^\/d\/[^/]+/.exec(path)?.[0] ?? '/', otherLanguage(language));
  }
  const search = new URLSearchParams(/\?[^#]*/.exec(url)?.[0]);
  search.set('lang', otherLanguage(language));
  // Without the path, which might be '//other.example'.
  return `?${search}`;
};

/**
 * Gives each request the site in its language: the one in its address (?lang=), else the browser's, else Vietnamese.
 * There is no cookie: see `localHref` for how a choice stays.
 */
export const withSite = ({
  demo,
  scripts,
}: Pick<SurveyDependencies, 'demo' | 'scripts'>): MiddlewareHandler<SurveyEnv> => {
  const everywhere: Pick<Site, 'demo' | 'scripts'> = {
    ...(scripts && { scripts: pageScripts(scripts) }),
    ...(demo && { demo }),
  };

  return (c, next) => {
    const asked = known(c.req.query('lang'));
    const language = asked ?? acceptedLanguage(c.req.header('Accept-Language') ?? '') ?? 'vi';
    c.set('site', {
      ...everywhere,
      language,
      t: textsFor(language),
      ...(asked && { asked }),
      otherHref: otherHref(c.req, language),
    });
    return next();
  };
};
