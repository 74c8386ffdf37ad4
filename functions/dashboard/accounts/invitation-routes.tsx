import { document } from '../../../web/draw.ts';
import { InvitationPage, InvitedPage } from '../../../web/staff/pages/invitation-page.tsx';
import { accountProblems } from '../../../web/staff/texts/accounts.ts';
import { inviteOfficer } from '../../administration/accounts.ts';
import type { Province } from '../../domain/unit.ts';
import type { DashboardDependencies } from '../dependencies.ts';
import { readPosted } from '../posted.ts';
import type { StaffContext, StaffRoute } from '../staff-routes.ts';
import { readInvitation } from './account-form.ts';

type Dependencies = Pick<DashboardDependencies, 'accounts' | 'audit' | 'now'>;

const path = '/dashboard/province/:code/accounts/new';

/** Inviting somebody to a province. To stand before the routes of single accounts. */
export const invitationRoutes = (deps: Dependencies): StaffRoute[] => {
  const route = { path, unit: 'province', action: 'administer' } as const;
  return [
    {
      ...route,
      method: 'get',
      answer: async (c: StaffContext, province: Province) => {
        const { site, staff } = c.var;
        const typed = { name: '', email: '', grants: [] };
        return c.html(
          document(<InvitationPage site={site} staff={staff} province={province} typed={typed} />),
        );
      },
    },
    {
      ...route,
      method: 'post',
      answer: async (c: StaffContext, province: Province) => {
        const { account, site, staff } = c.var;
        const posted = await readPosted(c);
        const typed = {
          name: posted.text('name'),
          email: posted.text('email'),
          grants: posted.list('grant'),
        };
        const page = { site, staff, province };
        const read = readInvitation(typed, province);
        if (!read.ok) {
          return c.html(document(<InvitationPage {...page} typed={typed} problems={read.problems} />), 400);
        }
        const actor = { by: account.subject, now: deps.now() };
        const invitation = await inviteOfficer(deps, province, read.invited, actor);
        if (!invitation.ok) {
          const problems = [{ field: 'email', text: accountProblems.refused[invitation.problem] }];
          return c.html(document(<InvitationPage {...page} typed={typed} problems={problems} />), 409);
        }
        const { officer, temporaryPassword } = invitation;
        return c.html(
          document(<InvitedPage {...page} invited={officer} temporaryPassword={temporaryPassword} />),
        );
      },
    },
  ];
};
