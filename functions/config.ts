import * as z from 'zod/mini';

/** What a function is told about where it runs; infra sets the same names. Addresses of AWS are the SDK's own. */
export const Environment = z.object({
  TABLE_NAME: z.string(),
  /** Id of the secret whose current and previous version sign form tokens. */
  TOKEN_KEYS_SECRET_ID: z.optional(z.string()),
  /** 'https://thuocdo.example': what posters print. Without it, the address a request came to. */
  PUBLIC_ORIGIN: z.optional(z.url()),
});
export type Environment = z.infer<typeof Environment>;

/** What the signed-in pages are told besides. */
export const StaffEnvironment = z.object({
  /** Where people sign in, and where the identity provider sends them back to. */
  PUBLIC_ORIGIN: z.url(),
  OIDC_ISSUER: z.url(),
  OIDC_CLIENT_ID: z.string(),
  /** Id of the secret that holds the client's secret. */
  OIDC_CLIENT_SECRET_ID: z.string(),
  /** Ends the session at the identity provider and leads back to '/dashboard/signed-out'. */
  SIGN_OUT_URL: z.url(),
  USER_POOL_ID: z.string(),
});
export type StaffEnvironment = z.infer<typeof StaffEnvironment>;

/** Reads the environment once, while starting; fails loudly when a name is missing. */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): Environment =>
  Environment.parse(environment);
