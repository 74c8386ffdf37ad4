import type { AuditLine } from '../domain/audit.ts';
import type { DeskCode } from '../domain/desk-code.ts';
import type { Week } from '../domain/iso-week.ts';
import type { CommuneCode, ProvinceCode } from '../domain/unit.ts';

/*
 * One table; this is the only file that knows its keys. Every read is a Get, a BatchGet or a Query on a known key,
 * every write is one conditional write that is right by itself. Nothing scans; there is no index.
 *
 * item            pk                        sk                  written by         read by                      size
 * province        UNITS                     PROVINCE#42         units import       province page; aggregate     ≤ 16 KB, 34
 * commune         COMMUNE#18073             UNIT                units import       commune page                 0.2 KB, 3,321
 * desk            DESK#7K3M9QXT             DESK                admin; dashboard   every form, cached a minute  0.4 KB
 * desk entry      DESKS#42                  18073#7K3M9QXT      admin; dashboard   desks list; units import     0.1 KB
 * settings        SETTINGS#42               PROVINCE            dashboard          with every desk's form       0.3 KB
 * settings        SETTINGS#42               COMMUNE#18073       dashboard          with every desk's form       0.3 KB, ≤ 168
 * calendar        SETTINGS#42               CALENDAR            dashboard          with every desk's form       ≤ 2 KB
 * promise         PROMISES#42               18073#id            dashboard          dashboard; commune page       ≤ 2 KB, a few a year
 * audit line      AUDIT#42                  OF#DESK#7K3M9QXT#   dashboard; admin   dashboard                    ≤ 4 KB, one a change
 *                                             000005
 * audit entry     AUDIT#42                  AT#moment#DESK#…    dashboard; admin   dashboard: newest first      0.2 KB, one a change
 * response        RESPONSES#18073#2026-W47  nonce               a rating: one put  aggregate, nightly           0.3 KB, 4–25 a week
 * comment         COMMENTS#18073#2026-W47   HMAC of the nonce   a comment          commune and province pages   ≤ 1.7 KB
 * burst counter   BURST#18073               7K3M9QXT            every rating       every rating; nightly delete 0.1 KB
 * summary         TALLIES#18073             SUMMARY#2026-W47    aggregate          commune page; aggregate      ≤ 0.4 KB
 * detail          TALLIES#18073             DETAIL#2026-W47     aggregate          commune page, export         ≤ 8 KB, one for
 *                                           DETAIL#2026-W47#…                                                   every 20 desks
 * replaced        TALLIES#18073             REPLACED#2026-W47#… aggregate          revisions                    ≤ 8.5 KB, a revision
 *                                                                                                               as many as details
 * province week   PROVINCE#42               WEEK#2026-W47       aggregate          province page, export        ≤ 25 KB; one more
 *                                           WEEK#2026-W47#…                                                     from 500 communes on
 * province detail PROVINCE#42               DETAIL#2026-W47     aggregate          province page               ≤ 30 KB; likewise
 * rollout plan    ROLLOUT#42                PLAN                rollout page       rollout and province page   ≤ 12 KB
 * run             PROVINCE#42               RUN                 aggregate          aggregate; province pages     0.1 KB
 * reason          PROVINCE#42               RUN#0000000012      aggregate          revisions                    ≤ 0.5 KB, a run with one
 * account         ACCOUNT#<subject>         ACCOUNT             sign-in, accounts  every signed-in request      0.3 KB
 * account entry   ACCOUNTS#42               subject             sign-in, accounts  accounts page                0.1 KB
 * session         SESSION#<hash of id>      SESSION             sign-in; use       every signed-in request      0.3 KB, gone after ≤ 12 h
 * sign-in         SIGN-IN#<hash of id>      SIGN-IN             sign-in begun      sign-in finished: taken once 0.4 KB, gone after 10 min
 * visits          VISITS#42                 WEEK#2026-W47       visits import; API export; staff pages          ≤ 20 KB, one a week
 * earlier visits  VISITS#42                 EARLIER#2026-W47#   visits import; API who changed what            0.2 KB, one a change
 *                                             18073#000001
 *
 * The week in the key of a response or comment is the one in which its token was issued, so that the key follows
 * from the token alone and a replay can't land elsewhere; the week of the visit is an attribute.
 */
/** A number that sorts as text. */
const inOrder = (version: number): string => String(version).padStart(6, '0');

/** A partition, and the sort keys in it from one to another. */
interface Range {
  pk: string;
  between: [from: string, to: string];
}

/** What is too large for one item goes on in parts that sort behind the first. */
const nameOfPart = (part: number): string => (part === 0 ? '' : `#${inOrder(part)}`);
const lastPart = '#\u{10FFFF}';

const firstWeek = '0000-W01';

export const keys = {
  provinces: () => ({ pk: 'UNITS' }),
  province: (code: ProvinceCode) => ({ pk: 'UNITS', sk: `PROVINCE#${code}` }),
  commune: (code: CommuneCode) => ({ pk: `COMMUNE#${code}`, sk: 'UNIT' }),
  desk: (code: DeskCode) => ({ pk: `DESK#${code}`, sk: 'DESK' }),
  deskEntries: (province: ProvinceCode) => ({ pk: `DESKS#${province}` }),
  deskEntry: (province: ProvinceCode, commune: CommuneCode, desk: DeskCode) => ({
    pk: `DESKS#${province}`,
    sk: `${commune}#${desk}`,
  }),
  provinceSettings: (province: ProvinceCode) => ({ pk: `SETTINGS#${province}`, sk: 'PROVINCE' }),
  communeSettings: (province: ProvinceCode, commune: CommuneCode) => ({
    pk: `SETTINGS#${province}`,
    sk: `COMMUNE#${commune}`,
  }),
  calendar: (province: ProvinceCode) => ({ pk: `SETTINGS#${province}`, sk: 'CALENDAR' }),
  promises: (province: ProvinceCode) => ({ pk: `PROMISES#${province}` }),
  promise: ({ province, commune, id }: { province: ProvinceCode; commune: CommuneCode; id: string }) => ({
    pk: `PROMISES#${province}`,
    sk: `${commune}#${id}`,
  }),
  auditLine: ({ province, subject, version }: Pick<AuditLine, 'province' | 'subject' | 'version'>) => ({
    pk: `AUDIT#${province}`,
    sk: `OF#${subject}#${inOrder(version)}`,
  }),
  auditEntry: ({
    province,
    at,
    subject,
    version,
  }: Pick<AuditLine, 'province' | 'at' | 'subject' | 'version'>) => ({
    pk: `AUDIT#${province}`,
    sk: `AT#${at}#${subject}#${inOrder(version)}`,
  }),
  responses: (commune: CommuneCode, arrival: Week) => ({ pk: `RESPONSES#${commune}#${arrival}` }),
  response: (commune: CommuneCode, arrival: Week, id: string) => ({
    pk: `RESPONSES#${commune}#${arrival}`,
    sk: id,
  }),
  comments: (commune: CommuneCode, arrival: Week) => ({ pk: `COMMENTS#${commune}#${arrival}` }),
  comment: (commune: CommuneCode, arrival: Week, id: string) => ({
    pk: `COMMENTS#${commune}#${arrival}`,
    sk: id,
  }),
  bursts: (commune: CommuneCode) => ({ pk: `BURST#${commune}` }),
  burst: (commune: CommuneCode, desk: DeskCode) => ({ pk: `BURST#${commune}`, sk: desk }),
  summary: (commune: CommuneCode, week: Week) => ({ pk: `TALLIES#${commune}`, sk: `SUMMARY#${week}` }),
  summaries: (commune: CommuneCode, last: Week): Range => ({
    pk: `TALLIES#${commune}`,
    between: [`SUMMARY#${firstWeek}`, `SUMMARY#${last}`],
  }),
  detail: (commune: CommuneCode, week: Week, part = 0) => ({
    pk: `TALLIES#${commune}`,
    sk: `DETAIL#${week}${nameOfPart(part)}`,
  }),
  details: (commune: CommuneCode, first: Week, last: Week): Range => ({
    pk: `TALLIES#${commune}`,
    between: [`DETAIL#${first}`, `DETAIL#${last}${lastPart}`],
  }),
  replaced: (commune: CommuneCode, week: Week, revision: number, part = 0) => ({
    pk: `TALLIES#${commune}`,
    sk: `REPLACED#${week}#${inOrder(revision)}#${inOrder(part)}`,
  }),
  everyReplaced: (commune: CommuneCode, week: Week): Range => ({
    pk: `TALLIES#${commune}`,
    between: [`REPLACED#${week}`, `REPLACED#${week}${lastPart}`],
  }),
  provinceWeek: (province: ProvinceCode, week: Week, part = 0) => ({
    pk: `PROVINCE#${province}`,
    sk: `WEEK#${week}${nameOfPart(part)}`,
  }),
  provinceWeeks: (province: ProvinceCode, first: Week | undefined, last: Week): Range => ({
    pk: `PROVINCE#${province}`,
    between: [`WEEK#${first ?? firstWeek}`, `WEEK#${last}${lastPart}`],
  }),
  provinceDetail: (province: ProvinceCode, week: Week, part = 0) => ({
    pk: `PROVINCE#${province}`,
    sk: `DETAIL#${week}${nameOfPart(part)}`,
  }),
  provinceDetails: (province: ProvinceCode, first: Week, last: Week): Range => ({
    pk: `PROVINCE#${province}`,
    between: [`DETAIL#${first}`, `DETAIL#${last}${lastPart}`],
  }),
  rollout: (province: ProvinceCode) => ({ pk: `ROLLOUT#${province}`, sk: 'PLAN' }),
  run: (province: ProvinceCode) => ({ pk: `PROVINCE#${province}`, sk: 'RUN' }),
  reason: (province: ProvinceCode, run: number) => ({
    pk: `PROVINCE#${province}`,
    sk: `RUN#${inOrder(run)}`,
  }),
  visits: (province: ProvinceCode, week: Week) => ({ pk: `VISITS#${province}`, sk: `WEEK#${week}` }),
  earlierVisits: (
    { code, province }: { code: CommuneCode; province: ProvinceCode },
    week: Week,
    revision: number,
  ) => ({
    pk: `VISITS#${province}`,
    sk: `EARLIER#${week}#${code}#${String(revision).padStart(6, '0')}`,
  }),
  account: (subject: string) => ({ pk: `ACCOUNT#${subject}`, sk: 'ACCOUNT' }),
  accountEntries: (province: ProvinceCode) => ({ pk: `ACCOUNTS#${province}` }),
  accountEntry: (province: ProvinceCode, subject: string) => ({ pk: `ACCOUNTS#${province}`, sk: subject }),
  session: (hash: string) => ({ pk: `SESSION#${hash}`, sk: 'SESSION' }),
  signIn: (hash: string) => ({ pk: `SIGN-IN#${hash}`, sk: 'SIGN-IN' }),
};
