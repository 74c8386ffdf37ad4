import { startCourier } from './courier.ts';
import type { Delivered } from './delivery.ts';
import { changeChosen, findWords, keptPage, sayStatus } from './kept-page.ts';
import { addToKept, keep } from './outbox.ts';
import { allEntries, type Entry, type Fields, openStore } from './outbox-store.ts';
import { ask, isReply } from './request.ts';
import { askForSync, registerWorker } from './service-worker.ts';
import { currentPlace, rememberBefore, replacePage, rootOf, showPage } from './show.ts';

/*
 * Sends our forms, and keeps on this device what could not be sent. The pages work without it: whatever this script
 * can't do, the browser does as if the script were not there.
 */

interface Sending {
  form: HTMLFormElement;
  words: HTMLTemplateElement;
  desk: string;
  path: string;
  /** Where the language stands, when it was chosen. */
  search: string;
  fields: Fields;
}

const tokenInputs = (root: ParentNode): NodeListOf<HTMLInputElement> =>
  root.querySelectorAll<HTMLInputElement>('input[name=token]');

const setToken = (token: string): void => {
  for (const input of tokenInputs(document)) input.value = token;
};

const fieldsOf = (form: HTMLFormElement, submitter: HTMLElement | null): Fields => {
  const fields: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields[name] = value;
  if (submitter instanceof HTMLButtonElement && submitter.name) fields[submitter.name] = submitter.value;
  return fields;
};

/** Whether something was typed since the answer was kept: then the page is not taken away. */
let isTouched = false;
let isSending = false;
let isLeftToBrowser = false;

/** The kept answer that the page shows. */
const shownId = (): string | undefined => document.documentElement.dataset['kept'];

const onDelivered = ({ id, path, fields, html }: Delivered): void => {
  if (id === shownId() && !isTouched) replacePage(rootOf(html), { path, fields });
};

/** Another page or the worker may have delivered what this page shows as waiting. */
const onRound = async (): Promise<void> => {
  const id = shownId();
  if (!id) return;
  const entry = (await allEntries()).find((each) => each.id === id);
  if (entry?.token) setToken(entry.token);
  if (!entry?.posts.length) sayStatus(findWords()?.dataset['sent'], true);
};

const deliver = startCourier(onDelivered, () => void onRound().catch(() => undefined));

const showKept = ({ form, words }: Sending, entry: Entry): void => {
  // Back and another tap change this answer, they are not another one.
  form.dataset['kept'] = entry.id;
  showPage(keptPage(words, entry), { kept: entry.id, token: entry.token });
};

const keepRating = async (sending: Sending, tried: boolean): Promise<void> => {
  const { desk, search, fields } = sending;
  showKept(sending, await keep({ desk, search, tried }, fields));
};

/** Details that can't be sent stay in the page as they are; only the status line tells. */
const keepDetails = async ({ words, desk, search, fields }: Sending, tried: boolean): Promise<void> => {
  const { id } = await keep({ desk, search, tried }, fields);
  document.documentElement.dataset['kept'] = id;
  tellAdded(words.dataset['added']);
};

const tellAdded = (words: string | undefined): void => {
  sayStatus(words);
  for (const details of document.querySelectorAll('details')) details.open = false;
  scrollTo(0, 0);
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
};

/** Adds to an answer that waits here, or that was delivered while its page was open. */
const addDetails = async (sending: Sending): Promise<void> => {
  const { form, words, fields } = sending;
  const entry = await addToKept(form.dataset['kept'] ?? '', fields);
  if (entry && !shownId()) return showKept(sending, entry);
  if (fields['overall']) changeChosen(fields['overall']);
  return tellAdded(entry ? words.dataset['added'] : words.dataset['late']);
};

const send = async (sending: Sending): Promise<void> => {
  const { form, path, fields } = sending;
  if (form.dataset['kept']) {
    await addDetails(sending);
  } else {
    // A form out of the worker's cache has no token: its answer gets one of its own on delivery.
    const mayTry = Boolean(fields['token']) && navigator.onLine;
    const reply = mayTry ? await ask(path, fields) : { waitMs: 0 };
    if (isReply(reply)) {
      showPage(rootOf(reply.text), { path, fields });
      deliver();
      return;
    }
    await (fields['edition'] ? keepDetails : keepRating)(sending, mayTry);
  }
  isTouched = false;
  void askForSync();
  deliver();
};

/** Says that something is under way, where the browser's own sign is missing. */
const showSending = (words: string | undefined): (() => void) => {
  const line = document.createElement('p');
  line.className = 'sending';
  line.setAttribute('aria-live', 'polite');
  line.textContent = words ?? '';
  document.body.append(line);
  return () => line.remove();
};

const onSubmit = (event: SubmitEvent): void => {
  const { target: form, submitter } = event;
  const words = findWords();
  if (!(form instanceof HTMLFormElement) || !words || isLeftToBrowser) return;
  const { pathname, search } = new URL(form.getAttribute('action') ?? '', location.href);
  const [, desk] = /^\/d\/([^/]+)(?:\/details)?$/.exec(pathname) ?? [];
  // A button that goes elsewhere, as for another language, is not ours to send.
  if (!desk || submitter?.hasAttribute('formaction')) return;
  event.preventDefault();
  if (isSending) return;
  isSending = true;
  const hideSending = showSending(words.dataset['sending']);
  send({ form, words, desk, path: pathname + search, search, fields: fieldsOf(form, submitter) })
    .catch(() => {
      // Nothing could be kept here: the browser sends the form itself, and says so when it fails.
      isLeftToBrowser = true;
      form.requestSubmit(submitter);
      isLeftToBrowser = false;
    })
    .finally(() => {
      isSending = false;
      hideSending();
    });
};

/**
 * How this page was come to. Only Back and a reload see a place of the history again: Chromium leaves its state there
 * also when the same address is opened anew, which is another visit: the code was scanned again.
 */
const cameBy = (way: NavigationTimingType): boolean =>
  performance
    .getEntriesByType('navigation')
    .some((entry) => entry instanceof PerformanceNavigationTiming && entry.type === way);

/** Shows again what stood in this place of the history before it was loaded again. */
const restore = async (): Promise<void> => {
  const place = cameBy('back_forward') || cameBy('reload') ? currentPlace() : undefined;
  const words = findWords();
  if (place?.path && place.fields) {
    // Whatever comes of it, a tap on the form must stay a replay.
    setToken(place.fields['token'] ?? '');
    const form = document.documentElement;
    const reply = await ask(place.path, place.fields);
    if (!isReply(reply)) return;
    replacePage(rootOf(reply.text), { path: place.path, fields: place.fields });
    rememberBefore(form);
  } else if (place?.kept && words) {
    const entry = (await allEntries()).find(({ id }) => id === place.kept);
    const token = entry?.token || place.token;
    if (token) setToken(token);
    if (!entry?.posts.length) return;
    const form = document.documentElement;
    replacePage(keptPage(words, entry), { kept: entry.id });
    rememberBefore(form);
  } else {
    // A reloaded form is a new one, as without script.
    if (place?.token && cameBy('back_forward')) setToken(place.token);
    const [token] = tokenInputs(document);
    history.replaceState({ at: currentPlace()?.at ?? 0, token: token?.value ?? '' }, '');
  }
};

const start = async (): Promise<void> => {
  if (!('fetch' in window && 'AbortController' in window)) return;
  await openStore();
  await restore().catch(() => undefined);
  document.addEventListener('submit', onSubmit);
  document.addEventListener('input', () => {
    isTouched = true;
  });
  deliver();
};

// Where this fails there is nothing to undo: the plain form is still there.
start().catch(() => undefined);
if (document.readyState === 'complete') void registerWorker();
else addEventListener('load', () => void registerWorker());
