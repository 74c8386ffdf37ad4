import { type OpeningHours, parseOpeningHours } from '../../functions/domain/opening-hours.ts';

const hoursForm = '"Mon-Sat 07:00-17:00" or "Mon-Fri 07:00-11:30, 13:30-17:00; Sat 07:00-11:30"';

/** Opening hours as typed, undefined for none; or why they can't be read. */
export const readHours = (
  typed: string,
): { ok: true; hours: OpeningHours | undefined } | { ok: false; problem: string } => {
  if (typed.trim() === '') return { ok: true, hours: undefined };
  const hours = parseOpeningHours(typed);
  return hours ? { ok: true, hours } : { ok: false, problem: `hours "${typed}" must be like ${hoursForm}` };
};
