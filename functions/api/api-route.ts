import * as z from 'zod/mini';
import type { Account } from '../domain/account.ts';
import type { Action } from '../domain/authorization.ts';
import type { Commune, Province } from '../domain/unit.ts';
import { type ProblemKind, problemResponse } from './problem.ts';

/** A request that can't be answered as it was asked: thrown where it is noticed, answered in one place. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly kind: ProblemKind;
  readonly field: string | undefined;

  constructor(kind: ProblemKind, detail: string, field?: string) {
    super(detail);
    this.kind = kind;
    this.field = field;
  }

  toResponse(): Response {
    return problemResponse(this.kind, this.message, this.field === undefined ? {} : { field: this.field });
  }
}

/** Who asks, and for what. */
export interface Asked {
  account: Account;
  params: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  headers: Headers;
  /** Parsed JSON; undefined when there was none. */
  body: unknown;
}

/** Reads what was asked by the schema that the description shows. */
export const read = <T>(schema: z.ZodMiniType<T>, input: unknown): T => {
  const parsed = z.safeParse(schema, input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  if (unknown) throw new Refused('invalid-request', `There is no parameter ${unknown} here.`, unknown);
  const field = issue?.path.map(String).join('.');
  throw new Refused(
    'invalid-request',
    field
      ? `${field} is not what it should be; see /api/v1/openapi.json.`
      : 'The body is not the JSON expected.',
    field,
  );
};

/** What the interface's description says of a route, beside the words. */
interface Described {
  method: 'get' | 'put';
  /** As OpenAPI writes it, without '/api/v1': '/communes/{code}/visits'. */
  path: string;
  /** What the account must be allowed to do in the unit of the address. */
  action: Action;
  summary: string;
  query?: z.ZodMiniObject;
  body?: z.ZodMiniType;
  answers: {
    description: string;
    schema?: z.ZodMiniType;
    /** JSON when left out. */
    contentTypes?: readonly string[];
  };
  /** Headers that it reads, and what for. */
  headers?: Readonly<Record<string, string>>;
  mayConflict?: boolean;
}

/**
 * A route as it is mounted and described. None can be added without saying what it takes: the app looks the unit up and
 * asks `mayDo` before `answer` is called.
 */
export type ApiRoute = Described &
  (
    | { unit: 'none'; answer(asked: Asked): Promise<Response> }
    | { unit: 'province'; answer(asked: Asked, province: Province): Promise<Response> }
    | { unit: 'commune'; answer(asked: Asked, commune: Commune, province: Province): Promise<Response> }
  );

/** An answer of the kind that the description shows. */
export const json = <S extends z.ZodMiniType>(
  _schema: S,
  value: z.input<S>,
  headers: Readonly<Record<string, string>> = {},
): Response =>
  new Response(JSON.stringify(value), { headers: { 'Content-Type': 'application/json', ...headers } });
