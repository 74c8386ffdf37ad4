import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { Provider } from 'oidc-provider';
import type { Log } from '../../functions/log.ts';
import { programsRedirectUri } from '../programs-redirect.ts';
import type { IdentityFile } from './identity-file.ts';
import { identityMemory } from './identity-memory.ts';

/** The service, as the identity provider knows it. Its secret lives as long as the process. */
export interface IdentityClient {
  id: string;
  secret: string;
  redirectUri: string;
}

export const newIdentityClient = (origin: string): IdentityClient => ({
  id: 'dashboard',
  secret: randomBytes(32).toString('base64url'),
  redirectUri: `${origin}/dashboard/callback`,
});

/** Programs, which can keep no secret: they prove with PKCE that they are who asked (RFC 8252). */
export const programsClient = { id: 'programs', redirectUri: programsRedirectUri } as const;

const hour = 60 * 60;

const signingKey = async () => {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' };
};

/** It warns of Node 20, on which it works as well: our tests run there, too. */
const library = async (): Promise<typeof import('oidc-provider')> => {
  const { warn } = console;
  console.warn = () => {};
  try {
    return await import('oidc-provider');
  } finally {
    console.warn = warn;
  }
};

interface Settings {
  issuer: string;
  client: IdentityClient;
  file: IdentityFile;
  log: Log;
  /** A page for people whose sign-in went wrong. */
  errorPage: () => Promise<string>;
}

/** An OpenID provider for one machine. Its tokens carry the claims that Amazon Cognito's carry. */
export const identityProvider = async ({
  issuer,
  client,
  file,
  log,
  errorPage,
}: Settings): Promise<Provider> => {
  const { pathname } = new URL(issuer);
  const groupsOf = async (subject: string): Promise<string[] | undefined> =>
    (await file.all()).find((identity) => identity.subject === subject && identity.isEnabled)?.groups;

  const { Provider: OpenIdProvider } = await library();
  const provider: Provider = new OpenIdProvider(issuer, {
    adapter: identityMemory(),
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [client.redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_post',
        id_token_signed_response_alg: 'RS256',
        require_auth_time: true,
      },
      {
        client_id: programsClient.id,
        redirect_uris: [programsClient.redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'none',
        id_token_signed_response_alg: 'RS256',
      },
    ],
    jwks: { keys: [await signingKey()] },
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      long: { httpOnly: true, sameSite: 'lax', signed: true, path: pathname },
      short: { httpOnly: true, sameSite: 'lax', signed: true },
    },
    claims: { openid: ['sub', 'cognito:groups'] },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => issuer,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: 'openid',
          audience: client.id,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    pkce: { required: () => true },
    // Where Amazon Cognito has them.
    routes: { jwks: '/.well-known/jwks.json' },
    extraTokenClaims: async (_, token) => ({
      token_use: 'access',
      'cognito:groups': ('accountId' in token && (await groupsOf(token.accountId))) || [],
    }),
    findAccount: async (_, subject) => {
      const groups = await groupsOf(subject);
      return groups && { accountId: subject, claims: () => ({ sub: subject, 'cognito:groups': groups }) };
    },
    // Nobody is asked whether the service may know who they are: it is why they are here.
    loadExistingGrant: async (ctx) => {
      const accountId = ctx.oidc.session?.accountId;
      const clientId = ctx.oidc.client?.clientId;
      if (!accountId || !clientId) return undefined;
      const grant = new provider.Grant({ accountId, clientId });
      grant.addOIDCScope('openid');
      grant.addResourceScope(issuer, 'openid');
      await grant.save();
      return grant;
    },
    interactions: { url: (_, { uid }) => `${issuer}/interaction/${uid}` },
    renderError: async (ctx) => {
      ctx.type = 'html';
      ctx.body = await errorPage();
    },
    ttl: {
      AccessToken: hour,
      AuthorizationCode: 60,
      Grant: hour,
      IdToken: hour,
      Interaction: hour,
      Session: hour,
    },
  });
  // Whatever stands in front of the service, and whoever asks: it is reached under its issuer's address alone.
  provider.proxy = true;
  provider.on('server_error', (_, error) => log.failure('identity provider', error));
  return provider;
};
