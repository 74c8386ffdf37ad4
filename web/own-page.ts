/**
 * A header on every answer of this service. Scripts take nothing for delivered that does not carry it: a café's login
 * page answers 200 to everything.
 */
export const ownPageHeader = 'X-Thuoc-Do';
export const ownPage = '1';
/** The answer was refused because of its token alone: nothing of it was stored under that token by this request. */
export const tokenRefused = 'token-refused';
