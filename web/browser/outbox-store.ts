/** What a form posts, by field name. */
export type Fields = Readonly<Record<string, string>>;

/** An answer that waits on this device, or was delivered and can still be added to. */
export interface Entry {
  /** Random, so that nothing tells in which order the answers of a kiosk were given. */
  id: string;
  desk: string;
  /** '?lang=en' when the form's address said its language. */
  search: string;
  /** '' until delivery fetches one. */
  token: string;
  /** Week of the visit, claimed on delivery; '' lets the token say it. */
  week: string;
  /** Whether something sent under this token may have been stored. */
  tried: boolean;
  /** Its token is fetched with the credential of the paired tablet. */
  kiosk: boolean;
  /** What is still to be sent, in this order: the rating first, then later editions. Empty once delivered. */
  posts: readonly Fields[];
  /** The highest edition among all posts there were. */
  edition: number;
  /** On this device's clock, for how long the answer waited. */
  savedAt: number;
}

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && 'posts' in value && 'savedAt' in value;

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('request'));
  });

const done = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('transaction'));
  });

let opening: Promise<IDBDatabase> | undefined;

/** Rejects where a browser has no storage, or none for us. */
export const openStore = (): Promise<IDBDatabase> => {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('thuoc-do', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('entries', { keyPath: 'id' });
      request.result.createObjectStore('notes');
    };
    request.onsuccess = () => {
      request.result.onclose = forget;
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error ?? new Error('database'));
    request.onblocked = () => reject(new Error('blocked'));
  });
  opening.catch(forget);
  return opening;
};

/** A database that went away is opened again. */
const forget = (): void => {
  opening = undefined;
};

/** Runs one transaction and waits until what it wrote is on the disk. */
const transact = async <T>(name: 'entries' | 'notes', work: (store: IDBObjectStore) => Promise<T>) => {
  const transaction = (await openStore()).transaction(name, 'readwrite', { durability: 'strict' });
  const finished = done(transaction);
  const [result] = await Promise.all([work(transaction.objectStore(name)), finished]);
  return result;
};

export const allEntries = (): Promise<Entry[]> =>
  transact('entries', async (store) => {
    const found: unknown[] = await answer(store.getAll());
    return found.filter(isEntry);
  });

/**
 * Changes one entry in one transaction, so that pages and the worker never overwrite one another; undefined takes it
 * out.
 */
export const changeEntry = (
  id: string,
  change: (entry: Entry | undefined) => Entry | undefined,
): Promise<Entry | undefined> =>
  transact('entries', async (store) => {
    const found: unknown = await answer(store.get(id));
    const changed = change(isEntry(found) ? found : undefined);
    if (changed) store.put(changed);
    else store.delete(id);
    return changed;
  });

/** Small things to remember: the credential of a kiosk, until when to wait, whose turn it is. */
export const changeNote = (
  key: string,
  change: (value: unknown) => string | number | undefined,
): Promise<string | number | undefined> =>
  transact('notes', async (store) => {
    const changed = change(await answer<unknown>(store.get(key)));
    if (changed === undefined) store.delete(key);
    else store.put(changed, key);
    return changed;
  });

export const readNote = (key: string): Promise<unknown> =>
  transact('notes', (store) => answer<unknown>(store.get(key)));
