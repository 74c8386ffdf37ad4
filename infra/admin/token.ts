import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Command } from 'commander';
import * as openid from 'openid-client';
import * as z from 'zod/mini';
import { programsClient } from '../local/identity-provider.ts';
import { programsPort, programsRedirectUri } from '../programs-redirect.ts';
import { print, say } from './output.ts';
import { lineOf, Trouble } from './refusal.ts';

const Options = z.object({ issuer: z.optional(z.url()), client: z._default(z.string(), programsClient.id) });

/** The identity provider of the service that runs on this machine. */
const localIssuer = (): string => `http://localhost:${process.env['PORT'] || '8080'}/identity`;

/** How long somebody may take to sign in. */
const patienceMs = 5 * 60_000;

const farewell = 'Đã đăng nhập. Xin đóng trang này và trở lại cửa sổ dòng lệnh.';

/** Listens on loopback for the browser to come back from the identity provider. */
const listenForBrowser = async () => {
  const server = createServer();
  const arrived = new Promise<URL>((resolve) => {
    server.on('request', (request, response) => {
      const url = new URL(request.url ?? '/', programsRedirectUri);
      const isOurs = url.pathname === new URL(programsRedirectUri).pathname;
      response.writeHead(isOurs ? 200 : 404, {
        'content-type': 'text/plain; charset=utf-8',
        connection: 'close',
      });
      response.end(isOurs ? farewell : '');
      if (isOurs) resolve(url);
    });
  });
  await once(server.listen(programsPort, 'localhost'), 'listening');
  return {
    /** The address that it came to. */
    arrived: async (): Promise<URL> => {
      const gaveUp = setTimeout(() => server.emit('gaveUp'), patienceMs);
      const tooLate = once(server, 'gaveUp').then((): never => {
        throw new Trouble('nobody signed in within five minutes');
      });
      try {
        return await Promise.race([arrived, tooLate]);
      } finally {
        clearTimeout(gaveUp);
        server.close();
        server.closeAllConnections();
      }
    },
  };
};

/** Signs a person in by the code flow with PKCE over loopback (RFC 8252); their access token. */
const signIn = async (issuer: string, client: string): Promise<string> => {
  const isLocal = new URL(issuer).protocol === 'http:';
  const configuration = await openid.discovery(new URL(issuer), client, undefined, openid.None(), {
    ...(isLocal && { execute: [openid.allowInsecureRequests] }),
  });
  const codeVerifier = openid.randomPKCECodeVerifier();
  const state = openid.randomState();
  const away = openid.buildAuthorizationUrl(configuration, {
    redirect_uri: programsRedirectUri,
    scope: 'openid',
    state,
    code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
  });
  const browser = await listenForBrowser();
  say(`Open this address in a browser on this machine and sign in:\n${away.href}`);
  const { access_token: accessToken } = await openid.authorizationCodeGrant(
    configuration,
    await browser.arrived(),
    {
      pkceCodeVerifier: codeVerifier,
      expectedState: state,
    },
  );
  return accessToken;
};

/** `token`: an access token for /api/v1, for the person who signs in. It is good for an hour. */
export const token = (program: Command): void => {
  program
    .command('token')
    .description('sign in with a browser and print an access token for /api/v1, good for an hour')
    .option('--issuer <url>', 'identity provider of a deployed stage, an output of its stack')
    .option('--client <id>', 'client for programs of that stage, an output of its stack')
    .action(async (options: unknown) => {
      const { issuer = localIssuer(), client } = Options.parse(options);
      try {
        print(await signIn(issuer, client));
      } catch (error) {
        throw error instanceof Trouble ? error : new Trouble(`no token: ${lineOf(error)}`);
      }
    });
};
