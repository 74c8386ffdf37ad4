/** A day in Asia/Ho_Chi_Minh, as '2026-11-23'. What staff do is kept with its day, never with a moment. */
export type Day = string & { readonly __brand: 'Day' };

/** Viet Nam keeps UTC+7 all year (iso-week.ts). */
const hoChiMinhMs = 7 * 3_600_000;

/** The day on which a moment falls in Ho Chi Minh City. */
export const dayOf = (moment: Date): Day =>
  new Date(moment.getTime() + hoChiMinhMs).toISOString().slice(0, 10) as Day;

/** Reads '02/09/2026', '2/9/2026' or '2026-09-02'; undefined when there is no such day. */
export const parseDay = (text: string): Day | undefined => {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim()) ?? [];
  const iso = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text.trim();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return undefined;
  const moment = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(iso) ? (iso as Day) : undefined;
};

export const addDays = (day: Day, count: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10) as Day;
