import { document } from '../../web/draw.ts';
import { KeptPostPage, type KeptReason } from '../../web/staff/pages/kept-post-page.tsx';
import type { StaffContext } from './staff-routes.ts';

/** The fields of a posted form in their order, and whether files came with it. */
const fieldsOf = async (c: StaffContext): Promise<{ fields: [string, string][]; hasFiles: boolean }> => {
  const posted = Object.entries(await c.req.parseBody({ all: true })).flatMap(([name, values]) =>
    (Array.isArray(values) ? values : [values]).map((value) => [name, value] as const),
  );
  return {
    fields: posted.flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' && name !== 'csrf' ? [[name, value]] : [],
    ),
    hasFiles: posted.some(([, value]) => typeof value !== 'string' && value.size > 0),
  };
};

const statusOf = { signedOut: 401, signedInAgain: 409, busy: 503 } as const;

/**
 * Gives back what was posted when nobody is signed in any more, when somebody signed in anew since the form was opened,
 * or when the storage did not answer: nothing that was typed is lost, and one more tap sends it.
 */
export const keptPost = async (c: StaffContext, reason: KeptReason): Promise<Response> => {
  const { pathname, search } = new URL(c.req.url);
  const { site, staff } = c.var;
  const page = (
    <KeptPostPage
      site={site}
      staff={staff}
      reason={reason}
      action={`${pathname}${search}`}
      {...(await fieldsOf(c))}
    />
  );
  return c.html(document(page), statusOf[reason], { 'Cache-Control': 'no-store' });
};
