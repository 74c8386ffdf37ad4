import { type Page, wordsOf } from './page.ts';

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : unescaped(found);
};

/** The HTML of one form of a page, by where it goes. */
const formOf = ({ html }: Page, action: string): string => {
  const form = [...html.matchAll(/<form\b[^>]*>.*?<\/form>/gs)]
    .map(([each]) => each)
    .find((each) => attribute(each, 'action') === action);
  if (!form) throw new Error(`no form goes to ${action}`);
  return form;
};

/** What a browser would send of a form if its button were pressed now; a name that stands several times, once each. */
export const fieldsToSend = (page: Page, action: string): [string, string][] => {
  const form = formOf(page, action);
  const inputs = [...form.matchAll(/<input\b[^>]*>/g)].flatMap(([tag]): [string, string][] => {
    const [type, name] = [attribute(tag, 'type'), attribute(tag, 'name')];
    const isSent = (type !== 'checkbox' && type !== 'radio') || /\schecked\b/.test(tag);
    return name && isSent ? [[name, attribute(tag, 'value') ?? '']] : [];
  });
  const areas = [...form.matchAll(/(<textarea\b[^>]*>)(.*?)<\/textarea>/gs)].map(
    ([, tag = '', text = '']): [string, string] => [
      attribute(tag, 'name') ?? '',
      unescaped(text).replace(/^\n/, ''),
    ],
  );
  const selects = [...form.matchAll(/(<select\b[^>]*>)(.*?)<\/select>/gs)].map(
    ([, tag = '', options = '']): [string, string] => {
      const chosen = [...options.matchAll(/<option\b[^>]*>/g)].find(([option]) =>
        /\sselected\b/.test(option),
      );
      return [attribute(tag, 'name') ?? '', attribute(chosen?.[0] ?? '', 'value') ?? ''];
    },
  );
  return [...inputs, ...areas, ...selects];
};

/** The same by name, for forms in which each name stands once. */
export const formFields = (page: Page, action: string): Record<string, string> =>
  Object.fromEntries(fieldsToSend(page, action));

/** What is said to be wrong with a field, beside it. */
export const problemOf = ({ html }: Page, field: string): string | undefined => {
  const found = new RegExp(`<p class="problem" id="problem-${field}"[^>]*>(.*?)</p>`, 's').exec(html)?.[1];
  return found === undefined ? undefined : unescaped(found);
};

export const says = (page: Page, words: string): boolean => wordsOf(page).includes(words);
