import { minify } from '../../styles/minify.ts';
import { staffBase } from './staff-base.ts';

/** Pages with nothing but text and forms. */
export const plainStyle = minify(staffBase);

/** Every style that a signed-in page may carry, for the hashes of the content security policy. */
export const staffStyles: readonly string[] = [plainStyle];
