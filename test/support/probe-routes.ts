import { html } from 'hono/html';
import type { StaffRoute } from '../../functions/dashboard/staff-routes.ts';

/** Pages and deeds that do nothing but say that they were reached, one of each kind. */
export const probeRoutes = (): StaffRoute[] => [
  { method: 'get', path: '/dashboard', unit: 'none', action: 'see_own_pages', answer: (c) => c.text('home') },
  {
    method: 'get',
    path: '/dashboard/province/:code',
    unit: 'province',
    action: 'read_province',
    answer: async (c, province) => c.text(`province ${province.code}`),
  },
  {
    method: 'get',
    path: '/dashboard/commune/:code',
    unit: 'commune',
    action: 'read_commune',
    // A page with a form, as pages have them.
    answer: async (c, commune) =>
      c.html(html`<input type="hidden" name="csrf" value="${c.var.staff.csrf}">commune ${commune.code}`),
  },
  {
    method: 'post',
    path: '/dashboard/commune/:code/visits',
    unit: 'commune',
    action: 'report_visits',
    answer: async (c, commune) => {
      const { count } = await c.req.parseBody();
      return c.text(`visits of ${commune.code}: ${typeof count === 'string' ? count : 'none'}`);
    },
  },
  {
    method: 'post',
    path: '/dashboard/province/:code/desks',
    unit: 'province',
    action: 'administer',
    answer: async (c, province) => c.text(`desks of ${province.code}`),
  },
];
