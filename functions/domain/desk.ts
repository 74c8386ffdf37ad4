import * as z from 'zod/mini';
import type { DeskCode } from './desk-code.ts';
import { publicHolidays } from './holidays.ts';
import { isOpenAt, type OpeningHours } from './opening-hours.ts';
import { Commune, ProvinceCode } from './unit.ts';

/** One reception place with one QR code. It carries the names of its units, so that a form reads one item. */
export const Desk = z.object({
  code: z.custom<DeskCode>((value) => typeof value === 'string'),
  name: z.string(),
  commune: Commune,
  province: z.object({ code: ProvinceCode, name: z.string() }),
  /** A desk without hours is never closed. */
  hours: z.optional(z.custom<OpeningHours>((value) => typeof value === 'string')),
  /** A retired desk keeps its answers and takes no more. */
  status: z.enum(['active', 'retired']),
  /** Fingerprint of the credential of the tablet that is paired with it. */
  kiosk: z.optional(z.string()),
});
export type Desk = z.infer<typeof Desk>;

/** People come a little early and finish a little late. */
const toleranceMinutes = 30;

/** Whether nobody can have been served when a form was issued. */
export const isClosedAt = ({ hours }: Pick<Desk, 'hours'>, moment: Date): boolean =>
  hours !== undefined && !isOpenAt(hours, moment, { toleranceMinutes, closedDays: publicHolidays });
