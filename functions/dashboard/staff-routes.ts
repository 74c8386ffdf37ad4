import type { Context } from 'hono';
import type { Site } from '../../web/layout.tsx';
import type { Staff } from '../../web/staff/layout.tsx';
import type { Account } from '../domain/account.ts';
import type { Action } from '../domain/authorization.ts';
import type { Commune, Province } from '../domain/unit.ts';

/** What a signed-in route is told. */
export interface StaffEnv {
  Variables: { account: Account; staff: Staff; site: Site };
}
export type StaffContext = Context<StaffEnv>;

interface Base {
  method: 'get' | 'post';
  path: string;
  /** What the person must be allowed to do, in the unit that `:code` names. */
  action: Action;
  /** Bytes that a post may have, when it is more than a form. */
  bodyLimit?: number;
}

/**
 * A page or deed of the signed-in part. There is no way to add one without saying what it takes: the app looks the
 * unit up and asks `mayDo` before `answer` is called.
 */
export type StaffRoute =
  | (Base & { unit: 'none'; answer(c: StaffContext): Promise<Response> | Response })
  | (Base & { unit: 'province'; answer(c: StaffContext, province: Province): Promise<Response> })
  | (Base & {
      unit: 'commune';
      answer(c: StaffContext, commune: Commune, province: Province): Promise<Response>;
    });
