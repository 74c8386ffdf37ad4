import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { type Grant, groupOf } from '../../functions/domain/account.ts';
import { identityApp, issuerAt, signOutHrefAt } from '../../infra/local/identity.tsx';
import { type IdentityFile, identityFile } from '../../infra/local/identity-file.ts';
import { newIdentityClient, programsClient } from '../../infra/local/identity-provider.ts';
import { freePort } from '../../infra/local/loopback.ts';
import { type BundleEnvironment, type Invocation, invokeBundle } from './bundles.ts';
import { type CognitoEndpoint, startCognitoEndpoint } from './cognito-endpoint.ts';
import { getEvent, type HttpAnswer, httpAnswer, postEvent } from './lambda-events.ts';
import { startSecretsEndpoint } from './secrets-endpoint.ts';

/** A browser before the deployed bundle: what it gets, and what Lambda would put into the log. */
export interface BundleBrowser {
  get(pathAndQuery: string): Promise<HttpAnswer>;
  post(path: string, fields: Readonly<Record<string, string>> | [string, string][]): Promise<HttpAnswer>;
  /** The way to the identity provider, where this person is chosen, and back. */
  signIn(subject: string): Promise<HttpAnswer>;
  cookies: Map<string, string>;
}

export interface DeployedDashboard {
  file: IdentityFile;
  cognito: CognitoEndpoint;
  origin: string;
  browser(): BundleBrowser;
  /** Lines that the function wrote. */
  log: string[];
  /** An access token of somebody, as a program gets it. */
  accessToken(subject: string): Promise<string>;
  /** A request of a program; with a body it is a PUT. */
  api(path: string, token: string, body?: unknown): Promise<HttpAnswer>;
  stop(): Promise<void>;
}

const poolId = 'ap-southeast-1_test';
const secretId = 'client-secret';

const keep = (cookies: Map<string, string>, lines: readonly string[]): void => {
  for (const line of lines) {
    const [pair = '', ...attributes] = line.split(/; ?/);
    const name = pair.slice(0, pair.indexOf('='));
    if (attributes.some((each) => /^max-age=0$/i.test(each))) cookies.delete(name);
    else cookies.set(name, pair.slice(name.length + 1));
  }
};

const header = (cookies: Map<string, string>) => ({
  ...(cookies.size > 0 && { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
});

export const addIdentity = (file: IdentityFile, subject: string, ...grants: Grant[]): Promise<void> =>
  file.change((identities) => {
    const others = identities.filter((identity) => identity.subject !== subject);
    const about = { subject, email: `${subject}@example.vn`, name: `Nguyễn Văn ${subject}`, isEnabled: true };
    identities.splice(0, identities.length, ...others, { ...about, groups: grants.map(groupOf) });
  });

/** The built dashboard as API Gateway calls it, between an identity provider, Cognito and Secrets Manager on loopback. */
export const deployedDashboard = async (table: {
  endpoint: string;
  tableName: string;
}): Promise<DeployedDashboard> => {
  const folder = await mkdtemp(join(tmpdir(), 'thuoc-do-dashboard-'));
  const file = identityFile(folder);
  const port = Number(await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const client = newIdentityClient(origin);
  const failures: string[] = [];
  const app = await identityApp({
    origin,
    client,
    file,
    log: { failure: (what) => failures.push(what) },
    demo: { titleOf: async () => '' },
  });
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port });
  const cognito = await startCognitoEndpoint(poolId, file);
  const secrets = await startSecretsEndpoint(secretId);
  secrets.makeCurrent('11111111-first', client.secret);

  const environment: BundleEnvironment = {
    TABLE_NAME: table.tableName,
    PUBLIC_ORIGIN: origin,
    OIDC_ISSUER: issuerAt(origin),
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET_ID: secretId,
    OIDC_PROGRAMS_CLIENT_ID: programsClient.id,
    SIGN_OUT_URL: signOutHrefAt(origin),
    USER_POOL_ID: poolId,
    AWS_ENDPOINT_URL_DYNAMODB: table.endpoint,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: cognito.url,
  };
  const log: string[] = [];
  const { host } = new URL(origin);
  const plain = { host, 'accept-encoding': 'identity' };

  const invoke = async (event: unknown): Promise<HttpAnswer> => {
    const { result, error, stdout, stderr }: Invocation = await invokeBundle('dashboard', event, environment);
    log.push(...[...stdout, ...stderr].filter(Boolean));
    if (error) throw new Error(`${error.name}: ${error.message}`);
    return httpAnswer(result);
  };

  /** Chooses a person at the identity provider; the address that it sends the browser back to. */
  const choose = async (away: string, subject: string): Promise<string> => {
    const cookies = new Map<string, string>();
    const step = async (url: string, init: RequestInit = {}): Promise<string> => {
      const response = await fetch(new URL(url, origin), {
        redirect: 'manual',
        ...init,
        headers: { ...header(cookies), origin },
      });
      keep(cookies, response.headers.getSetCookie());
      return response.headers.get('location') ?? '';
    };
    const page = await step(away);
    const chosen = await step(page, { method: 'POST', body: new URLSearchParams({ account: subject }) });
    return step(chosen);
  };

  const browser = (): BundleBrowser => {
    const cookies = new Map<string, string>();
    const send = async (event: unknown): Promise<HttpAnswer> => {
      const answer = await invoke(event);
      keep(cookies, answer.cookies);
      return answer;
    };
    const get = (pathAndQuery: string) => send(getEvent(pathAndQuery, { ...plain, ...header(cookies) }));
    return {
      cookies,
      get,
      post: (path, fields) =>
        send(
          postEvent(path, Buffer.from(new URLSearchParams(fields).toString()), {
            ...plain,
            origin,
            ...header(cookies),
          }),
        ),
      signIn: async (subject) => {
        const { headers } = await get('/dashboard/sign-in');
        const back = new URL(await choose(headers['location'] ?? '', subject));
        return get(`${back.pathname}${back.search}`);
      },
    };
  };

  return {
    file,
    cognito,
    origin,
    browser,
    log,
    accessToken: async (subject) => {
      const verifier = 'v'.repeat(43);
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
      const query = new URLSearchParams({
        client_id: programsClient.id,
        redirect_uri: programsClient.redirectUri,
        response_type: 'code',
        scope: 'openid',
        prompt: 'login',
        code_challenge: Buffer.from(digest).toString('base64url'),
        code_challenge_method: 'S256',
      });
      const back = new URL(await choose(`${issuerAt(origin)}/auth?${query}`, subject));
      const answer = await fetch(`${issuerAt(origin)}/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          code: back.searchParams.get('code') ?? '',
          redirect_uri: programsClient.redirectUri,
          code_verifier: verifier,
          client_id: programsClient.id,
        }),
      });
      const tokens: unknown = await answer.json();
      return tokens !== null && typeof tokens === 'object' && 'access_token' in tokens
        ? String(tokens.access_token)
        : '';
    },
    api: (path, token, body) => {
      const event = getEvent(`/api/v1${path}`, {
        ...plain,
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      });
      if (body === undefined) return invoke(event);
      const http = { ...event.requestContext.http, method: 'PUT' };
      return invoke({
        ...event,
        requestContext: { ...event.requestContext, http },
        body: JSON.stringify(body),
      });
    },
    stop: async () => {
      await Promise.all([cognito.stop(), secrets.stop()]);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
      await rm(folder, { recursive: true, force: true });
    },
  };
};
