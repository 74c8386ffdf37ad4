import { document } from '../../../web/draw.ts';
import { AuditPage } from '../../../web/staff/pages/audit-page.tsx';
import { audit as t } from '../../../web/staff/texts/audit.ts';
import { type AuditLine, byCommand } from '../../domain/audit.ts';
import { communePolice } from '../../domain/unit.ts';
import { Unavailable } from '../../unavailable.ts';
import type { DashboardDependencies } from '../dependencies.ts';
import { staffMessage } from '../staff-pages.tsx';
import type { StaffRoute } from '../staff-routes.ts';

type Dependencies = Pick<DashboardDependencies, 'audit' | 'accounts' | 'log'>;

const linesAPage = 50;
const path = '/dashboard/province/:code/audit';

/** Everybody whom lines speak of: who did it, and whose account it was done to. */
const peopleIn = (lines: readonly AuditLine[]): string[] =>
  lines.flatMap(({ by, subject }) => [
    by,
    ...(subject.startsWith('ACCOUNT#') ? [subject.slice('ACCOUNT#'.length)] : []),
  ]);

/** `/dashboard/province/:code/audit?from=…`: what was changed in a province. */
export const auditRoutes = ({ audit, accounts, log }: Dependencies): StaffRoute[] => {
  /** A trail without names is still a trail: an identity provider that is away does not hide it. */
  const namesOf = async (subjects: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    try {
      return await accounts.names([...new Set(subjects)].filter((subject) => subject !== byCommand));
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      log.failure(path, error);
      return new Map();
    }
  };

  return [
    {
      method: 'get',
      path,
      unit: 'province',
      action: 'read_audit',
      answer: async (c, province) => {
        const from = c.req.query('from');
        const page = await audit.page(province.code, linesAPage, from);
        if (!page) return staffMessage(c, t.badCursor, 400);
        const { site, staff } = c.var;
        return c.html(
          document(
            <AuditPage
              site={site}
              staff={staff}
              province={province}
              {...page}
              names={{
                communes: new Map(province.communes.map((commune) => [commune.code, communePolice(commune)])),
                people: await namesOf(peopleIn(page.lines)),
              }}
              isFirst={from === undefined}
            />,
          ),
        );
      },
    },
  ];
};
