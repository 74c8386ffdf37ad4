import { startCourier } from './courier.ts';
import { keepCredential, kioskToken, type Round, readCredential } from './delivery.ts';
import { keep } from './outbox.ts';
import { allEntries } from './outbox-store.ts';
import { isReply } from './request.ts';
import { askForSync, registerWorker } from './service-worker.ts';

/*
 * The tablet at a desk. Each answer goes to the outbox first and gets a token of its own on delivery, with or without a
 * network: one way for both. Nothing of an answer stays on the screen, in the history or, once delivered, on the device.
 */

const thanksMs = 4_000;
/** One person, one tap: a second within this time is a slip or a game. */
const refusedMs = 5_000;
const lookAgainMs = 60_000;

type Screen = 'question' | 'thanks' | 'not-kept' | 'unpaired';

const show = (screen: Screen): void => {
  for (const section of document.querySelectorAll<HTMLElement>('[data-screen]')) {
    section.hidden = section.dataset['screen'] !== screen;
  }
};

/** Midnight in Viet Nam: enough for the week, and no moment of an answer waits on a tablet that others can open. */
const startOfDay = (): number => {
  const [dayMs, hoChiMinhMs] = [86_400_000, 7 * 3_600_000];
  return Math.floor((Date.now() + hoChiMinhMs) / dayMs) * dayMs - hoChiMinhMs;
};

/** The screen stays on where the browser can see to that. */
const stayAwake = (): void => {
  if ('wakeLock' in navigator) navigator.wakeLock.request('screen').catch(() => undefined);
};

const fillScreen = (): void => {
  if (!document.fullscreenElement) document.documentElement.requestFullscreen().catch(() => undefined);
};

const start = async (line: HTMLElement, desk: string): Promise<void> => {
  let isOnline = navigator.onLine;
  let isPaired = true;
  let isThanking = false;

  const sayState = async (): Promise<void> => {
    const waiting = (await allEntries()).filter((entry) => entry.kiosk && entry.posts.length > 0).length;
    const { online, offline, allSent, waiting: still } = line.dataset;
    line.textContent = [
      isOnline ? online : offline,
      waiting > 0 ? still?.replace('#', String(waiting)) : allSent,
    ].join(' ');
    line.classList.toggle('warn', !isOnline);
    line.hidden = false;
  };

  const rest = (): void => {
    if (!isThanking) show(isPaired ? 'question' : 'unpaired');
    sayState().catch(() => undefined);
  };

  const onRound = ({ isDone, isUnpaired = false }: Round): void => {
    if (isUnpaired) isPaired = false;
    isOnline = isDone || isUnpaired;
    rest();
  };
  const deliver = startCourier(() => undefined, onRound);

  /** Whether the service is there and knows this tablet. */
  const look = async (): Promise<void> => {
    const reply = await kioskToken({ desk });
    isOnline = isReply(reply) && navigator.onLine;
    if (isReply(reply)) isPaired = reply.status === 200;
    rest();
    if (isReply(reply) && isPaired) deliver();
  };

  const takeAnswer = async (fieldset: HTMLFieldSetElement, overall: string): Promise<void> => {
    isThanking = true;
    fieldset.disabled = true;
    fillScreen();
    try {
      await keep({ desk, tried: false, kiosk: true, savedAt: startOfDay() }, { overall });
      show('thanks');
      void askForSync();
      deliver();
    } catch {
      show('not-kept');
    }
    setTimeout(() => {
      isThanking = false;
      rest();
    }, thanksMs);
    setTimeout(() => {
      fieldset.disabled = false;
    }, refusedMs);
  };

  const credential = location.hash.slice(1);
  if (credential) {
    await keepCredential(desk, credential);
    // Neither the address bar nor the history shows it from here on.
    history.replaceState(null, '', location.pathname);
  }
  isPaired = typeof (await readCredential(desk)) === 'string';
  const fieldset = document.querySelector('fieldset');
  fieldset?.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    // The mark of the focus would tell the next person what this one chose.
    button?.blur();
    if (button) void takeAnswer(fieldset, button.value);
  });
  addEventListener('online', () => void look());
  addEventListener('offline', () => {
    isOnline = false;
    rest();
  });
  document.addEventListener('visibilitychange', stayAwake);
  setInterval(() => {
    if (!isOnline) void look();
  }, lookAgainMs);
  stayAwake();
  rest();
  await look();
};

const line = document.querySelector<HTMLElement>('[data-desk]');
// Where this fails the page says that it needs another browser.
if (line) start(line, line.dataset['desk'] ?? '').catch(() => undefined);
void registerWorker();
