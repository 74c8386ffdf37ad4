import * as z from 'zod/mini';
import { perCriterion } from '../domain/measure/criterion.ts';
import { windowLengths } from '../domain/measure/shown-commune.ts';
import { CommuneCode, kinds, ProvinceCode } from '../domain/unit.ts';

/* What the interface answers, for its readers and for OpenAPI. That answers are like this, the compiler holds. */

const count = z.nullable(z.int().check(z.gte(0)));
const share = z.nullable(z.number().check(z.gte(0), z.lte(1)));

/** '2026-W47', checked for being a week that exists where it is read. */
export const WeekText = z.string().check(z.regex(/^\d{4}-W\d{2}$/));

export const ShownRateSchema = z.object({
  rated: count,
  satisfied: count,
  satisfactionRate: share,
  low: share,
  high: share,
});

export const MeasureSchema = z.object({
  ...ShownRateSchema.shape,
  from: z.nullable(WeekText),
  to: z.nullable(WeekText),
  all: count,
  flagged: count,
  topBox: count,
  unhappy: count,
  meanScore: z.nullable(z.number()),
  responseRate: z.nullable(z.number()),
  tier: z.enum(['insufficient', 'indicative', 'reportable']),
});

const Trend = z.nullable(z.enum(['better', 'worse', 'same', 'too_few']));

export const CommuneRowSchema = z.object({
  commune: CommuneCode,
  name: z.string(),
  ...MeasureSchema.shape,
  band: z.nullable(z.enum(['above', 'same', 'below', 'none'])),
  alert: z.nullable(z.boolean()),
  gap: z.nullable(z.number()),
  shrunken: share,
  trend: Trend,
  criteria: z.object(perCriterion(() => ShownRateSchema)),
});

/** What is said of a province itself. */
const provinceFields = {
  province: ProvinceCode,
  window: z.literal([...windowLengths]),
  level: share,
  priorStrength: z.nullable(z.number()),
  compared: z.nullable(z.boolean()),
};

export const ExportSchema = z.object({
  ...provinceFields,
  communes: z.array(CommuneRowSchema),
});

const next = z.nullable(z.string());

/** A page of a province's communes, with what they are compared with. */
export const MeasuresSchema = z.object({ ...provinceFields, items: z.array(CommuneRowSchema), next });

export const TalliesSchema = z.object({ commune: CommuneCode, items: z.array(MeasureSchema) });

export const UnitsSchema = z.object({
  items: z.array(
    z.object({
      code: CommuneCode,
      name: z.string(),
      kind: z.enum(kinds),
      province: ProvinceCode,
      provinceName: z.string(),
    }),
  ),
  next,
});

export const DesksSchema = z.object({
  items: z.array(
    z.object({
      code: z.string(),
      commune: CommuneCode,
      name: z.string(),
      status: z.enum(['active', 'retired']),
      hours: z.nullable(z.string()),
    }),
  ),
  next,
});

export const ReportedVisitsSchema = z.object({
  week: WeekText,
  visits: z.int(),
  revision: z.int(),
  /** The day of the report. */
  on: z.string(),
});

export const VisitsSchema = z.object({ commune: CommuneCode, items: z.array(ReportedVisitsSchema) });
