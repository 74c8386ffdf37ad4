import {
  type CryptoKey,
  exportJWK,
  type GenerateKeyPairResult,
  generateKeyPair,
  type JWTPayload,
  SignJWT,
} from 'jose';
import type { OpenIdSettings } from '../../functions/dashboard/sign-in/openid.ts';

export const fakeIssuer = 'https://identity.test/pool';
export const fakeClient = { id: 'dashboard', secret: 'the-secret-that-both-sides-know' };
export const fakeRedirect = 'http://staff.test/dashboard/callback';

export interface FakeOpenId {
  settings: OpenIdSettings;
  /** What the token endpoint answers from now on. */
  answerWith(idToken: string): void;
  /** An answer that is no token: of the provider, or of something in its way. */
  failWith(answer: () => Response | Promise<Response>): void;
  /** What was sent to the token endpoint. */
  requests: URLSearchParams[];
  /** An ID token of this provider, or of somebody who would like to be. */
  idToken(
    claims?: JWTPayload,
    forgery?: { algorithm?: 'RS256' | 'HS256' | 'none'; key?: CryptoKey },
  ): Promise<string>;
  otherKey: CryptoKey;
}

/** Once for each test file: making them takes longer than all the rest. */
let pairs: Promise<[GenerateKeyPairResult, GenerateKeyPairResult]> | undefined;
const keyPairs = (): Promise<[GenerateKeyPairResult, GenerateKeyPairResult]> => {
  pairs ??= Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  return pairs;
};

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** An OpenID provider in memory that says whatever a test wants to hear refused. */
export const fakeOpenId = async (now: () => Date = () => new Date()): Promise<FakeOpenId> => {
  const [{ privateKey, publicKey }, { privateKey: otherKey }] = await keyPairs();
  const requests: URLSearchParams[] = [];
  let token: () => Response | Promise<Response> = () => new Response('{}', { status: 400 });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'first', alg: 'RS256', use: 'sig' };

  const answers: Readonly<Record<string, (body: string) => Response | Promise<Response>>> = {
    '/pool/.well-known/openid-configuration': () =>
      Response.json({
        issuer: fakeIssuer,
        authorization_endpoint: `${fakeIssuer}/authorize`,
        token_endpoint: `${fakeIssuer}/token`,
        jwks_uri: `${fakeIssuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
      }),
    '/pool/keys': () => Response.json({ keys: [jwk] }),
    '/pool/token': (body) => {
      requests.push(new URLSearchParams(body));
      return token();
    },
  };

  const seconds = () => Math.floor(now().getTime() / 1000);

  return {
    settings: {
      issuer: fakeIssuer,
      clientId: fakeClient.id,
      clientSecret: async () => fakeClient.secret,
      redirectUri: fakeRedirect,
      fetch: async (url, { body }) => {
        const answer = answers[new URL(url).pathname];
        return answer
          ? answer(body instanceof URLSearchParams ? body.toString() : '')
          : new Response('', { status: 404 });
      },
    },
    requests,
    otherKey,
    answerWith: (idToken) => {
      token = () =>
        Response.json({ access_token: 'access', token_type: 'Bearer', expires_in: 60, id_token: idToken });
    },
    failWith: (answer) => {
      token = answer;
    },
    idToken: async (claims = {}, { algorithm = 'RS256', key = privateKey } = {}) => {
      const payload = {
        iss: fakeIssuer,
        aud: fakeClient.id,
        sub: 'subject-1',
        iat: seconds(),
        exp: seconds() + 300,
        auth_time: seconds(),
        'cognito:groups': ['commune-chief:18073'],
        ...claims,
      };
      if (algorithm === 'none') return `${base64({ alg: 'none' })}.${base64(payload)}.`;
      const signingKey = algorithm === 'HS256' ? new TextEncoder().encode(fakeClient.secret) : key;
      return new SignJWT(payload).setProtectedHeader({ alg: algorithm, kid: 'first' }).sign(signingKey);
    },
  };
};
