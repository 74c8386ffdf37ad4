import * as z from 'zod/mini';
import { mayDo } from '../domain/authorization.ts';
import { type ApiRoute, json, read } from './api-route.ts';
import type { ApiDependencies } from './dependencies.ts';
import { Paging, pageOf } from './paging.ts';
import { DesksSchema, UnitsSchema } from './schemas.ts';

const Listing = z.strictObject(Paging);

/** The communes that an account may read, and the desks of a province. */
export const unitRoutes = ({ units, desks }: Pick<ApiDependencies, 'units' | 'desks'>): ApiRoute[] => [
  {
    method: 'get',
    path: '/units',
    unit: 'none',
    action: 'see_own_pages',
    summary: 'Communes that this account may read',
    query: Listing,
    answers: { description: 'A page of communes, by code', schema: UnitsSchema },
    answer: async ({ account, query }) => {
      const paging = read(Listing, query);
      const communes = (await units.provinces()).flatMap(({ name: provinceName, communes }) =>
        communes
          .filter(({ code, province }) => mayDo(account, 'read_commune', { province, commune: code }))
          .map((commune) => ({ ...commune, provinceName })),
      );
      return json(
        UnitsSchema,
        pageOf(communes, ({ code }) => code, paging),
      );
    },
  },
  {
    method: 'get',
    path: '/provinces/{code}/desks',
    unit: 'province',
    action: 'read_province',
    summary: 'Desks of a province, also those that were retired',
    query: Listing,
    answers: { description: 'A page of desks, by code', schema: DesksSchema },
    answer: async ({ query }, province) => {
      const paging = read(Listing, query);
      const all = (await desks.ofProvince(province.code)).map(({ code, commune, name, status, hours }) => ({
        code,
        commune: commune.code,
        name,
        status,
        hours: hours ?? null,
      }));
      return json(
        DesksSchema,
        pageOf(all, ({ code }) => code, paging),
      );
    },
  },
];
