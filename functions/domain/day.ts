/** A day in Asia/Ho_Chi_Minh, as '2026-11-23'. What staff do is kept with its day, never with a moment. */
export type Day = string & { readonly __brand: 'Day' };

/** Viet Nam keeps UTC+7 all year (iso-week.ts). */
const hoChiMinhMs = 7 * 3_600_000;

/** The day on which a moment falls in Ho Chi Minh City. */
export const dayOf = (moment: Date): Day =>
  new Date(moment.getTime() + hoChiMinhMs).toISOString().slice(0, 10) as Day;
