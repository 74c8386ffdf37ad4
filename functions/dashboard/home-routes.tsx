import { document } from '../../web/draw.ts';
import { StaffHomePage } from '../../web/staff/pages/home-page.tsx';
import type { DashboardDependencies } from './dependencies.ts';
import type { StaffRoute } from './staff-routes.ts';

/** `/dashboard`: straight to the one unit that a person looks after, or a choice among several. */
export const homeRoutes = ({ units }: Pick<DashboardDependencies, 'units'>): StaffRoute[] => [
  {
    method: 'get',
    path: '/dashboard',
    unit: 'none',
    action: 'see_own_pages',
    answer: async (c) => {
      const { grants } = c.var.account;
      const provinces = (await units.provinces()).filter(({ code }) =>
        grants.some((grant) => grant.role === 'operator' || ('province' in grant && grant.province === code)),
      );
      const ownCommunes = grants.flatMap((grant) => ('commune' in grant ? [grant.commune] : []));
      const communes = (await Promise.all(ownCommunes.map((code) => units.commune(code)))).filter(
        (commune) => commune !== undefined,
      );
      const only = [
        ...provinces.map(({ code }) => `/dashboard/province/${code}`),
        ...communes.map(({ code }) => `/dashboard/commune/${code}`),
      ];
      if (only.length === 1 && only[0]) return c.redirect(only[0], 303);
      const { site, staff } = c.var;
      return c.html(
        document(<StaffHomePage site={site} staff={staff} provinces={provinces} communes={communes} />),
      );
    },
  },
];
