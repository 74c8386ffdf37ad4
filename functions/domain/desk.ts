import * as z from 'zod/mini';
import type { FormSettings } from './commune-settings.ts';
import type { DeskCode } from './desk-code.ts';
import { isOpenAt, type OpeningHours } from './opening-hours.ts';
import { everyProcedure } from './questionnaire.ts';
import { Commune, ProvinceCode } from './unit.ts';

/** One reception place with one QR code. It carries the names of its units, so that a form need not look them up. */
export const Desk = z.object({
  code: z.custom<DeskCode>((value) => typeof value === 'string'),
  name: z.string(),
  commune: Commune,
  province: z.object({ code: ProvinceCode, name: z.string() }),
  /** A desk without hours is never closed. */
  hours: z.optional(z.custom<OpeningHours>((value) => typeof value === 'string')),
  /** What it handles; all that its commune offers when it does not say. */
  procedures: z.optional(z.array(z.enum(everyProcedure))),
  /** A retired desk keeps its answers and takes no more. */
  status: z.enum(['active', 'retired']),
  /** Fingerprint of the credential of the tablet that is paired with it. */
  kiosk: z.optional(z.string()),
  /** How often it was changed; none for a desk that is as it was added. */
  version: z.optional(z.number()),
});
export type Desk = z.infer<typeof Desk>;

/** A desk and what its province and commune have decided: all that its form needs. */
export type ServedDesk = Desk & FormSettings;

/** People come a little early and finish a little late. */
const toleranceMinutes = 30;

/** Whether nobody can have been served when a form was issued. */
export const isClosedAt = (
  { hours, closedDays }: Pick<ServedDesk, 'hours' | 'closedDays'>,
  moment: Date,
): boolean => hours !== undefined && !isOpenAt(hours, moment, { toleranceMinutes, closedDays });
