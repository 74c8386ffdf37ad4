import * as z from 'zod/mini';
import { askedWeek, type WeekProblem } from '../domain/asked-week.ts';
import { audienceOf } from '../domain/authorization.ts';
import type { Week } from '../domain/iso-week.ts';
import type { Audience } from '../domain/measure/audience.ts';
import { showOverTime, timelineFor, windowLengths } from '../domain/measure/shown-commune.ts';
import type { ProvinceExport } from '../domain/measure/shown-province.ts';
import type { CommuneCode, Province } from '../domain/unit.ts';
import { contentTypes, exportFormats, fileOf } from '../export/formats.ts';
import { type ExportRequest, readExport } from '../export/read-export.ts';
import { readCommune } from '../measures/read-commune.ts';
import { type ApiRoute, type Asked, json, Refused, read } from './api-route.ts';
import type { ApiDependencies } from './dependencies.ts';
import { Paging, pageOf } from './paging.ts';
import type { ProblemKind } from './problem.ts';
import { ExportSchema, MeasuresSchema, TalliesSchema, WeekText } from './schemas.ts';

const At = { week: z.optional(WeekText) };
const Window = {
  ...At,
  window: z._default(z.pipe(z.coerce.number(), z.literal([...windowLengths])), 13),
};
const TalliesQuery = z.strictObject(At);
const CommuneQuery = z.strictObject(Window);
const ProvinceQuery = z.strictObject({ ...Window, ...Paging });
const ExportQuery = z.strictObject({ ...Window, format: z.enum(exportFormats) });

const weekProblems = {
  no_such_week: ['invalid-request', 'There is no such week.'],
  not_begun: ['week-not-ended', 'That week has not begun.'],
  still_open: ['week-not-ended', 'A number that moves during the day names the person who moved it.'],
} as const satisfies Record<WeekProblem, readonly [ProblemKind, string]>;

/** The week asked for, else the last that has ended. Only the operator sees one that has not. */
const weekFor = (text: string | undefined, audience: Audience, now: Date): Week => {
  const asked = askedWeek(text, { now, maySeeOpen: audience === 'operator' });
  if (!asked.ok) {
    const [kind, detail] = weekProblems[asked.problem];
    throw new Refused(kind, detail, 'week');
  }
  return asked.week;
};

const audienceIn = (account: Asked['account'], province: Province, commune?: CommuneCode): Audience =>
  audienceOf(account, { province: province.code, ...(commune && { commune }) }) ?? 'public';

/** The same numbers as the pages show the same account, from the same function. */
export const measureRoutes = ({
  tallies,
  visits,
  now,
}: Pick<ApiDependencies, 'tallies' | 'visits' | 'now'>): ApiRoute[] => {
  const requestFor = (
    { account }: Asked,
    { week, window }: { week?: string | undefined; window: (typeof windowLengths)[number] },
    province: Province,
    commune?: CommuneCode,
  ): ExportRequest => {
    const audience = audienceIn(account, province, commune);
    return { province, commune, at: weekFor(week, audience, now()), window, audience };
  };
  const shownFor = (...asked: Parameters<typeof requestFor>): Promise<ProvinceExport> =>
    readExport({ tallies, visits }, requestFor(...asked));

  const file = async (asked: Asked, province: Province, commune?: CommuneCode): Promise<Response> => {
    const { format, ...about } = read(ExportQuery, asked.query);
    const request = requestFor(asked, about, province, commune);
    const shown = await readExport({ tallies, visits }, request);
    const name = `thuoc-do-${commune ?? province.code}-${request.at}-${about.window}.${format}`;
    return new Response(ReadableStream.from(fileOf(format, shown, request)), {
      headers: {
        'Content-Type': contentTypes[format],
        'Content-Disposition': `attachment; filename="${name}"`,
      },
    });
  };
  const fileTypes = {
    description: 'A file',
    contentTypes: exportFormats.map((format) => contentTypes[format]),
  };

  return [
    {
      method: 'get',
      path: '/provinces/{code}/measures',
      unit: 'province',
      action: 'read_province',
      summary: 'The measure of each commune of a province in a window of weeks',
      query: ProvinceQuery,
      answers: { description: 'A page of communes, by code', schema: MeasuresSchema },
      answer: async (asked, province) => {
        const { cursor, limit, ...about } = read(ProvinceQuery, asked.query);
        const { communes, ...level } = await shownFor(asked, about, province);
        return json(MeasuresSchema, {
          ...level,
          ...pageOf(communes, ({ commune }) => commune, { cursor, limit }),
        });
      },
    },
    {
      method: 'get',
      path: '/provinces/{code}/exports',
      unit: 'province',
      action: 'read_province',
      summary: 'The measure of each commune of a province as a file',
      query: ExportQuery,
      answers: fileTypes,
      answer: (asked, province) => file(asked, province),
    },
    {
      method: 'get',
      path: '/communes/{code}/measures',
      unit: 'commune',
      action: 'read_commune',
      summary: 'The measure of one commune in a window of weeks',
      query: CommuneQuery,
      answers: { description: 'The commune, as the only one of its province', schema: ExportSchema },
      answer: async (asked, commune, province) =>
        json(ExportSchema, await shownFor(asked, read(CommuneQuery, asked.query), province, commune.code)),
    },
    {
      method: 'get',
      path: '/communes/{code}/exports',
      unit: 'commune',
      action: 'read_commune',
      summary: 'The measure of one commune as a file',
      query: ExportQuery,
      answers: fileTypes,
      answer: (asked, commune, province) => file(asked, province, commune.code),
    },
    {
      method: 'get',
      path: '/communes/{code}/tallies',
      unit: 'commune',
      action: 'read_commune',
      summary: 'The counts of one commune over time, oldest first',
      query: TalliesQuery,
      answers: {
        description: 'Blocks of weeks with at least ten answers each; single weeks for the operator',
        schema: TalliesSchema,
      },
      answer: async (asked, commune, province) => {
        const { week } = read(TalliesQuery, asked.query);
        const audience = audienceIn(asked.account, province, commune.code);
        const at = weekFor(week, audience, now());
        const history = await readCommune({ tallies, visits }, commune, at);
        return json(TalliesSchema, {
          commune: commune.code,
          items: showOverTime(audience, timelineFor(audience, history, at)),
        });
      },
    },
  ];
};
