import { beforeEach, describe, expect, it } from 'vitest';
import { changePromise, type PromiseAdministration } from '../../functions/administration/promises.ts';
import { grantOf } from '../../functions/domain/account.ts';
import { mayDo } from '../../functions/domain/authorization.ts';
import { dayOf } from '../../functions/domain/day.ts';
import { promiseState } from '../../functions/domain/promise.ts';
import { scrub } from '../../functions/domain/scrub.ts';
import { type AuditStore, auditStore } from '../../functions/store/audit-store.ts';
import { type PromiseStore, promiseStore } from '../../functions/store/promise-store.ts';
import { demoIdentities } from '../../infra/local/demo/demo-accounts.ts';
import { fillPromises } from '../../infra/local/demo/sample-promises.ts';
import { engines } from '../support/engine.ts';
import { present } from '../support/samples.ts';
import { openTestTable } from '../support/test-table.ts';

const now = new Date('2026-11-26T10:00+07:00');
const later = new Date('2026-11-27T10:00+07:00');

describe.each(engines)('sample promises on %s', (engine) => {
  let stores: PromiseAdministration & { promises: PromiseStore; audit: AuditStore };
  beforeEach(async () => {
    const { table } = await openTestTable(engine);
    stores = { promises: promiseStore(table), audit: auditStore(table) };
    await fillPromises(stores, '42', now);
  });

  const all = () => stores.promises.ofProvince('42');
  const lines = async () => present(await stores.audit.page('42', 100)).lines;

  it('show one that everybody may read as done, one to come and one overdue', async () => {
    const states = (await all()).map((promise) => [promiseState(promise, dayOf(now)), promise.isShown]);
    expect(states).toContainEqual(['done', true]);
    expect(states).toContainEqual(['due', false]);
    expect(states).toContainEqual(['overdue', false]);
  });

  it('have a line in the audit trail for each version', async () => {
    const versions = (await all()).reduce((sum, { version }) => sum + version, 0);
    expect(await lines()).toHaveLength(versions);
  });

  it('are made by people of the demonstration who may make them there', async () => {
    for (const { by, subject } of await lines()) {
      const identity = present(demoIdentities.find((each) => each.subject === by));
      const grants = identity.groups.flatMap((group) => grantOf(group) ?? []);
      const unit = { province: '42', commune: present(subject.split('#')[1]) };
      expect(mayDo({ grants }, 'write_promises', unit), `${by} in ${unit.commune}`).toBe(true);
    }
  });

  it('hold nothing that would be hidden from a text', async () => {
    for (const { text } of await all()) expect(scrub(text)).toBe(text);
  });

  it('stay the same when they are written again', async () => {
    const before = { promises: await all(), lines: await lines() };
    await fillPromises(stores, '42', now);
    expect({ promises: await all(), lines: await lines() }).toEqual(before);
  });

  it('stay as a chief left them when they are written again', async () => {
    const [promise] = await all();
    const { id, commune, version } = present(promise);
    const key = { province: '42', commune, id };
    await changePromise(stores, key, version, { isShown: false, text: 'Khác' }, { by: 'x', now: later });
    await fillPromises(stores, '42', now);
    expect(await stores.promises.find(key)).toMatchObject({ text: 'Khác', isShown: false });
  });
});
