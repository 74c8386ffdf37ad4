import type { Entry } from './outbox-store.ts';

/** Words and markup that the server put into the page for the case that an answer can't be sent. */
export const findWords = (): HTMLTemplateElement | null =>
  document.querySelector<HTMLTemplateElement>('template[data-sending]');

/** Says something in the page's status line. */
export const sayStatus = (words: string | undefined, isGood = false): void => {
  const line = document.querySelector('main [role=status]');
  if (!line || !words) return;
  line.className = isGood ? 'status' : 'status warn';
  line.textContent = words;
};

/** Puts the chosen rating, its face and its words, beside "you chose". */
const showChosen = (root: ParentNode, overall: string): void => {
  const button = root.querySelector(`button[value="${overall}"]`);
  const chosen = root.querySelector('.chosen');
  const face = button?.querySelector('svg');
  const words = chosen?.querySelector('b');
  if (!button || !face || !words) return;
  chosen?.querySelector('svg')?.remove();
  chosen?.prepend(face.cloneNode(true));
  words.textContent = button.textContent;
};

/** Readies the forms of a kept answer: they add to it here, and without our script they would post it. */
const readyForms = (root: ParentNode, { id, desk, search, token, posts }: Entry): void => {
  for (const form of root.querySelectorAll('form')) {
    form.action = `/d/${desk}${search}`;
    form.dataset['kept'] = id;
    for (const input of form.querySelectorAll<HTMLInputElement>('input[type=hidden]')) {
      input.value = (input.name === 'token' ? token : posts[0]?.[input.name]) ?? '';
    }
  }
};

/** The page of a kept answer: the current one with what its template holds. */
export const keptPage = (words: HTMLTemplateElement, entry: Entry): Element => {
  const root = document.documentElement.cloneNode(true);
  if (!(root instanceof HTMLElement)) throw new TypeError('no element');
  root.dataset['kept'] = entry.id;
  root.querySelector('.sending')?.remove();
  // It would open a new form. Its room stays, so that the header does not shrink.
  const languageSwitch = root.querySelector<HTMLElement>('header .switch');
  if (languageSwitch) languageSwitch.style.visibility = 'hidden';
  const title = root.querySelector('title');
  if (title) title.textContent = words.dataset['title'] ?? '';

  const main = root.querySelector('main');
  const content = document.importNode(words.content, true);
  const desk = main?.querySelector('.desk');
  if (desk) content.querySelector('.chosen')?.before(desk.cloneNode(true));
  readyForms(content, entry);
  showChosen(content, entry.posts[0]?.['overall'] ?? '');
  main?.replaceChildren(content, words.cloneNode(true));
  return root;
};

/** Shows another rating as the chosen one. */
export const changeChosen = (overall: string): void => {
  showChosen(document, overall);
  for (const input of document.querySelectorAll<HTMLInputElement>('input[name=overall][type=hidden]')) {
    input.value = overall;
  }
};
