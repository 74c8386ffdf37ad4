import * as z from 'zod/mini';

/** An error as other programs read it (RFC 9457, problem details for HTTP APIs). */
export const Problem = z.object({
  /** What kind of problem: stable, to be compared; the words beside it may change. */
  type: z.string(),
  title: z.string(),
  status: z.number(),
  /** What to do about this one. */
  detail: z.string(),
  /** Which parameter or field is meant, when one is. */
  field: z.optional(z.string()),
});
export type Problem = z.infer<typeof Problem>;

const kinds = {
  'not-signed-in': { status: 401, title: 'No valid access token' },
  'not-allowed': { status: 403, title: 'This account may not do this here' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'invalid-request': { status: 400, title: 'The request cannot be understood' },
  'week-not-ended': { status: 400, title: 'This week has not ended' },
  conflict: { status: 409, title: 'Somebody else changed it meanwhile' },
  'too-large': { status: 413, title: 'The request is too large' },
  unavailable: { status: 503, title: 'Try again later' },
  'went-wrong': { status: 500, title: 'Something went wrong here' },
} as const;
export type ProblemKind = keyof typeof kinds;

export const problemType = 'application/problem+json';

export const problemOf = (kind: ProblemKind, detail: string, field?: string): Problem => ({
  type: `/api/v1/problems/${kind}`,
  ...kinds[kind],
  detail,
  ...(field && { field }),
});

export const problemResponse = (
  kind: ProblemKind,
  detail: string,
  { field, headers = {} }: { field?: string; headers?: Readonly<Record<string, string>> } = {},
): Response =>
  new Response(JSON.stringify(problemOf(kind, detail, field)), {
    status: kinds[kind].status,
    headers: { 'Content-Type': problemType, 'Cache-Control': 'no-store', ...headers },
  });
