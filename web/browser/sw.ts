import { ownPageHeader } from '../own-page.ts';
import { flush } from './delivery.ts';

declare const self: ServiceWorkerGlobalScope;
/** Changes with this script and every other one: set while building. */
declare const VERSION: string;

/** Not in the type library: https://wicg.github.io/background-sync/spec/ */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}
const isSync = (event: Event): event is SyncEvent => 'tag' in event && 'waitUntil' in event;

const cacheName = `thuoc-do ${VERSION}`;
const privacyPath = '/privacy';
const slowMs = 4_000;

/** The form and the kiosk of a desk, and what is kept of a person: never an answer, a result or a dashboard. */
const isKept = ({ pathname }: URL): boolean => /^\/(?:d\/[^/]+(?:\/kiosk)?|privacy)$/.test(pathname);

/** A page stands under its path and the language that its address says, if any. */
const keyOf = ({ pathname, searchParams }: URL): string => {
  const language = searchParams.get('lang');
  return language ? `${pathname}?lang=${language}` : pathname;
};

/** Two visits from one stored form are two responses: it is stored without its token. */
const withoutToken = (html: string): string => html.replace(/(name="token" value=")[^"]*/g, '$1');

const store = async (key: string, response: Response): Promise<void> => {
  if (response.headers.get(ownPageHeader) === null) return;
  const cache = await caches.open(cacheName);
  if (response.status === 404) await cache.delete(key);
  if (!response.ok) return;
  const html = await response.text();
  await cache.put(key, new Response(withoutToken(html), { headers: response.headers }));
  for (const [, script = ''] of html.matchAll(/ src="(\/assets\/[^"]+)"/g)) {
    if (!(await cache.match(script))) await cache.add(script);
  }
};

/** Not on the first visit, which is to be light. */
const storePrivacy = async (): Promise<void> => {
  if (!(await caches.match(privacyPath))) await store(privacyPath, await fetch(privacyPath));
};

const sleep = (milliseconds: number): Promise<undefined> =>
  new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));

/** From the network; from the cache when that is slow, away or in trouble. Another server's page is shown as it is. */
const page = async (event: FetchEvent, key: string): Promise<Response> => {
  const network = fetch(event.request);
  const stored = network.then((response) => store(key, response.clone()));
  event.waitUntil(stored.then(storePrivacy).catch(() => undefined));
  const first = await Promise.race([network.catch(() => undefined), sleep(slowMs)]);
  if (first && first.status < 500 && first.status !== 429) return first;
  return (await caches.match(key)) ?? (await caches.match(key, { ignoreSearch: true })) ?? network;
};

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const address = new URL(url);
  if (method !== 'GET' || address.origin !== location.origin) return;
  if (address.pathname.startsWith('/assets/')) {
    event.respondWith(caches.match(address.pathname).then((script) => script ?? fetch(event.request)));
  } else if (mode === 'navigate' && isKept(address)) {
    event.respondWith(page(event, keyOf(address)));
  }
});

/** Addresses that the worker before this one kept, and those that were open before there was one. */
const keptBefore = async (oldNames: readonly string[]): Promise<Map<string, RequestCache>> => {
  const addresses = new Map<string, RequestCache>();
  for (const name of oldNames) {
    for (const { url } of await (await caches.open(name)).keys()) addresses.set(url, 'no-cache');
  }
  for (const { url } of await self.clients.matchAll({ type: 'window', includeUncontrolled: true })) {
    // The browser has it still: it must not cost a slow network a second time.
    addresses.set(url, 'force-cache');
  }
  return addresses;
};

const takeOver = async (): Promise<void> => {
  const oldNames = (await caches.keys()).filter((name) => name.startsWith('thuoc-do ') && name !== cacheName);
  const fetched = [...(await keptBefore(oldNames))]
    .map(([url, cache]) => ({ address: new URL(url), cache }))
    .filter(({ address }) => isKept(address))
    .map(async ({ address, cache }) => store(keyOf(address), await fetch(address, { cache })));
  await Promise.allSettled(fetched);
  await Promise.all(oldNames.map((name) => caches.delete(name)));
  await self.clients.claim();
};

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

self.addEventListener('sync', (event) => {
  if (!isSync(event) || event.tag !== 'outbox') return;
  // A promise that fails makes the browser wake us again later.
  const delivered = flush().then(({ isDone }) => {
    if (!isDone) throw new Error('answers left');
  });
  event.waitUntil(delivered);
});
