import type { Questionnaire } from './questionnaire-version.ts';

/** What has been asked from the start. In `visits`, 3 means three or more. */
export const version1 = {
  version: 1,
  criteria: [
    'attitude',
    'guidance',
    'facilities',
    'waiting',
    'transparency',
    'paperwork',
    'outcome',
    'recourse',
  ],
  facts: [
    { name: 'visits', answers: ['1', '2', '3'] },
    { name: 'timeliness', answers: ['early', 'on_time', 'late', 'pending'] },
    { name: 'extra_payment', answers: ['no', 'yes', 'undisclosed'] },
    { name: 'harassment', answers: ['no', 'yes', 'undisclosed'] },
  ],
  procedures: [
    'residence',
    'identity_card',
    'e_identification',
    'vehicle_registration',
    'driving_licence',
    'criminal_record',
    'immigration',
    'fire_and_conditional_trades',
    'other',
  ],
} as const satisfies Questionnaire;
