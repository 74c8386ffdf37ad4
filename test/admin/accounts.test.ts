import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { confirmedState } from '../../functions/accounts/current-account.ts';
import type { Identity } from '../../functions/accounts/identity-provider.ts';
import { defaultRetention } from '../../functions/domain/retention.ts';
import { accountStore } from '../../functions/store/account-store.ts';
import { burstStore } from '../../functions/store/burst-store.ts';
import { changeAccount } from '../../infra/admin/change-account.ts';
import { identityFile } from '../../infra/local/identity-file.ts';
import { localIdentities } from '../../infra/local/local-identities.ts';
import { passwordSignIn } from '../../infra/local/password-sign-in.ts';
import { present } from '../support/samples.ts';
import { haTinh } from './ha-tinh.ts';
import { workplace } from './workplace.ts';

const { admin, json, stores, dataDir } = workplace();

const email = 'chief@example.vn';
const chief = ['--role', 'commune-chief', '--unit', '18073'];
const Password = z.object({ password: z.string() });

const add = async (...grant: string[]): Promise<string> =>
  Password.parse(await json(['accounts', 'add', '--email', email, '--name', 'Lê Quang Cường', ...grant]))
    .password;
const row = async () => {
  const { table } = await stores();
  const [identity] = await identityFile(dataDir()).all();
  return accountStore(table).find(present(identity).subject);
};
const said = async (...args: string[]) => (await admin(['accounts', ...args])).said;
const signIn = (password: string) => passwordSignIn(identityFile(dataDir()))({ email, password });

beforeEach(async () => {
  await (await stores()).units.put(haTinh);
});

describe('accounts', () => {
  it('add lets somebody sign in once with the password that it tells, then with one of their own', async () => {
    const password = await add(...chief);
    expect(password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){2}$/);
    expect(await signIn(password)).toEqual({ ok: false, problem: 'must_change' });
    expect(await row()).toMatchObject({ grants: [{ role: 'commune-chief', commune: '18073' }] });
  });

  it('list shows who may do what, without anything to sign in with', async () => {
    const password = await add(...chief);
    const line = { email, name: 'Lê Quang Cường', status: 'enabled', grants: ['commune-chief:18073'] };
    expect(await json(['accounts', 'list', '--json'])).toEqual([line]);
    const { stdout } = await admin(['accounts', 'list']);
    expect(stdout).toBe(`${email}  enabled  commune-chief:18073  Lê Quang Cường\n`);
    expect(stdout).not.toContain(password);
  });

  it('give and take change what somebody holds, from the next click on', async () => {
    await add(...chief);
    await json(['accounts', 'give', email, '--role', 'province-reader', '--unit', '42']);
    expect((await row())?.grants).toHaveLength(2);
    expect(await json(['accounts', 'take', email, ...chief])).toMatchObject({
      grants: ['province-reader:42'],
    });
    expect((await row())?.grants).toEqual([{ role: 'province-reader', province: '42' }]);
  });

  it('disable ends what is open, and enable does not bring it back', async () => {
    await add(...chief);
    expect(await json(['accounts', 'disable', email])).toMatchObject({ status: 'disabled' });
    const disabled = present(await row());
    expect(disabled).toMatchObject({ isEnabled: false, grants: [{ commune: '18073' }] });
    await json(['accounts', 'enable', email]);
    expect(await row()).toMatchObject({ isEnabled: true, endedAt: disabled.endedAt });
  });

  it('write down in the trail of the province what they change, before and after, and who it is about by no name', async () => {
    await add(...chief);
    await json(['accounts', 'give', email, '--role', 'province-reader', '--unit', '42']);
    await json(['accounts', 'take', email, ...chief]);
    await json(['accounts', 'disable', email]);
    await json(['accounts', 'enable', email]);
    const { audit } = await stores();
    const { lines } = present(await audit.page('42', 10));
    const both = ['commune-chief:18073', 'province-reader:42'];
    expect(lines.map(({ deed, by, before, after }) => [deed, by, before, after])).toEqual([
      ['account_changed', 'admin', { isEnabled: false }, { isEnabled: true }],
      ['account_changed', 'admin', { isEnabled: true }, { isEnabled: false }],
      ['account_changed', 'admin', { grants: both }, { grants: ['province-reader:42'] }],
      ['account_changed', 'admin', { grants: ['commune-chief:18073'] }, { grants: both }],
      ['account_invited', 'admin', {}, { grants: ['commune-chief:18073'] }],
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/@|Lê Quang Cường/);
  });

  it('give what is held already, and take what is not, without a line', async () => {
    await add(...chief);
    await json(['accounts', 'give', email, ...chief]);
    await json(['accounts', 'take', email, '--role', 'province-reader', '--unit', '42']);
    const { audit } = await stores();
    expect(present(await audit.page('42', 10)).lines).toHaveLength(1);
  });

  it('first carry out what another change has written down and not done', async () => {
    await add(...chief);
    const { audit } = await stores();
    const { subject, version } = present(await row());
    await audit.record({
      province: '42',
      subject: `ACCOUNT#${subject}`,
      version: version + 1,
      deed: 'account_changed',
      by: 'somebody',
      at: '2026-11-26T01:00:00.000Z',
      before: { grants: ['commune-chief:18073'] },
      after: { grants: ['commune-chief:18673'] },
    });
    const given = ['--role', 'province-reader', '--unit', '42'];
    expect(await json(['accounts', 'give', email, ...given])).toMatchObject({
      grants: ['commune-chief:18673', 'province-reader:42'],
    });
  });

  it('disable that is killed before the identity provider knows lets nobody in again', async () => {
    await add(...chief);
    const opened = await stores();
    const provider = localIdentities(identityFile(dataDir()));
    const killed = async () => {
      throw new Error('killed');
    };
    const { subject } = present(await row());
    const of = ({ grants }: Pick<Identity, 'grants'>) => ({ grants, isEnabled: false });
    const all = {
      ...opened,
      provider,
      all: async () => [],
      bursts: burstStore(opened.table),
      retention: defaultRetention,
    };
    await expect(changeAccount(all, email, { of, tell: killed })).rejects.toThrow('killed');
    const identity = present(await provider.find(subject));
    expect(identity.isEnabled).toBe(true);
    expect(confirmedState(present(await row()), identity, 1).isEnabled).toBe(false);
    // Whoever runs it again finishes it.
    await json(['accounts', 'disable', email]);
    expect((await provider.find(subject))?.isEnabled).toBe(false);
    expect((await row())?.underWay).toBe(0);
  });

  it('password replaces a forgotten one and ends what is open under it', async () => {
    const first = await add(...chief);
    const { password } = Password.parse(await json(['accounts', 'password', email]));
    expect(await signIn(first)).toEqual({ ok: false, problem: 'wrong' });
    expect(await signIn(password)).toEqual({ ok: false, problem: 'must_change' });
    expect((await row())?.endedAt).toBeGreaterThan(0);
  });

  it('refuse what can not be, in one line', async () => {
    await add('--role', 'operator');
    const about = ['--email', 'other@example.vn', '--name', 'X'];
    expect(await said('add', '--email', email, '--name', 'X', '--role', 'operator')).toEqual([
      `error: ${email} has an account: see accounts list, accounts give`,
    ]);
    expect(await said('add', ...about, '--role', 'commune-chief', '--unit', '99999')).toEqual([
      'error: there is no commune 99999',
    ]);
    expect(await said('add', ...about, '--role', 'boss')).toEqual([
      'error: "boss" is none of: operator, province-admin, province-reader, commune-chief; all but operator with --unit, the code of a province or commune',
    ]);
    expect(await said('add', '--email', 'nobody', '--name', 'X', '--role', 'operator')).toEqual([
      'error: --email is no e-mail address',
    ]);
    expect(await said('disable', 'nobody@example.vn')).toEqual([
      'error: there is no account nobody@example.vn',
    ]);
  });
});
