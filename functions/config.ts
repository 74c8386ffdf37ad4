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

/** Reads the environment once, while starting; fails loudly when a name is missing. */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): Environment =>
  Environment.parse(environment);
