import { expect, it } from 'vitest';
import * as questionnaire from '../../functions/domain/questionnaire.ts';

// Others script against these names and stored answers carry them: a change is a new version.

it('the criteria of version 1 keep their names and their order', () => {
  expect(questionnaire.criteria).toEqual([
    'attitude',
    'guidance',
    'facilities',
    'waiting',
    'transparency',
    'paperwork',
    'outcome',
    'recourse',
  ]);
});

it('the facts of version 1 keep their names and their answers', () => {
  expect(questionnaire.facts).toEqual({
    visits: ['1', '2', '3'],
    timeliness: ['early', 'on_time', 'late', 'pending'],
    extra_payment: ['no', 'yes', 'undisclosed'],
    harassment: ['no', 'yes', 'undisclosed'],
  });
});

it('every fact is in the list of facts', () => {
  expect(questionnaire.factNames).toEqual(Object.keys(questionnaire.facts));
});

it('there are nine groups of procedures', () => {
  expect(questionnaire.procedures).toEqual([
    'residence',
    'identity_card',
    'e_identification',
    'vehicle_registration',
    'driving_licence',
    'criminal_record',
    'immigration',
    'fire_and_conditional_trades',
    'other',
  ]);
});

it('ratings go from 1 to 5', () => {
  expect(questionnaire.ratings).toEqual([1, 2, 3, 4, 5]);
});

it('answers come by QR code, kiosk or staff', () => {
  expect(questionnaire.channels).toEqual(['qr', 'kiosk', 'assisted']);
});

it('a comment has at most 500 characters', () => {
  expect(questionnaire.commentLength).toBe(500);
});

it('version 1 is asked, and no other is known', () => {
  expect(questionnaire.currentQuestionnaire.version).toBe(1);
  expect(questionnaire.questionnaireOf(2)).toBeUndefined();
});
