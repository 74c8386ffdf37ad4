/**
 * When a token was issued, read without checking its signature: a phone knows our clock by it, which its own clock
 * need not agree with. Undefined when it is no token.
 */
export const tokenMoment = (token: string): Date | undefined => {
  const moment = Number.parseInt(token.split('.')[4] ?? '', 36);
  return Number.isNaN(moment) ? undefined : new Date(moment);
};
