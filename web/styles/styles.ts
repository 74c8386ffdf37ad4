import { kioskStyle } from './kiosk-style.ts';
import { posterStyle } from './poster-style.ts';
import { resultStyle } from './result-style.ts';
import { surveyStyle } from './survey-style.ts';

/** Every style that a page may carry, for the hashes of the content security policy. */
export const allStyles: readonly string[] = [surveyStyle, resultStyle, posterStyle, kioskStyle];
