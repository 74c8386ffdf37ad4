import { beforeEach, describe, expect, it } from 'vitest';
import { type OpenId, openIdClient, type SignInSecrets } from '../../functions/dashboard/sign-in/openid.ts';
import { Unavailable } from '../../functions/unavailable.ts';
import { type FakeOpenId, fakeClient, fakeIssuer, fakeOpenId, fakeRedirect } from '../support/fake-openid.ts';

let provider: FakeOpenId;
let openId: OpenId;
let location: URL;
let secrets: SignInSecrets;

beforeEach(async () => {
  provider = await fakeOpenId();
  openId = openIdClient(provider.settings);
  const begun = await openId.authorize();
  location = new URL(begun.location);
  secrets = begun.secrets;
});

const back = (change: Readonly<Record<string, string>> = {}): string =>
  `?${new URLSearchParams({ code: 'code-1', state: secrets.state, ...change })}`;

const redeemed = async (idToken: Promise<string>, query = back()) => {
  provider.answerWith(await idToken);
  return openId.redeem(query, secrets);
};

describe('the way to the identity provider', () => {
  it('asks for a code with state, nonce and a PKCE challenge, and for the password again', () => {
    expect(`${location.origin}${location.pathname}`).toBe(`${fakeIssuer}/authorize`);
    expect(Object.fromEntries(location.searchParams)).toMatchObject({
      client_id: fakeClient.id,
      redirect_uri: fakeRedirect,
      response_type: 'code',
      scope: 'openid',
      state: secrets.state,
      nonce: secrets.nonce,
      code_challenge_method: 'S256',
      prompt: 'login',
    });
  });

  it('never carries the verifier that proves who began', () => {
    expect(location.href).not.toContain(secrets.codeVerifier);
  });

  it('is another one each time', async () => {
    const { secrets: others } = await openId.authorize();
    const all = [secrets, others].flatMap(({ state, nonce, codeVerifier }) => [state, nonce, codeVerifier]);
    expect(new Set(all).size).toBe(6);
  });
});

describe('a genuine answer', () => {
  it('gives the subject and what the groups stand for', async () => {
    expect(await redeemed(provider.idToken({ nonce: secrets.nonce }))).toEqual({
      ok: true,
      account: { subject: 'subject-1', grants: [{ role: 'commune-chief', commune: '18073' }] },
    });
  });

  it('is fetched with the verifier and the secret of the client', async () => {
    await redeemed(provider.idToken({ nonce: secrets.nonce }));
    expect(Object.fromEntries(provider.requests[0] ?? [])).toMatchObject({
      grant_type: 'authorization_code',
      code: 'code-1',
      code_verifier: secrets.codeVerifier,
      client_secret: fakeClient.secret,
      redirect_uri: fakeRedirect,
    });
  });

  it('gives nothing for groups that are not ours, and nothing without groups', async () => {
    const odd = { 'cognito:groups': ['Admins', 'operator:42', 'commune-chief:1', 'commune-chief:18073:x'] };
    for (const claims of [odd, { 'cognito:groups': undefined }]) {
      expect(await redeemed(provider.idToken({ nonce: secrets.nonce, ...claims }))).toEqual({
        ok: true,
        account: { subject: 'subject-1', grants: [] },
      });
    }
  });
});

describe('refused is', () => {
  const now = Math.floor(Date.now() / 1000);

  it.each([
    ['another issuer', { iss: 'https://identity.test/other' }],
    ['another audience', { aud: 'another-client' }],
    ['another nonce', { nonce: 'nonce-of-another-sign-in' }],
    ['no nonce', { nonce: undefined }],
    ['an expired token', { exp: now - 3_600 }],
    ['a password shown an hour ago', { auth_time: now - 3_600 }],
    ['no word on when the password was shown', { auth_time: undefined }],
    ['no subject', { sub: undefined }],
    ['a subject that is no name', { sub: 'ACCOUNT#x' }],
    ['groups that are no list', { 'cognito:groups': 'operator' }],
  ])('a token with %s', async (_, claims) => {
    expect(await redeemed(provider.idToken({ nonce: secrets.nonce, ...claims }))).toMatchObject({
      ok: false,
    });
  });

  it('a token without a signature', async () => {
    const unsigned = provider.idToken({ nonce: secrets.nonce }, { algorithm: 'none' });
    expect(await redeemed(unsigned)).toMatchObject({ ok: false });
  });

  it('a token signed with the secret of the client instead of a key of the provider', async () => {
    const symmetric = provider.idToken({ nonce: secrets.nonce }, { algorithm: 'HS256' });
    expect(await redeemed(symmetric)).toMatchObject({ ok: false });
  });

  it('a token signed with a key that is not the provider’s', async () => {
    const forged = provider.idToken({ nonce: secrets.nonce }, { key: provider.otherKey });
    expect(await redeemed(forged)).toMatchObject({ ok: false });
  });

  it.each([
    ['another state', { state: 'state-of-another-sign-in' }],
    ['no state', { state: '' }],
    ['the name of another issuer beside the code', { iss: 'https://identity.test/other' }],
  ])('an answer with %s, before its code is sent anywhere', async (_, change) => {
    const query = back(change);
    expect(await redeemed(provider.idToken({ nonce: secrets.nonce }), query)).toMatchObject({ ok: false });
    expect(provider.requests).toEqual([]);
  });

  it('a code that the provider does not take', async () => {
    provider.failWith(() => Response.json({ error: 'invalid_grant' }, { status: 400 }));
    expect(await openId.redeem(back(), secrets)).toEqual({
      ok: false,
      why: 'code refused: invalid_grant',
    });
  });

  it('a sign-in that the person gave up', async () => {
    const query = `?${new URLSearchParams({ error: 'access_denied', state: secrets.state })}`;
    expect(await openId.redeem(query, secrets)).toEqual({ ok: false, why: 'given up' });
  });

  it('said without a word of what was sent', async () => {
    const claims = {
      sub: 'nguyen-van-an',
      aud: 'another-client',
      email: 'an@example.vn',
      nonce: secrets.nonce,
    };
    const refused = await redeemed(provider.idToken(claims));
    expect(JSON.stringify(refused)).not.toMatch(/nguyen|example|another-client/);
  });
});

describe('a provider that does not answer', () => {
  it.each([
    ['breaks off', () => Promise.reject(new TypeError('fetch failed'))],
    ['answers 500', () => new Response('sorry', { status: 500 })],
    ['answers 502 with an error of its own', () => Response.json({ error: 'server_error' }, { status: 502 })],
    ['answers a page', () => new Response('<p>', { headers: { 'content-type': 'text/html' } })],
  ])('and %s is an outage, not a refusal', async (_, answer) => {
    provider.failWith(answer);
    await expect(openId.redeem(back(), secrets)).rejects.toBeInstanceOf(Unavailable);
  });

  it('is asked again the next time', async () => {
    let isDown = true;
    const flaky = openIdClient({
      ...provider.settings,
      fetch: async (url, options) => {
        if (isDown) throw new TypeError('fetch failed');
        return provider.settings.fetch?.(url, options) ?? new Response();
      },
    });
    await expect(flaky.authorize()).rejects.toBeInstanceOf(Unavailable);
    isDown = false;
    expect((await flaky.authorize()).location).toContain(fakeIssuer);
  });
});
