import * as z from 'zod/mini';
import { commentLength } from './questionnaire.ts';
import { lengthOf } from './text-length.ts';

/** Text as it is kept and compared: NFC, single line breaks, no space around it. */
export const tidied = (typed: string): string => typed.normalize('NFC').replaceAll(/\r\n?/g, '\n').trim();

/** Why a tidy text can't be taken. */
export type TextProblem = 'empty' | 'unprintable' | 'too_long';

export interface TextLimit {
  /** Characters, as `lengthOf` counts them. */
  longest: number;
  /** What can't be shown where the text stands. */
  unprintable?: RegExp;
  mayBeEmpty?: boolean;
}

/** On one line nothing may hide, break it or turn it round. */
const oneLine = /[\p{C}\p{Zl}\p{Zp}]/u;
/** Joiners stay, which make one emoji of several; what turns a line round does not. */
const lines = /(?![\n\t])[\p{Cc}\p{Co}\p{Cn}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;

/** Every text that people type and that is kept. What else a comment may not hold, `scrub` takes out. */
export const textLimits = {
  comment: { longest: commentLength, mayBeEmpty: true },
  promise: { longest: 500, unprintable: lines },
  /** Longer names do not fit a poster. */
  deskName: { longest: 80, unprintable: oneLine },
  unitName: { longest: 80, unprintable: oneLine },
  personName: { longest: 100, unprintable: oneLine },
  /** RFC 5321. */
  email: { longest: 254, unprintable: oneLine },
  holidayName: { longest: 60, unprintable: oneLine },
  /** Why a closed week was counted again. */
  reason: { longest: 300, unprintable: oneLine },
} as const satisfies Record<string, TextLimit>;

/** Undefined for a tidy text that can be taken. */
export const textProblem = (
  text: string,
  { longest, unprintable, mayBeEmpty = false }: TextLimit,
): TextProblem | undefined => {
  if (text === '' && !mayBeEmpty) return 'empty';
  if (unprintable?.test(text)) return 'unprintable';
  return lengthOf(text) > longest ? 'too_long' : undefined;
};

/** A text within its limit, as it is kept. */
export const textWithin = (limit: TextLimit) =>
  z.pipe(
    z.pipe(z.string(), z.transform(tidied)),
    z.string().check(z.refine((text) => textProblem(text, limit) === undefined)),
  );

/** One spelling for each e-mail address: under which it is kept, looked up and compared. */
export const emailOf = (typed: string): string => tidied(typed).toLowerCase();
