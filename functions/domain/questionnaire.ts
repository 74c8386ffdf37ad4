/**
 * Version 1 of the questionnaire: what is asked, in the order in which it is asked. The names are the names of
 * the form's fields; the words stand in web/texts.
 */
export const questionnaireVersion = 1;

/** 1 very dissatisfied … 5 very satisfied. */
export const ratings = [1, 2, 3, 4, 5] as const;
export type Rating = (typeof ratings)[number];

export const criteria = [
  'attitude',
  'guidance',
  'facilities',
  'waiting',
  'transparency',
  'paperwork',
  'outcome',
  'recourse',
] as const;
export type Criterion = (typeof criteria)[number];

/** A rating of one criterion, or that it does not apply. */
export type CriterionAnswer = Rating | 'na';

/** Facts are never part of a score. In `visits`, 3 means three or more. */
export const facts = {
  visits: ['1', '2', '3'],
  timeliness: ['early', 'on_time', 'late', 'pending'],
  extra_payment: ['no', 'yes', 'undisclosed'],
  harassment: ['no', 'yes', 'undisclosed'],
} as const;
export type Fact = keyof typeof facts;
export const factNames = ['visits', 'timeliness', 'extra_payment', 'harassment'] as const satisfies Fact[];

export const procedures = [
  'residence',
  'identity_card',
  'e_identification',
  'vehicle_registration',
  'driving_licence',
  'criminal_record',
  'immigration',
  'fire_and_conditional_trades',
  'other',
] as const;
export type Procedure = (typeof procedures)[number];

/** Characters a comment may have, as the form's maxlength counts them (UTF-16 code units). */
export const commentLength = 500;

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

export const channels = ['qr', 'kiosk', 'assisted'] as const;
export type Channel = (typeof channels)[number];
