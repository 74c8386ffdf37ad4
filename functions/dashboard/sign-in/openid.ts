import type * as OpenIdLibrary from 'openid-client';
import * as z from 'zod/mini';
import { type Account, grantOf } from '../../domain/account.ts';
import { Unavailable } from '../../unavailable.ts';

export interface OpenIdSettings {
  issuer: string;
  clientId: string;
  clientSecret: () => Promise<string>;
  /** Where the provider sends people back to. */
  redirectUri: string;
  /** Plain http, for a provider on this machine. */
  allowsHttp?: boolean;
  /** Another way to the provider than the network's. */
  fetch?: (url: string, options: RequestInit) => Promise<Response>;
}

/** What only the one who began a sign-in can know: all three must fit when it comes back. */
export interface SignInSecrets {
  state: string;
  nonce: string;
  codeVerifier: string;
}

export type Redeemed =
  | { ok: true; account: Account }
  /** Why, in a word of the protocol; it quotes nothing of what was sent. */
  | { ok: false; why: string };

/** The identity provider as those who sign in meet it: OpenID Connect, authorization code with PKCE. */
export interface OpenId {
  authorize(): Promise<{ location: string; secrets: SignInSecrets }>;
  /** @param query what the provider sent the browser back with */
  redeem(query: string, secrets: SignInSecrets): Promise<Redeemed>;
}

/** Seconds within which a person must have shown their password. */
const freshSeconds = 10 * 60;
/** Seconds for each request to the provider. */
const timeout = 5;

const Claims = z.object({
  sub: z.string().check(z.regex(/^[\w-]{1,64}$/)),
  'cognito:groups': z._default(z.array(z.string()), []),
});

/** The grants that a token's groups stand for; groups that are not ours stand for nothing. */
export const accountOfClaims = (claims: unknown): Account | undefined => {
  const read = Claims.safeParse(claims);
  if (!read.success) return undefined;
  const grants = read.data['cognito:groups'].map(grantOf).filter((grant) => grant !== undefined);
  return { subject: read.data.sub, grants };
};

/** Faults that are not an answer: the provider was out of reach or answered something else. */
const outages: readonly (string | undefined)[] = [
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
];

type Library = typeof OpenIdLibrary;

/** Most requests come from people who have signed in already: they need not wait until it is loaded. */
const load = (): Promise<Library> => import('openid-client');

/** Why a sign-in is refused; throws when the fault is not in what was sent. */
const refusalOf = (openid: Library, error: unknown): string => {
  // The browser brings this word, so it is not repeated unless it is a known one.
  if (error instanceof openid.AuthorizationResponseError)
    return error.error === 'access_denied' ? 'given up' : 'error of the provider';
  if (error instanceof openid.ResponseBodyError && error.status < 500) return `code refused: ${error.error}`;
  if (error instanceof openid.ClientError && error.code !== undefined && !outages.includes(error.code))
    return error.code;
  throw new Unavailable('identity provider', error);
};

export const openIdClient = (settings: OpenIdSettings): OpenId => {
  const { issuer, clientId, clientSecret, redirectUri, allowsHttp = false } = settings;
  let discovered: Promise<OpenIdLibrary.Configuration> | undefined;

  const discover = async (openid: Library): Promise<OpenIdLibrary.Configuration> =>
    openid.discovery(
      new URL(issuer),
      clientId,
      { id_token_signed_response_alg: 'RS256' },
      openid.ClientSecretPost(await clientSecret()),
      {
        timeout,
        // The signature of the ID token is checked although it comes from the provider directly.
        execute: [openid.enableNonRepudiationChecks, ...(allowsHttp ? [openid.allowInsecureRequests] : [])],
        ...(settings.fetch && { [openid.customFetch]: settings.fetch }),
      },
    );

  const provider = async (openid: Library): Promise<OpenIdLibrary.Configuration> => {
    const pending = discovered ?? discover(openid);
    discovered = pending;
    try {
      return await pending;
    } catch (error) {
      if (discovered === pending) discovered = undefined;
      throw error instanceof Unavailable ? error : new Unavailable('identity provider', error);
    }
  };

  return {
    authorize: async () => {
      const openid = await load();
      const secrets = {
        state: openid.randomState(),
        nonce: openid.randomNonce(),
        codeVerifier: openid.randomPKCECodeVerifier(),
      };
      const location = openid.buildAuthorizationUrl(await provider(openid), {
        redirect_uri: redirectUri,
        scope: 'openid',
        state: secrets.state,
        nonce: secrets.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(secrets.codeVerifier),
        code_challenge_method: 'S256',
        // Whoever sits down at a computer that others use must say who they are, although its browser once signed in.
        prompt: 'login',
        max_age: String(freshSeconds),
      });
      return { location: location.href, secrets };
    },

    redeem: async (query, { state, nonce, codeVerifier }) => {
      const openid = await load();
      const configuration = await provider(openid);
      try {
        const tokens = await openid.authorizationCodeGrant(configuration, new URL(query, redirectUri), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
          idTokenExpected: true,
          maxAge: freshSeconds,
        });
        const account = accountOfClaims(tokens.claims());
        return account ? { ok: true, account } : { ok: false, why: 'claims not understood' };
      } catch (error) {
        return { ok: false, why: refusalOf(openid, error) };
      }
    },
  };
};
