import { beforeEach, describe, expect, it } from 'vitest';
import type { AccountDirectory, Officer } from '../../functions/accounts/account-directory.ts';
import { addAccount } from '../../functions/accounts/add-account.ts';
import { accountDirectory } from '../../functions/accounts/open-account-directory.ts';
import type { Grant } from '../../functions/domain/account.ts';
import { type AccountStore, accountStore } from '../../functions/store/account-store.ts';
import { unitStore } from '../../functions/store/unit-store.ts';
import { grants } from '../support/dashboard-service.ts';
import { engines } from '../support/engine.ts';
import { type MemoryIdentities, memoryIdentities } from '../support/memory-identities.ts';
import { hanoi } from '../support/sample-units.ts';
import { haTinh, minuteMs, present, type TestClock, testClock } from '../support/samples.ts';
import { person as personOf } from '../support/staff-service.ts';
import { type OpenTestTable, openTestTable } from '../support/test-table.ts';

let opened: OpenTestTable;
let provider: MemoryIdentities;
let accounts: AccountStore;
let directory: AccountDirectory;
let clock: TestClock;
let admin: Officer;

const invited = async (name: string, ...given: Exclude<Grant, { role: 'operator' }>[]): Promise<Officer> => {
  const invitation = await directory.invite(haTinh, { email: `${name}@example.vn`, name, grants: given });
  if (!invitation.ok) throw new Error(invitation.problem);
  return invitation.officer;
};
const byAdmin = ({ subject, version }: Officer) => ({
  subject,
  version,
  by: admin.subject,
  line: version + 1,
});
const atProvider = async ({ subject }: Officer) => present(await provider.find(subject));
const inRow = async ({ subject }: Officer) => present(await accounts.find(subject));

beforeEach(async () => {
  opened = await openTestTable(present(engines[0]));
  await unitStore(opened.table).put(haTinh);
  await unitStore(opened.table).put(hanoi);
  clock = testClock();
  provider = memoryIdentities();
  accounts = accountStore(opened.table);
  const units = unitStore(opened.table);
  directory = accountDirectory({ provider, accounts, units, now: clock.now });
  admin = await invited('Quản trị', grants.admin);
});

describe('the accounts of a province', () => {
  it('are listed by name with what the identity provider knows of them', async () => {
    await invited('Bình', grants.chief);
    await invited('An', grants.reader);
    const listed = await directory.ofProvince(haTinh);
    expect(listed.map(({ name }) => name)).toEqual(['An', 'Bình', 'Quản trị']);
    expect(listed[0]).toMatchObject({ email: 'An@example.vn', grants: [grants.reader], isEnabled: true });
  });

  it('are not those of another province', async () => {
    expect(await directory.ofProvince(hanoi)).toEqual([]);
    expect(await directory.find(hanoi, admin.subject)).toBeUndefined();
  });

  it('tell when somebody last signed in', async () => {
    const at = Date.parse('2026-11-18T08:00+07:00') / 1000;
    await accounts.save({ ...(await inRow(admin)), signedInAt: at }, admin.version);
    expect((await directory.ofProvince(haTinh))[0]?.lastSignInAt).toEqual(new Date(at * 1000));
  });

  it('ask the provider for names once in a while, not at every look', async () => {
    let asked = 0;
    const person: typeof provider.person = (subject) => {
      asked += 1;
      return provider.person(subject);
    };
    const counting = { ...provider, person };
    const units = unitStore(opened.table);
    const counted = accountDirectory({ provider: counting, accounts, units, now: clock.now });
    await counted.ofProvince(haTinh);
    await counted.ofProvince(haTinh);
    expect(asked).toBe(1);
    clock.forward(6 * minuteMs);
    await counted.ofProvince(haTinh);
    expect(asked).toBe(2);
  });

  it('give the names behind the subjects of an audit trail', async () => {
    expect(await directory.names([admin.subject, 'gone', admin.subject])).toEqual(
      new Map([[admin.subject, 'Quản trị']]),
    );
  });
});

describe('an invitation', () => {
  it('makes an account that holds what was given, at the provider and here', async () => {
    const chief = await invited('Cường', grants.chief);
    expect((await atProvider(chief)).grants).toEqual([grants.chief]);
    expect((await inRow(chief)).grants).toEqual([grants.chief]);
  });

  it.each<[string, Grant]>([
    ['another province', grants.otherAdmin],
    ['a commune of another province', { role: 'commune-chief', commune: '00004' }],
    ['the whole service', grants.operator],
  ])('can not give %s', async (_, grant) => {
    const about = { email: 'x@example.vn', name: 'X', grants: [grant] };
    // A program could ask for what the type does not allow.
    expect(await directory.invite(haTinh, about as Parameters<AccountDirectory['invite']>[1])).toEqual({
      ok: false,
      problem: 'not_of_province',
    });
    expect((await directory.ofProvince(haTinh)).map(({ name }) => name)).toEqual(['Quản trị']);
  });

  it('of nobody in particular is none', async () => {
    expect(await directory.invite(haTinh, { email: 'x@example.vn', name: 'X', grants: [] })).toMatchObject({
      ok: false,
    });
  });

  it('of an address that is taken says so and changes nothing', async () => {
    const chief = await invited('Cường', grants.chief);
    const again = { email: 'Cường@example.vn', name: 'Other', grants: [grants.admin] };
    expect(await directory.invite(haTinh, again)).toEqual({ ok: false, problem: 'email_taken' });
    expect((await atProvider(chief)).grants).toEqual([grants.chief]);
  });

  it('that was cut short is taken up by the next one', async () => {
    const { identity } = await provider.create({ email: 'Dung@example.vn', name: 'Dung' });
    expect((await invited('Dung', grants.chief)).subject).toBe(identity.subject);
  });
});

describe('a change of what somebody holds', () => {
  it('holds at once, at the provider and here, and tells before and after', async () => {
    const chief = await invited('Cường', grants.chief);
    const change = await directory.changeGrants(haTinh, { ...byAdmin(chief), grants: [grants.otherChief] });
    expect(change).toMatchObject({
      ok: true,
      before: { grants: [grants.chief] },
      after: { grants: [grants.otherChief] },
    });
    expect((await atProvider(chief)).grants).toEqual([grants.otherChief]);
    expect((await inRow(chief)).grants).toEqual([grants.otherChief]);
  });

  it('leaves alone what is held in another province', async () => {
    const chief = await invited('Cường', grants.chief);
    await provider.give(chief.subject, [grants.otherAdmin]);
    const seen = present(await directory.find(haTinh, chief.subject));
    await directory.changeGrants(haTinh, { ...byAdmin(seen), grants: [] });
    expect((await atProvider(chief)).grants).toEqual([grants.otherAdmin]);
  });

  it('is refused when somebody else was faster, and nothing is overwritten', async () => {
    const chief = await invited('Cường', grants.chief);
    await directory.changeGrants(haTinh, { ...byAdmin(chief), grants: [grants.otherChief] });
    expect(await directory.changeGrants(haTinh, { ...byAdmin(chief), grants: [grants.reader] })).toEqual({
      ok: false,
      problem: 'changed_meanwhile',
    });
    expect((await atProvider(chief)).grants).toEqual([grants.otherChief]);
  });

  it('by two at the same moment is made by one of them', async () => {
    const chief = await invited('Cường', grants.chief);
    const both = await Promise.all(
      [grants.otherChief, grants.reader].map((grant) =>
        directory.changeGrants(haTinh, { ...byAdmin(chief), grants: [grant] }),
      ),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('of one’s own account is refused', async () => {
    expect(await directory.changeGrants(haTinh, { ...byAdmin(admin), grants: [grants.reader] })).toEqual({
      ok: false,
      problem: 'own_account',
    });
  });

  it('of somebody who holds nothing here is refused as if there was nobody', async () => {
    provider.set(personOf('stranger', grants.otherAdmin));
    await accounts.save({ ...(await inRow(admin)), subject: 'stranger', grants: [grants.otherAdmin] }, 0);
    const change = { subject: 'stranger', version: 1, line: 2, by: admin.subject, grants: [grants.reader] };
    expect(await directory.changeGrants(haTinh, change)).toEqual({ ok: false, problem: 'unknown' });
  });

  it('that the provider fails to make has taken away what was to be taken, and given nothing', async () => {
    const chief = await invited('Cường', grants.chief);
    const broken = accountDirectory({
      provider: { ...provider, take: () => Promise.reject(new Error('down')) },
      accounts,
      units: unitStore(opened.table),
      now: clock.now,
    });
    const change = { ...byAdmin(chief), grants: [grants.otherChief] };
    await expect(broken.changeGrants(haTinh, change)).rejects.toThrow('down');
    expect((await inRow(chief)).grants).toEqual([]);
  });
});

describe('disabling', () => {
  it('ends at once what the person had open, and enabling does not bring it back', async () => {
    const chief = await invited('Cường', grants.chief);
    const disabled = await directory.setEnabled(haTinh, { ...byAdmin(chief), isEnabled: false });
    expect(disabled).toMatchObject({ ok: true, before: { isEnabled: true }, after: { isEnabled: false } });
    const { endedAt } = await inRow(chief);
    expect(endedAt).toBe(clock.now().getTime() / 1000);
    expect((await atProvider(chief)).isEnabled).toBe(false);

    clock.forward(minuteMs);
    const seen = present(await directory.find(haTinh, chief.subject));
    await directory.setEnabled(haTinh, { ...byAdmin(seen), isEnabled: true });
    expect(await inRow(chief)).toMatchObject({ isEnabled: true, endedAt, grants: [grants.chief] });
  });

  it('is refused for one’s own account, and for one that holds something elsewhere', async () => {
    expect(await directory.setEnabled(haTinh, { ...byAdmin(admin), isEnabled: false })).toEqual({
      ok: false,
      problem: 'own_account',
    });
    const operator = await invited('Vận hành', grants.reader);
    await provider.give(operator.subject, [grants.operator]);
    const seen = present(await directory.find(haTinh, operator.subject));
    expect(await directory.setEnabled(haTinh, { ...byAdmin(seen), isEnabled: false })).toEqual({
      ok: false,
      problem: 'not_of_province',
    });
    expect((await atProvider(operator)).isEnabled).toBe(true);
  });
});

it('nothing in the table tells who anybody is', async () => {
  await invited('Cường', grants.chief);
  await directory.ofProvince(haTinh);
  const units = unitStore(opened.table);
  await addAccount(
    { provider, accounts, units, now: clock.now },
    { email: 'op@example.vn', name: 'Đức', grants: [grants.operator] },
  );
  const rows = (await opened.items('ACCOUNT')).map((item) => JSON.stringify(item)).join('\n');
  expect(rows).toContain('commune-chief');
  expect(rows).not.toMatch(/example\.vn|Cường|Đức|Quản/);
});
