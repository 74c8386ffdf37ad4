import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { document } from '../../web/draw.ts';
import { StaffMessagePage } from '../../web/staff/pages/message-page.tsx';
import type { StaffContext } from './staff-routes.ts';

/** A page that says one thing: what is wrong and what to do. */
export const staffMessage = (
  c: StaffContext,
  words: { title: string; text: string },
  status: ContentfulStatusCode,
) =>
  c.html(document(<StaffMessagePage site={c.var.site} staff={c.var.staff} {...words} />), status, {
    'Cache-Control': 'no-store',
  });
