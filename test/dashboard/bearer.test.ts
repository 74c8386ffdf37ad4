import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { currentAccounts } from '../../functions/accounts/current-account.ts';
import { bearerAccounts } from '../../functions/dashboard/sign-in/bearer.ts';
import type { Account } from '../../functions/domain/account.ts';
import { type AccountStore, accountStore } from '../../functions/store/account-store.ts';
import { unitStore } from '../../functions/store/unit-store.ts';
import { Unavailable } from '../../functions/unavailable.ts';
import { grants } from '../support/dashboard-service.ts';
import { engines } from '../support/engine.ts';
import { type MemoryIdentities, memoryIdentities } from '../support/memory-identities.ts';
import { minuteMs, present, type TestClock, testClock } from '../support/samples.ts';
import { person } from '../support/staff-service.ts';
import { openTestTable } from '../support/test-table.ts';

type Pair = Awaited<ReturnType<typeof generateKeyPair>>;

const issuer = 'https://identity.test/pool';
let ours: Pair;
let elliptic: Pair;
let other: Pair;
let accounts: AccountStore;
let provider: MemoryIdentities;
let clock: TestClock;
let refusals: string[];
let accountOf: (token: string) => Promise<Account | undefined>;

beforeAll(async () => {
  [ours, other, elliptic] = await Promise.all([
    generateKeyPair('RS256', { extractable: true }),
    generateKeyPair('RS256'),
    generateKeyPair('ES256', { extractable: true }),
  ]);
});

const setUp = async (keys?: Parameters<typeof bearerAccounts>[0]['keys']) => {
  const { table } = await openTestTable(present(engines[0]));
  clock = testClock();
  accounts = accountStore(table);
  provider = memoryIdentities();
  refusals = [];
  const log = { failure: () => {}, refusal: (_: string, why: string) => void refusals.push(why) };
  const jwks = [
    { ...(await exportJWK(ours.publicKey)), kid: 'rsa' },
    { ...(await exportJWK(elliptic.publicKey)), kid: 'ec' },
  ];
  const current = currentAccounts({ provider, accounts, units: unitStore(table), log, now: clock.now });
  accountOf = bearerAccounts(
    { issuer, clientIds: ['dashboard', 'api'], keys: keys ?? createLocalJWKSet({ keys: jwks }) },
    { store: accounts, accounts: current, log, now: clock.now },
  );
  provider.set(person('chief', grants.chief));
};

beforeEach(() => setUp());

const seconds = (): number => Math.floor(clock.now().getTime() / 1000);

const token = (
  claims: JWTPayload = {},
  {
    alg = 'RS256',
    kid = 'rsa',
    key = ours.privateKey,
  }: { alg?: string; kid?: string; key?: Pair['privateKey'] | Uint8Array } = {},
): Promise<string> =>
  new SignJWT({
    iss: issuer,
    sub: 'chief',
    client_id: 'api',
    token_use: 'access',
    iat: seconds(),
    exp: seconds() + 3_600,
    'cognito:groups': ['commune-chief:18073'],
    ...claims,
  })
    .setProtectedHeader({ alg, kid })
    .sign(key);

describe('an access token', () => {
  it('stands for the account that it names', async () => {
    expect(await accountOf(await token())).toEqual({ subject: 'chief', grants: [grants.chief] });
    expect(refusals).toEqual([]);
  });

  it('gives no more than it held when it was made', async () => {
    provider.set(person('chief', grants.chief, grants.admin));
    expect((await accountOf(await token()))?.grants).toEqual([grants.chief]);
  });

  it('gives no more than the account holds now', async () => {
    const groups = ['commune-chief:18073', 'province-admin:42'];
    expect((await accountOf(await token({ 'cognito:groups': groups })))?.grants).toEqual([grants.chief]);
  });

  it.each<[string, JWTPayload]>([
    ['of another issuer', { iss: 'https://identity.test/other' }],
    ['of another client', { client_id: 'somebody-else' }],
    ['that is an ID token', { token_use: 'id' }],
    ['without a use', { token_use: undefined }],
    ['that has expired', { exp: 1 }],
    ['without an end', { exp: undefined }],
    ['without a beginning', { iat: undefined }],
    ['of nobody', { sub: undefined }],
    ['of a subject that is no name', { sub: 'chief#x' }],
    ['that is not valid yet', { nbf: 99_999_999_999 }],
  ])('%s is refused and logged', async (_, claims) => {
    expect(await accountOf(await token(claims))).toBeUndefined();
    expect(refusals).toHaveLength(1);
  });

  it('signed with another key is refused', async () => {
    expect(await accountOf(await token({}, { key: other.privateKey }))).toBeUndefined();
    expect(refusals).toEqual(['ERR_JWS_SIGNATURE_VERIFICATION_FAILED']);
  });

  it('signed with a key that is not published is refused', async () => {
    expect(await accountOf(await token({}, { kid: 'unknown', key: other.privateKey }))).toBeUndefined();
    expect(refusals).toEqual(['ERR_JWKS_NO_MATCHING_KEY']);
  });

  it('signed by another algorithm is refused, also with a key of the issuer', async () => {
    expect(
      await accountOf(await token({}, { alg: 'ES256', kid: 'ec', key: elliptic.privateKey })),
    ).toBeUndefined();
    const shared = new TextEncoder().encode(JSON.stringify(await exportJWK(ours.publicKey)));
    expect(await accountOf(await token({}, { alg: 'HS256', key: shared }))).toBeUndefined();
    expect(refusals).toEqual(['ERR_JOSE_ALG_NOT_ALLOWED', 'ERR_JOSE_ALG_NOT_ALLOWED']);
  });

  it('without a signature is refused', async () => {
    const [, payload] = (await token()).split('.');
    const header = Buffer.from('{"alg":"none"}').toString('base64url');
    expect(await accountOf(`${header}.${payload}.`)).toBeUndefined();
  });

  it.each(['', 'x', 'a.b.c', '..', 'é'])('that is none is refused: %s', async (nonsense) => {
    expect(await accountOf(nonsense)).toBeUndefined();
  });

  it('says nothing of anybody in the log', async () => {
    await accountOf(await token({ iss: 'https://evil.example', email: 'an@example.vn' }));
    await accountOf(await token({ sub: 'nguyen-van-an', client_id: 'evil' }));
    expect(refusals.join()).not.toMatch(/evil|example|nguyen/);
  });
});

describe('a token of an account', () => {
  it('that was disabled here is refused at once, and for good', async () => {
    const old = await token();
    await accountOf(old);
    const known = present(await accounts.find('chief'));
    await accounts.save({ ...known, isEnabled: false, endedAt: seconds(), version: 2 }, 1);
    expect(await accountOf(old)).toBeUndefined();
    await accounts.save({ ...known, isEnabled: true, version: 3 }, 2);
    expect(await accountOf(old)).toBeUndefined();
    clock.forward(minuteMs);
    expect(await accountOf(await token())).toBeDefined();
    expect(refusals).toEqual(['revoked', 'revoked']);
  });

  it('that was disabled at the provider is refused within a minute', async () => {
    const old = await token();
    await accountOf(old);
    provider.set({ ...person('chief', grants.chief), isEnabled: false });
    clock.forward(minuteMs);
    expect(await accountOf(old)).toBeUndefined();
  });

  it('that nobody here has seen is only believed when the provider knows it', async () => {
    expect(await accountOf(await token({ sub: 'ghost' }))).toBeUndefined();
    provider.setDown(true);
    await expect(accountOf(await token({ sub: 'another' }))).rejects.toBeInstanceOf(Unavailable);
  });
});

it('keys that can not be fetched are an outage, not a refusal', async () => {
  await setUp(() => Promise.reject(new TypeError('fetch failed')));
  await expect(accountOf(await token())).rejects.toBeInstanceOf(Unavailable);
});
