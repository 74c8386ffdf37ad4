import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acceptedLanguage } from '../../functions/survey/language.ts';
import { en } from '../../web/texts/en.ts';
import { vi } from '../../web/texts/vi.ts';
import { faults, interceptedCalls } from '../support/faults.ts';
import {
  checkedFields,
  formActions,
  hiddenFields,
  type Page,
  typedComment,
  wordsOf,
} from '../support/page.ts';
import { present } from '../support/samples.ts';
import { type Fields, type SurveyService, surveyService } from '../support/survey-service.ts';

const calls = interceptedCalls();
let service: SurveyService;
let path: string;
beforeEach(async () => {
  service = await surveyService();
  path = `/d/${service.desk.code}`;
});

const languageOf = ({ html }: Page): string | undefined => /<html lang="(\w+)">/.exec(html)?.[1];

const english = { 'accept-language': 'en-GB,en;q=0.9' };

describe('the language that a browser accepts', () => {
  it.each([
    ['vi', 'vi'],
    ['vi-VN,vi;q=0.9', 'vi'],
    ['en-US', 'en'],
    ['EN', 'en'],
    ['en;q=0.8,vi;q=0.9', 'vi'],
    ['vi;q=0.8, en;q=0.9', 'en'],
    ['fr-FR,fr;q=0.9,en;q=0.5', 'en'],
    ['vi;q=0,en;q=0.1', 'en'],
    ['en;q=0', undefined],
    ['fr,de', undefined],
    ['*', undefined],
    ['english', undefined],
    ['', undefined],
    [';;,,q=,en;q', 'en'],
  ])('of "%s" is %s', (header, language) => {
    expect(acceptedLanguage(header)).toBe(language);
  });

  it('is found at the end of the longest header', () => {
    expect(acceptedLanguage(`${'fr;q=0.5,'.repeat(8_000)}en;q=0.4`)).toBe('en');
  });
});

describe('a page', () => {
  it.each([
    ['the address before the browser', '?lang=en', { 'accept-language': 'vi' }, 'en'],
    ['the address before the browser', '?lang=vi', english, 'vi'],
    ['the browser when the address says none', '', english, 'en'],
    ['the browser when the address says none of ours', '?lang=fr', english, 'en'],
    ['the first of several in the address', '?lang=en&lang=vi', {}, 'en'],
    ['Vietnamese when nobody says anything', '', {}, 'vi'],
    ['Vietnamese when nobody says one of ours', '?lang=fr', { 'accept-language': 'fr' }, 'vi'],
  ])('follows %s (%s)', async (_, query, headers, language) => {
    const page = await service.get(`${path}${query}`, headers);
    expect(languageOf(page)).toBe(language);
    expect(page.headers.get('content-language')).toBe(language);
    expect(page.headers.get('vary')).toContain('Accept-Language');
    expect(page.headers.getSetCookie()).toEqual([]);
  });

  it.each([
    '/',
    '/?code=x',
    '/privacy',
    '/c/18073',
    '/p/42',
    '/c/99999',
    '/p/99',
    '/d/unknown',
    '/d/unknown/kiosk',
    '/nothing',
  ])('%s speaks English', async (address) => {
    const page = await service.get(address, english);
    expect(languageOf(page)).toBe('en');
    expect(wordsOf(page)).toContain(en.site.privacy);
    expect(wordsOf(page)).not.toContain(vi.site.privacy);
  });

  it('of any kind of refusal speaks English', async () => {
    const refusals = [
      await service.post(path, {}, { ...english, origin: 'https://other.example' }),
      await service.post(path, '{}', { ...english, 'content-type': 'application/json' }),
      await service.post(path, 'a'.repeat(17 * 1024), english),
      await service.post(path, { token: 'x', overall: '9', comment: 'a' }, english),
    ];
    expect(refusals.map(({ status }) => status)).toEqual([403, 415, 413, 400]);
    expect(refusals.map(languageOf)).toEqual(['en', 'en', 'en', 'en']);
  });

  it('that hangs at a desk stays Vietnamese, and so does its QR code', async () => {
    const poster = await service.get(`${path}/poster?lang=en`, english);
    expect(languageOf(poster)).toBe('vi');
    expect(poster.headers.get('content-language')).toBe('vi');
    expect(poster.html).not.toMatch(/lang=en|class="switch"/);
    expect((await service.get(`${path}/qr.svg`)).html).toBe(
      (await service.get(`${path}/qr.svg?lang=en`)).html,
    );
  });
});

describe('a stored response', () => {
  it('has the language of the page that it was given on', async () => {
    await service.post(`${path}?lang=en`, { token: service.token(), overall: '5' });
    await service.post(path, { token: service.token(), overall: '5' }, english);
    await service.post(`${path}?lang=vi`, { token: service.token(), overall: '5' }, english);
    const languages = (await service.responses()).map(({ language }) => language);
    expect(languages.toSorted()).toEqual(['en', 'en', 'vi']);
  });
});

/** Addresses of ours that a page leads to, but for its switch. */
const addressesOf = (page: Page): string[] => [
  ...[...page.html.matchAll(/<a (?!class="switch")[^>]*href="(\/[^"]*)"/g)].map(([, href = '']) => href),
  ...formActions(page),
];

describe('a language asked for in the address', () => {
  const pages: Record<string, (query: string) => Promise<Page>> = {
    'a form': (query) => service.get(`${path}${query}`),
    'a thank-you page': (query) => service.post(`${path}${query}`, { token: service.token(), overall: '5' }),
    'a form with problems': (query) => service.post(`${path}${query}`, { token: 'x', comment: 'a' }),
    'the result of a commune': (query) => service.get(`/c/18073${query}`),
    'the communes of a province': (query) => service.get(`/p/42${query}`),
    'the privacy page': (query) => service.get(`/privacy${query}`),
    'a page not found': (query) => service.get(`/nothing${query}`),
  };

  it.each(Object.keys(pages))('stays in whatever %s leads to', async (name) => {
    const addresses = addressesOf(await present(pages[name])('?lang=en'));
    expect(addresses.length).toBeGreaterThan(1);
    expect(addresses.filter((address) => !address.endsWith('?lang=en'))).toEqual([]);
  });

  it.each(Object.keys(pages))('is nowhere in %s when nobody asked', async (name) => {
    expect(addressesOf(await present(pages[name])('')).join()).not.toContain('lang=');
  });

  it('stays when a desk code is typed: a field of that form', async () => {
    const { html } = await service.get('/?lang=en');
    expect(html).toMatch(/<button type="submit" class="main" name="lang" value="en">/);
    // What Enter presses says it as well.
    expect(html).toMatch(/<button type="submit" form="code-form" name="lang" value="en" hidden="">/);
    expect(addressesOf(await service.get(`/?code=${service.desk.code}&lang=en`))).toContain(
      `${path}?lang=en`,
    );
  });
});

/** The switch of a page: a link, or a button that sends a form. */
const switchOf = (
  page: Page,
): { tag: string; lang: string; words: string; attributes: Record<string, string> } => {
  const [, tag = '', rest = '', words = ''] = present(
    /<(a|button)\b([^>]*class="switch"[^>]*)>([^<]*)</.exec(page.html),
  );
  const attributes = Object.fromEntries(
    [...rest.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll('&amp;', '&'),
    ]),
  );
  return { tag, lang: attributes['lang'] ?? '', words, attributes };
};

describe('the switch', () => {
  it.each(['/', '/privacy', '/c/18073', '/p/42', '/nothing', '/d/unknown'])(
    'of %s names the other language in its own words',
    async (address) => {
      expect(switchOf(await service.get(address))).toMatchObject({ lang: 'en', words: 'English' });
      expect(switchOf(await service.get(address, english))).toMatchObject({
        lang: 'vi',
        words: 'Tiếng Việt',
      });
    },
  );

  it('is a link to the same page where nothing can be typed', async () => {
    const { tag, attributes } = switchOf(await service.get(path));
    expect(tag).toBe('a');
    expect(languageOf(await service.get(`${path}${attributes['href']}`))).toBe('en');
    expect(switchOf(await service.get(`${path}?lang=en`)).attributes['href']).toBe('?lang=vi');
    expect(switchOf(await service.get(`/?code=${service.desk.code}`)).attributes['href']).toBe(
      `?code=${service.desk.code}&lang=en`,
    );
  });

  it('leads nowhere else, whatever the address', async () => {
    const hostile = await service.get('//other.example/"><script>/..;/?x="><script>&lang=en');
    expect(switchOf(hostile).attributes['href']).toMatch(/^\?/);
    expect(hostile.html).not.toContain('<script');
  });

  it('of a posted page that holds nothing leads to the form of its desk', async () => {
    const page = await service.post(path, {}, { origin: 'https://other.example' });
    expect(switchOf(page).attributes['href']).toBe(`${path}?lang=en`);
  });

  it('of the home page sends the code that is being typed', async () => {
    expect(switchOf(await service.get('/')).attributes).toMatchObject({
      form: 'code-form',
      name: 'lang',
      value: 'en',
    });
    const page = await service.get('/?lang=en&code=7KQ2');
    expect(languageOf(page)).toBe('en');
    expect(page.html).toMatch(/<input[^>]*name="code"[^>]*value="7KQ2"/);
  });
});

/** Presses the switch of a page: everything in its form is sent, however wrong. */
const pressSwitch = async (page: Page, typed: Fields = {}): Promise<Page> => {
  const { tag, attributes } = switchOf(page);
  expect(tag).toBe('button');
  const comment = typedComment(page);
  return service.post(present(attributes['formaction']), {
    [present(attributes['name'])]: present(attributes['value']),
    ...hiddenFields(page),
    ...checkedFields(page),
    ...(comment === undefined ? {} : { comment }),
    website: '',
    ...typed,
  });
};

const typed = {
  attitude: '4',
  paperwork: 'na',
  visits: '3',
  procedure: 'identity_card',
  comment: 'Chờ lâu\n"quá" & <mệt>',
};
const { comment: typedText, ...chosen } = typed;

const expectTyped = (page: Page): void => {
  expect(checkedFields(page)).toEqual(chosen);
  expect(typedComment(page)).toBe(typedText);
};

const snapshot = async () => [await service.items('RESPONSES#'), await service.items('COMMENTS#')];

describe('the switch of the thank-you page', () => {
  it('keeps all that was typed and the token, and stores nothing', async () => {
    const { token, page } = await service.rate(2);
    const before = await snapshot();
    const switched = await pressSwitch(page, typed);
    expect(switched.status).toBe(200);
    expect(languageOf(switched)).toBe('en');
    expect(hiddenFields(switched)).toMatchObject({ token, edition: '2' });
    expectTyped(switched);
    expect(switched.html).toContain('<details open');
    expect(wordsOf(switched)).toContain(en.thanks.notices.recorded);
    expect(wordsOf(switched)).toContain(`${en.thanks.recordedRating}: ${en.ratings[2]}`);
    expect(await snapshot()).toEqual(before);
  });

  it('can be pressed back and forth, and what was typed then be sent', async () => {
    const { page } = await service.rate(2);
    const there = await pressSwitch(page, typed);
    const back = await pressSwitch(there);
    expect(languageOf(back)).toBe('vi');
    expectTyped(back);
    const sent = await service.post(present(formActions(back)[0]), {
      ...hiddenFields(back),
      ...checkedFields(back),
      comment: present(typedComment(back)),
    });
    expect(sent.status).toBe(200);
    expect(await service.responses()).toMatchObject([
      { overall: 2, criteria: { attitude: 4, paperwork: 'na' }, edition: 2, language: 'vi' },
    ]);
  });

  it('keeps what is wrong, too, and says what is wrong in the other language', async () => {
    const { token } = await service.rate(4);
    const comment = `${'a'.repeat(500)}!`;
    const page = await service.post(`${path}/details`, { token, edition: '2', attitude: '4', comment });
    expect(page.status).toBe(400);
    const switched = await pressSwitch(page);
    expect(wordsOf(switched)).toContain(en.problems.commentTooLong(500));
    expect(wordsOf(switched)).toContain(en.thanks.notices.invalid);
    expect(typedComment(switched)).toBe(comment);
  });

  it('does not call wrong what nobody has sent', async () => {
    const { page } = await service.rate(4);
    const switched = await pressSwitch(page, { comment: 'a'.repeat(501) });
    expect(wordsOf(switched)).not.toContain(en.problems.title);
    expect(typedComment(switched)).toBe('a'.repeat(501));
  });

  it('stays the page it is after details were stored, and when it is too late', async () => {
    const { token } = await service.rate(4);
    const added = await service.post(`${path}/details`, { token, edition: '2', attitude: '5' });
    expect(wordsOf(await pressSwitch(added))).toContain(en.thanks.notices.added);

    service.clock.forward(3 * 3_600_000);
    const late = await service.post(`${path}/details`, { token, edition: '3', comment: 'Chào\n<b>' });
    const switched = await pressSwitch(late);
    expect(wordsOf(switched)).toContain(en.thanks.notices.too_late);
    expect(switched.html).toContain('<p class="typed">Chào\n&lt;b&gt;</p>');
    expect(wordsOf(await pressSwitch(switched))).toContain(vi.thanks.notices.too_late);
  });

  it('works for a desk that was retired meanwhile, and for a rating that is not recorded not', async () => {
    const { retiredDesk } = service;
    const token = service.token({ desk: retiredDesk.code });
    const page = await service.post(`/d/${retiredDesk.code}/language?lang=en`, { token, shown: 'form' });
    expect(page.status).toBe(404);
    expect(wordsOf(page)).toContain(en.messages.retiredDesk.title);
  });
});

describe('the switch of a form with problems', () => {
  it('keeps all that was typed and the token, says the problems anew, and stores nothing', async () => {
    const token = await service.openForm();
    const page = await service.post(path, { token, ...typed });
    expect(page.status).toBe(400);
    const switched = await pressSwitch(page);
    expect(switched.status).toBe(200);
    expect(languageOf(switched)).toBe('en');
    expect(hiddenFields(switched)).toMatchObject({ token });
    expectTyped(switched);
    expect(wordsOf(switched)).toContain(en.problems.overallMissing);
    expect(formActions(switched)).toEqual([`${path}?lang=en`]);
    expect(await service.items('RESPONSES#')).toEqual([]);

    await service.post(`${path}?lang=en`, {
      ...hiddenFields(switched),
      ...checkedFields(switched),
      overall: '1',
    });
    expect(await service.responses()).toMatchObject([
      { overall: 1, criteria: { attitude: 4 }, language: 'en' },
    ]);
  });

  it('leads to the thank-you page when its answer was recorded meanwhile', async () => {
    const token = await service.openForm();
    const page = await service.post(path, { token, ...typed });
    await service.post(path, { token, overall: '3' });
    const switched = await pressSwitch(page);
    expect(wordsOf(switched)).toContain(en.thanks.notices.unchanged);
    expectTyped(switched);
  });

  it('gives a new form when the token can’t be used', async () => {
    const page = await service.post(`${path}/language?lang=en`, { token: 'x', shown: 'form', ...typed });
    expect(page.status).toBe(400);
    expect(wordsOf(page)).toContain(en.problems.tokenInvalid);
    expectTyped(page);
  });

  it.each(['nothing', '__proto__', ''])('takes a page "%s" that there is not for the form', async (shown) => {
    const token = await service.openForm();
    const page = await service.post(`${path}/language?lang=en`, { token, shown, attitude: '4' });
    expect(page.status).toBe(200);
    expect(checkedFields(page)).toEqual({ attitude: '4' });
  });
});

describe('the switch in storage trouble', () => {
  const down = () => calls.failAll(present(faults['a timeout'])());

  it('keeps the answer on the page, in the other language, without the table', async () => {
    const fields = { token: service.token(), overall: '2', ...typed };
    down();
    const page = await service.post(path, fields);
    expect(page.status).toBe(503);
    const { attributes } = switchOf(page);
    expect(attributes['value']).toBe('unavailable');
    const switched = await pressSwitch(page);
    expect(switched.status).toBe(200);
    expect(wordsOf(switched)).toContain(en.unavailable.title);
    expect(hiddenFields(switched)).toMatchObject(fields);
    expect(formActions(switched)).toEqual([`${path}?lang=en`]);

    calls.recover();
    expect((await service.post(present(formActions(switched)[0]), hiddenFields(switched))).status).toBe(200);
    expect(await service.responses()).toMatchObject([
      { overall: 2, criteria: { attitude: 4 }, language: 'en' },
    ]);
  });

  it('of a thank-you page keeps what was typed, to be sent as details', async () => {
    const { page } = await service.rate(4);
    down();
    const failed = await pressSwitch(page, typed);
    expect(failed.status).toBe(503);
    expect(formActions(failed)).toEqual([`${path}/details?lang=en`]);
    calls.recover();
    await service.post(present(formActions(failed)[0]), hiddenFields(failed));
    expect(await service.responses()).toMatchObject([{ criteria: { attitude: 4 }, edition: 2 }]);
  });
});

describe('the words of both languages', () => {
  let texts: [string, unknown, unknown][];
  beforeAll(() => {
    const pairs = (name: string, a: unknown, b: unknown): [string, unknown, unknown][] =>
      typeof a === 'object' && a !== null && typeof b === 'object' && b !== null
        ? Object.entries(a).flatMap(([key, value]) =>
            pairs(`${name}.${key}`, value, new Map(Object.entries(b)).get(key)),
          )
        : [[name, a, b]];
    texts = pairs('', vi, en);
  });

  it('are all there', () => {
    expect(texts.length).toBeGreaterThan(150);
    expect(texts.filter(([, a, b]) => typeof a !== typeof b || a === '' || b === '')).toEqual([]);
  });

  it('are not the same but where a name is one', () => {
    const same = texts.filter(([, a, b]) => a === b).map(([name]) => name);
    expect(same).toEqual(['.site.name', '.site.demo', '.complaints.portalName']);
  });
});
