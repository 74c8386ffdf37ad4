import { beforeEach, describe, expect, it } from 'vitest';
import { deskStore } from '../../functions/store/desk-store.ts';
import { keptPost } from '../../web/staff/texts/sign-in.ts';
import {
  accountWith,
  type DashboardService,
  dashboardService,
  grants,
} from '../support/dashboard-service.ts';
import { faultKinds, faults, interceptedCalls } from '../support/faults.ts';
import { wordsOf } from '../support/page.ts';
import { deskCode, present, sampleDesk } from '../support/samples.ts';
import { formFields } from '../support/staff-forms.ts';

const calls = interceptedCalls();
const path = `/dashboard/province/42/desks/${deskCode(1)}`;
let service: DashboardService;

beforeEach(async () => {
  service = await dashboardService();
  service.signIn(accountWith(grants.admin));
  await deskStore(service.table).add({ ...sampleDesk(), version: 1 });
});

const stored = async () => present(await deskStore(service.table).current(deskCode(1)));
const lines = async () => (await service.items('AUDIT#')).filter(({ sk }) => sk.startsWith('OF#'));

/** How many calls the change of a desk takes when nothing fails. */
const callCount = async (): Promise<number> => {
  const fields = { ...formFields(await service.get(path), path), name: 'Bàn thử' };
  calls.restart();
  expect((await service.post(path, fields)).status).toBe(303);
  return calls.made().length;
};

describe.each(faultKinds)('%s', (kind) => {
  it('in any call of a change loses nothing, and sent again makes one change with one line', async () => {
    const count = await callCount();
    expect(count).toBeGreaterThan(5);
    for (let failing = 0; failing < count; failing += 1) {
      const before = await stored();
      const lineCount = (await lines()).length;
      const fields = { ...formFields(await service.get(path), path), name: `Bàn ${kind} ${failing}` };
      calls.restart();
      calls.failOnly(failing, faults[kind]());
      const page = await service.post(path, fields);
      calls.recover();
      expect([failing, page.status]).toEqual([failing, 503]);
      expect(wordsOf(page)).toContain(keptPost.busy.title);
      expect(wordsOf(page)).toContain(`Bàn ${kind} ${failing}`);

      // Never a change without its line.
      const between = await stored();
      if (between.version !== before.version) expect(await lines()).toHaveLength(lineCount + 1);

      expect((await service.post(path, formFields(page, path))).status).toBe(303);
      expect(await stored()).toMatchObject({ name: fields.name, version: (before.version ?? 0) + 1 });
      expect(await lines()).toHaveLength(lineCount + 1);
    }
  });
});

it('a change that was cut short after its line is seen as made by whoever looks', async () => {
  // The last call is the write of the desk itself.
  const count = await callCount();
  const renamed = { ...formFields(await service.get(path), path), name: 'Bàn mới' };
  calls.restart();
  calls.failOnly(count - 1, faults.throttling());
  await service.post(path, renamed);
  calls.recover();
  expect(await stored()).toMatchObject({ name: 'Bàn thử' });
  expect(formFields(await service.get(path), path)['name']).toBe('Bàn mới');
  expect(await stored()).toMatchObject({ name: 'Bàn mới' });
});
