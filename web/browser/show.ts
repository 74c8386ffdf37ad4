import type { Fields } from './outbox-store.ts';

/**
 * What one place in the history holds, so that Back, Forward and a reload show what they would show without script:
 * the form with the same token, or the answer to the same post, sent again.
 */
export interface Place {
  at: number;
  token?: string;
  path?: string;
  fields?: Fields;
  /** Id of the kept answer that is shown. */
  kept?: string;
}

const isPlace = (state: unknown): state is Place =>
  typeof state === 'object' && state !== null && 'at' in state && typeof state.at === 'number';

export const currentPlace = (): Place | undefined => {
  const state: unknown = history.state;
  return isPlace(state) ? state : undefined;
};

const roots = new Map<number, Element>();
let at = currentPlace()?.at ?? 0;

export const rootOf = (html: string): Element =>
  new DOMParser().parseFromString(html, 'text/html').documentElement;

const swap = (root: Element): void => {
  document.replaceChild(document.adoptNode(root), document.documentElement);
  scrollTo(0, 0);
  // A screen reader goes on from the heading, as on a new page.
  const heading = document.querySelector('h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
};

/** Shows a page in the place of the current one, as after a redirect. */
export const replacePage = (root: Element, place: Omit<Place, 'at'>): void => {
  history.replaceState({ ...place, at }, '');
  swap(root);
};

/** Shows a page after the current one: Back leads to the current one as it stands. */
export const showPage = (root: Element, place: Omit<Place, 'at'>): void => {
  roots.set(at, document.documentElement);
  at += 1;
  history.pushState({ ...place, at }, '');
  swap(root);
};

/** Remembers what Back is to show, for a page that was loaded in a later place. */
export const rememberBefore = (root: Element): void => {
  if (at > 0) roots.set(at - 1, root);
};

addEventListener('popstate', () => {
  roots.set(at, document.documentElement);
  at = currentPlace()?.at ?? 0;
  const root = roots.get(at);
  if (root) swap(root);
  else location.reload();
});
