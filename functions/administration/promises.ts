import { type Deed, Fields } from '../domain/audit.ts';
import { CommunePromise } from '../domain/promise.ts';
import { scrub } from '../domain/scrub.ts';
import type { AuditStore } from '../store/audit-store.ts';
import type { PromiseKey, PromiseStore } from '../store/promise-store.ts';
import { type Changeable, makeChange, type Outcome, settled } from './change.ts';
import type { Actor } from './desks.ts';

export interface PromiseAdministration {
  promises: Pick<PromiseStore, 'find' | 'put'>;
  audit: Pick<AuditStore, 'find' | 'record'>;
}

/** What can be changed of a promise; null takes it away. */
export type PromiseChange = Partial<
  Pick<CommunePromise, 'text' | 'criterion' | 'dueBy' | 'madeOn' | 'isShown'> & {
    doneOn: NonNullable<CommunePromise['doneOn']> | null;
  }
>;

const asChangeable = ({ promises }: Pick<PromiseAdministration, 'promises'>, key: PromiseKey): Changeable => {
  const { province, commune, id } = key;
  return {
    province,
    subject: `PROMISE#${commune}#${id}`,
    read: async () => {
      const promise = await promises.find(key);
      if (!promise) return undefined;
      const { version, id: _, commune: __, ...value } = promise;
      return { value, version };
    },
    write: ({ value, version }) =>
      promises.put(province, CommunePromise.parse({ ...value, id, commune, version })),
  };
};

/** A promise as it stands, with every change that was begun. */
export const settledPromise = async (
  { promises, audit }: PromiseAdministration,
  key: PromiseKey,
): Promise<CommunePromise | undefined> => {
  await settled(audit, asChangeable({ promises }, key));
  return promises.find(key);
};

/** Writes or changes a promise. Like a comment, its text is scrubbed before it is kept, in the audit trail too. */
export const changePromise = (
  { promises, audit }: PromiseAdministration,
  key: PromiseKey,
  seen: number,
  change: PromiseChange,
  { by, now }: Actor,
): Promise<Outcome> => {
  const deed: Deed = seen === 0 ? 'promise_made' : 'promise_changed';
  const scrubbed = change.text === undefined ? change : { ...change, text: scrub(change.text) };
  return makeChange(audit, asChangeable({ promises }, key), {
    seen,
    change: Fields.parse(scrubbed),
    deed,
    by,
    now,
  });
};
