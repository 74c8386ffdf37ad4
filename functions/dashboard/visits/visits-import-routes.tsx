import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { document } from '../../../web/draw.ts';
import { VisitsImportPage } from '../../../web/staff/pages/visits-import-page.tsx';
import { provincePath } from '../../../web/staff/province-nav.ts';
import { visits as words } from '../../../web/staff/texts/visits.ts';
import { count } from '../../../web/texts/numbers.ts';
import { importVisits, VisitsContended } from '../../administration/import-visits.ts';
import { dayOf } from '../../domain/day.ts';
import type { Province } from '../../domain/unit.ts';
import { decodeText } from '../../import/table-text.ts';
import type { DashboardDependencies } from '../dependencies.ts';
import { type Posted, readPosted } from '../posted.ts';
import type { StaffContext, StaffRoute } from '../staff-routes.ts';
import { readVisitsTable, type TableFault } from './visits-table.ts';

type Dependencies = Pick<DashboardDependencies, 'visits' | 'now'>;

const t = words.import;
const path = '/dashboard/province/:code/visits';

/** A year of the largest province. */
const tableLimitBytes = 512 * 1024;

const wholeFault = (text: string): TableFault => ({ where: undefined, line: 0, text });

/** `?added=3&corrected=0&unchanged=9`, as this page itself says it. */
const doneWords = (c: StaffContext): string | undefined => {
  const counts = ['added', 'corrected', 'unchanged'].map((name) => c.req.query(name) ?? '');
  const [added = '', corrected = '', unchanged = ''] = counts.map((text) => count(Number(text), 'vi'));
  return counts.every((text) => /^\d{1,6}$/.test(text)) ? t.done(added, corrected, unchanged) : undefined;
};

/** The file when there is one, else what was pasted. */
const postedTable = async (posted: Posted): Promise<string | undefined> => {
  const file = posted.file('file');
  return file ? decodeText(new Uint8Array(await file.arrayBuffer())) : posted.text('text');
};

/** `/dashboard/province/:code/visits`: the visits of many communes and weeks, taken over from a table. */
export const visitsImportRoutes = ({ visits, now }: Dependencies): StaffRoute[] => {
  const show = (
    c: StaffContext,
    province: Province,
    about: { text: string; faults?: TableFault[]; done?: string | undefined },
    status: ContentfulStatusCode = 200,
  ) => {
    const { site, staff } = c.var;
    return c.html(
      document(<VisitsImportPage site={site} staff={staff} province={province} {...about} />),
      status,
    );
  };

  return [
    {
      method: 'get',
      path,
      unit: 'province',
      action: 'import_visits',
      answer: async (c, province) => show(c, province, { text: '', done: doneWords(c) }),
    },
    {
      method: 'post',
      path,
      unit: 'province',
      action: 'import_visits',
      bodyLimit: tableLimitBytes,
      answer: async (c, province) => {
        const posted = await readPosted(c);
        const text = await postedTable(posted);
        if (text === undefined) {
          const faults = [wholeFault(t.problems.not_utf8)];
          return show(c, province, { text: posted.text('text'), faults }, 400);
        }
        const read = readVisitsTable(text, province, now());
        if (!read.ok) return show(c, province, { text, faults: read.faults }, 400);
        try {
          const imported = await importVisits(visits, [province], {
            placed: read.placed,
            by: c.var.account.subject,
            on: dayOf(now()),
          });
          const { added, corrected, unchanged } = imported;
          const query = `added=${added}&corrected=${corrected}&unchanged=${unchanged}`;
          return c.redirect(`${provincePath(province.code, 'visits')}?${query}`, 303);
        } catch (error) {
          if (!(error instanceof VisitsContended)) throw error;
          return show(c, province, { text, faults: [wholeFault(t.problems.contended)] }, 409);
        }
      },
    },
  ];
};
