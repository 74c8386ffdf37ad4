import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cognitoIdentities } from '../../functions/accounts/cognito-identities.ts';
import type { Identity, IdentityProvider } from '../../functions/accounts/identity-provider.ts';
import { Unavailable } from '../../functions/unavailable.ts';
import { identityFile } from '../../infra/local/identity-file.ts';
import { localIdentities } from '../../infra/local/local-identities.ts';
import { type CognitoEndpoint, startCognitoEndpoint } from '../support/cognito-endpoint.ts';
import { grants } from '../support/dashboard-service.ts';

let folder: string;
let cognito: CognitoEndpoint;
let client: CognitoIdentityProviderClient;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thuoc-do-identities-'));
  cognito = await startCognitoEndpoint('pool-1', identityFile(folder));
  client = new CognitoIdentityProviderClient({
    endpoint: cognito.url,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
});

afterEach(async () => {
  client.destroy();
  await cognito.stop();
  await rm(folder, { recursive: true, force: true });
});

const providers: [string, () => IdentityProvider][] = [
  ['Amazon Cognito', () => cognitoIdentities(client, 'pool-1')],
  ['one machine', () => localIdentities(identityFile(folder))],
];

// What both promise to the administration of accounts.
describe.each(providers)('the identities of %s', (_, open) => {
  let provider: IdentityProvider;
  let chief: Identity;

  beforeEach(async () => {
    provider = open();
    chief = (await provider.create({ email: 'chief@example.vn', name: 'Lê Quang Cường' })).identity;
  });

  it('begin with a name, an address and no grant', async () => {
    expect(chief.subject).toMatch(/^[\w-]{1,64}$/);
    expect(await provider.find(chief.subject)).toEqual({
      subject: chief.subject,
      name: 'Lê Quang Cường',
      email: 'chief@example.vn',
      isEnabled: true,
      grants: [],
    });
  });

  it('are made once for an address, whatever letters it is written in', async () => {
    await provider.give(chief.subject, [grants.chief]);
    expect(await provider.create({ email: 'CHIEF@example.vn', name: 'Somebody else' })).toEqual({
      isNew: false,
      identity: { ...chief, grants: [grants.chief] },
    });
  });

  it('hold what is given until it is taken, twice as once', async () => {
    const given = [grants.chief, grants.otherChief, grants.reader, grants.otherAdmin, grants.operator];
    await provider.give(chief.subject, given);
    await provider.give(chief.subject, [grants.chief]);
    expect((await provider.find(chief.subject))?.grants).toEqual(given);
    await provider.take(chief.subject, [grants.chief, grants.operator]);
    await provider.take(chief.subject, [grants.chief]);
    expect((await provider.find(chief.subject))?.grants).toEqual([
      grants.otherChief,
      grants.reader,
      grants.otherAdmin,
    ]);
  });

  it('can be disabled and enabled', async () => {
    await provider.setEnabled(chief.subject, false);
    expect((await provider.find(chief.subject))?.isEnabled).toBe(false);
    expect((await provider.person(chief.subject))?.isEnabled).toBe(false);
    await provider.setEnabled(chief.subject, true);
    expect((await provider.find(chief.subject))?.isEnabled).toBe(true);
  });

  it('that are not there are undefined', async () => {
    expect(await provider.find('nobody')).toBeUndefined();
    expect(await provider.person('nobody')).toBeUndefined();
  });

  it('that are not there can not be given anything', async () => {
    await expect(provider.give('nobody', [grants.chief])).rejects.toThrow();
  });

  it('take from nobody a group that there never was', async () => {
    await provider.take(chief.subject, [grants.otherAdmin]);
    expect((await provider.find(chief.subject))?.grants).toEqual([]);
  });
});

describe('Amazon Cognito', () => {
  it('makes a group when it is first given to somebody, and not again', async () => {
    const provider = cognitoIdentities(client, 'pool-1');
    for (const email of ['a@example.vn', 'b@example.vn']) {
      const { identity } = await provider.create({ email, name: 'X' });
      await provider.give(identity.subject, [grants.chief]);
    }
    expect([...cognito.groups]).toEqual(['commune-chief:18073']);
    expect(cognito.calls.get('CreateGroup')).toBe(1);
  });

  it('ends what a disabled person has open there', async () => {
    const provider = cognitoIdentities(client, 'pool-1');
    const { identity } = await provider.create({ email: 'a@example.vn', name: 'X' });
    await provider.setEnabled(identity.subject, false);
    expect(cognito.calls.get('AdminUserGlobalSignOut')).toBe(1);
  });

  it('that is overrun or has another pool is an outage', async () => {
    await expect(cognitoIdentities(client, 'another').find('chief')).rejects.toBeInstanceOf(Unavailable);
    cognito.setThrottled(true);
    const provider = cognitoIdentities(client, 'pool-1');
    await expect(provider.find('chief')).rejects.toBeInstanceOf(Unavailable);
    await expect(provider.create({ email: 'a@example.vn', name: 'X' })).rejects.toBeInstanceOf(Unavailable);
    await expect(provider.give('chief', [grants.chief])).rejects.toBeInstanceOf(Unavailable);
  });
});
