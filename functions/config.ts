import * as z from 'zod/mini';
import { defaultRetention, type Retention } from './domain/retention.ts';

/** What a function is told about where it runs; infra sets the same names. Addresses of AWS are the SDK's own. */
export const Environment = z.object({
  TABLE_NAME: z.string(),
  /** Id of the secret whose current and previous version sign form tokens. */
  TOKEN_KEYS_SECRET_ID: z.optional(z.string()),
  /** 'https://thuocdo.example': what posters print. Without it, the address a request came to. */
  PUBLIC_ORIGIN: z.optional(z.url()),
  /** Months after the end of its week for which an answer and a comment are kept; 24 and 12 without them. */
  RESPONSE_MONTHS: z.optional(z.string()),
  COMMENT_MONTHS: z.optional(z.string()),
});
export type Environment = z.infer<typeof Environment>;

/** What the signed-in pages are told besides. */
export const StaffEnvironment = z.object({
  /** Where people sign in, and where the identity provider sends them back to. */
  PUBLIC_ORIGIN: z.url(),
  OIDC_ISSUER: z.url(),
  OIDC_CLIENT_ID: z.string(),
  /** The client that programs sign their people in by. */
  OIDC_PROGRAMS_CLIENT_ID: z.string(),
  /** Id of the secret that holds the client's secret. */
  OIDC_CLIENT_SECRET_ID: z.string(),
  /** Ends the session at the identity provider and leads back to '/dashboard/signed-out'. */
  SIGN_OUT_URL: z.url(),
  USER_POOL_ID: z.string(),
});
export type StaffEnvironment = z.infer<typeof StaffEnvironment>;

/** Longer than anybody may keep what a person said, shorter than a slip of the hand. */
const mostMonths = 120;

const monthsIn = (
  environment: Readonly<Record<string, string | undefined>>,
  name: 'RESPONSE_MONTHS' | 'COMMENT_MONTHS',
  usual: number,
): number => {
  const text = environment[name];
  if (!text) return usual;
  const months = Number(text);
  if (!Number.isInteger(months) || months < 1 || months > mostMonths) {
    throw new RangeError(
      `${name} is "${text}": it has to be a whole number of months from 1 to ${mostMonths}`,
    );
  }
  return months;
};

/** How long what was said is kept. What is stored already keeps the expiry that it was stored with. */
export const retentionOf = (environment: Readonly<Record<string, string | undefined>>): Retention => ({
  responseMonths: monthsIn(environment, 'RESPONSE_MONTHS', defaultRetention.responseMonths),
  commentMonths: monthsIn(environment, 'COMMENT_MONTHS', defaultRetention.commentMonths),
});

/** Reads the environment once, while starting; fails loudly when a name is missing. */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): Environment =>
  Environment.parse(environment);
