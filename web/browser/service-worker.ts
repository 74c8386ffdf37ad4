declare global {
  /** Background Sync, which only Chromium has: https://wicg.github.io/background-sync/spec/ */
  interface ServiceWorkerRegistration {
    readonly sync?: { register(tag: string): Promise<void> };
  }
}

/** Without a service worker (plain http, many in-app browsers) the page still keeps and delivers answers itself. */
export const registerWorker = async (): Promise<void> => {
  try {
    await navigator.serviceWorker.register('/sw.js');
  } catch {
    // This browser has none for us.
  }
};

/** Asks the browser to wake the worker when there is a network, even after the page is closed. */
export const askForSync = async (): Promise<void> => {
  try {
    await (await navigator.serviceWorker.getRegistration())?.sync?.register('outbox');
  } catch {
    // Delivery then waits for the next visit.
  }
};
