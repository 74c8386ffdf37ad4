import { IncomingMessage, ServerResponse } from 'node:http';
import type { Http2Bindings, HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import * as z from 'zod/mini';
import type { Identity } from '../../functions/accounts/identity-provider.ts';
import { isOwnPost } from '../../functions/dashboard/own-post.ts';
import { staffHeaders } from '../../functions/dashboard/security.ts';
import type { Grant } from '../../functions/domain/account.ts';
import type { Log } from '../../functions/log.ts';
import { document } from '../../web/draw.ts';
import { WayInPage } from '../../web/staff/pages/way-in-page.tsx';
import { staffStyles } from '../../web/staff/styles/staff-styles.ts';
import { frame } from '../../web/staff/texts/frame.ts';
import { signInTexts } from '../../web/staff/texts/sign-in.ts';
import type { IdentityFile } from './identity-file.ts';
import { ChooseAccountPage, PasswordPage, type PasswordProblem } from './identity-page.tsx';
import { type IdentityClient, identityProvider } from './identity-provider.ts';
import { identityOf } from './local-identities.ts';
import { passwordSignIn } from './password-sign-in.ts';

export interface IdentitySettings {
  /** Where people sign in, and where this provider is. */
  origin: string;
  client: IdentityClient;
  file: IdentityFile;
  log: Log;
  /** Made-up data: everybody may choose who to be. */
  demo?: { titleOf: (grant: Grant) => Promise<string> };
}

/** The request and response of Node's own server, which the provider's library works on. */
interface NodeEnv {
  Bindings: HttpBindings | Http2Bindings;
}
type NodeContext = Context<NodeEnv>;

export const issuerAt = (origin: string): string => `${origin}/identity`;

/** Where a session at this provider is ended, as at Amazon Cognito's `/logout`. */
export const signOutHrefAt = (origin: string): string =>
  `${issuerAt(origin)}/sign-out?logout_uri=${encodeURIComponent(signedOutAt(origin))}`;

const signedOutAt = (origin: string): string => `${origin}/dashboard/signed-out`;

const Typed = z.object({
  account: z.optional(z.string()),
  email: z._default(z.string(), ''),
  password: z._default(z.string(), ''),
  newPassword: z.optional(z.string()),
  repeated: z.optional(z.string()),
});

const noStore: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('Cache-Control', 'no-store');
};

/** The identity provider of one machine, under /identity of the service's own address. */
export const identityApp = async (settings: IdentitySettings): Promise<Hono<NodeEnv>> => {
  const { origin, client, file, log, demo } = settings;
  const site = demo ? { demo: {} } : {};
  const errorPage = async (): Promise<string> =>
    String(document(<WayInPage site={site} href="/dashboard/sign-in" {...signInTexts.refused} />));
  const provider = await identityProvider({ issuer: issuerAt(origin), client, file, log, errorPage });
  const answerProtocol = provider.callback();
  const signInWithPassword = passwordSignIn(file);
  const own = new URL(origin);

  /** Requests as they would come to a server of the provider's own. */
  const bare = ({ env: { incoming, outgoing } }: NodeContext) => {
    if (!(incoming instanceof IncomingMessage && outgoing instanceof ServerResponse))
      throw new Error('this machine speaks HTTP/1.1');
    incoming.headers.host = own.host;
    incoming.headers['x-forwarded-host'] = own.host;
    incoming.headers['x-forwarded-proto'] = own.protocol.slice(0, -1);
    return { incoming, outgoing };
  };

  const app = new Hono<NodeEnv>();
  // Not on the provider's own answers: those are written past Hono.
  app.use('/identity/interaction/*', staffHeaders(staffStyles), noStore);

  const choices = async () => (await file.all()).filter(({ isEnabled }) => isEnabled).map(identityOf);
  const described = ({ titleOf }: NonNullable<typeof demo>, identities: readonly Identity[]) =>
    Promise.all(
      identities.map(async ({ subject, name, grants }) => ({
        subject,
        name,
        roles: await Promise.all(
          grants.map(async (grant) => `${frame.roles[grant.role]}, ${await titleOf(grant)}`),
        ),
      })),
    );
  const askWho = async (
    c: NodeContext,
    typed: { email?: string; password?: string; problem?: PasswordProblem },
  ) =>
    c.html(
      document(
        demo ? (
          <ChooseAccountPage action={c.req.path} choices={await described(demo, await choices())} />
        ) : (
          <PasswordPage action={c.req.path} {...typed} />
        ),
      ),
      typed.problem ? 400 : 200,
    );

  app.get('/identity/interaction/:uid', async (c) => {
    const { incoming, outgoing } = bare(c);
    await provider.interactionDetails(incoming, outgoing);
    return askWho(c, {});
  });

  app.post('/identity/interaction/:uid', async (c) => {
    if (!isOwnPost(c, origin)) return c.html(await errorPage(), 403);
    const typed = Typed.parse(await c.req.parseBody());
    const { incoming, outgoing } = bare(c);
    const signedIn = async (accountId: string) =>
      c.redirect(await provider.interactionResult(incoming, outgoing, { login: { accountId } }), 303);
    if (demo) {
      const chosen = (await choices()).find(({ subject }) => subject === typed.account);
      return chosen ? signedIn(chosen.subject) : askWho(c, {});
    }
    const result = await signInWithPassword(typed);
    return result.ok ? signedIn(result.identity.subject) : askWho(c, { ...typed, problem: result.problem });
  });

  app.get('/identity/sign-out', async (c) => {
    if (c.req.query('logout_uri') !== signedOutAt(origin)) return c.html(await errorPage(), 400);
    const { incoming, outgoing } = bare(c);
    const session = await provider.Session.get(provider.createContext(incoming, outgoing));
    if (session.accountId) await session.destroy();
    return c.redirect(signedOutAt(origin), 303);
  });

  app.all('/identity/*', async (c) => {
    const { incoming, outgoing } = bare(c);
    Object.assign(incoming, { originalUrl: incoming.url, url: incoming.url?.slice('/identity'.length) });
    await answerProtocol(incoming, outgoing);
    return RESPONSE_ALREADY_SENT;
  });

  app.onError(async (error, c) => {
    // A sign-in that was left for an hour, or begun in another browser.
    if (error.name === 'SessionNotFound') return c.html(await errorPage(), 400);
    log.failure('identity provider', error);
    return c.html(await errorPage(), 500);
  });
  return app;
};
