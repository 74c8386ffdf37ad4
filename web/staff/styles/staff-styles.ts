import { minify } from '../../styles/minify.ts';
import { communeWeekStyle } from './commune-style.ts';
import { formRules } from './form-style.ts';
import { provinceRules } from './province-style.ts';
import { sheetRules } from './sheet-style.ts';
import { staffBase } from './staff-base.ts';

/** Pages with nothing but text and forms. */
export const plainStyle = minify(staffBase);

/** Pages on which something is entered or administered. */
export const formStyle = minify(staffBase + formRules);

/** A commune's week. */
export const communeStyle = minify(staffBase + communeWeekStyle);

/** A province's week. */
export const provinceStyle = minify(staffBase + provinceRules);

/** The sheet of kept promises, by its paper. */
export const sheetStyles = {
  a4: minify(staffBase + formRules + sheetRules('a4')),
  a5: minify(staffBase + formRules + sheetRules('a5')),
};

/** Every style that a signed-in page may carry, for the hashes of the content security policy. */
export const staffStyles: readonly string[] = [
  plainStyle,
  formStyle,
  communeStyle,
  provinceStyle,
  sheetStyles.a4,
  sheetStyles.a5,
];
