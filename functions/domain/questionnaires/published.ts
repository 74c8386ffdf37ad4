import { version1 } from './version-1.ts';

/**
 * Every version that was ever asked, oldest first; the last is asked now. A version that has been answered is never
 * changed: stored responses name it and are read by it.
 */
export const published = [version1] as const;
