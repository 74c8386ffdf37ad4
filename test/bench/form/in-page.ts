import * as z from 'zod/mini';

/**
 * Runs in every page before its own content. What a person can use is noted when the first frame with it has been
 * drawn: five enabled buttons that send a rating, or the word of thanks.
 */
export const watchPage = `(() => {
  const seen = {};
  Object.defineProperty(globalThis, '__seen', { value: seen });
  const drawn = (name) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { seen[name] = performance.timeOrigin + performance.now(); };
    port2.postMessage(0);
  });
  const wanted = {
    buttons: () => document.querySelectorAll('form button[name="overall"]:enabled').length >= 5,
    thanks: () => /^\\s*Cảm ơn/.test(document.querySelector('h1')?.textContent ?? ''),
  };
  new MutationObserver(() => {
    for (const [name, isThere] of Object.entries(wanted)) {
      if (!isThere()) continue;
      delete wanted[name];
      drawn(name);
    }
  }).observe(document, { childList: true, subtree: true, characterData: true });
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) {
      if (name === 'first-contentful-paint') seen.firstPaint = performance.timeOrigin + startTime;
    }
  }).observe({ type: 'paint', buffered: true });
  addEventListener('click', (event) => {
    sessionStorage.setItem('tappedAt', String(performance.timeOrigin + event.timeStamp));
  }, { capture: true });
})()`;

/** What the page has noted, read from outside; moments in ms since 1970, as fine as the browser tells them. */
export const readSeen = `({
  startedAt: performance.timeOrigin,
  tappedAt: JSON.parse(sessionStorage.getItem('tappedAt')),
  ...globalThis.__seen,
})`;

export const Seen = z.object({
  startedAt: z.number(),
  tappedAt: z.nullable(z.number()),
  buttons: z.optional(z.number()),
  thanks: z.optional(z.number()),
  firstPaint: z.optional(z.number()),
});
