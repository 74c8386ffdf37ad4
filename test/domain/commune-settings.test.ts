import { describe, expect, it } from 'vitest';
import {
  allOn,
  allQuestions,
  defaultSettings,
  formSettings,
  isPublished,
  questionsOf,
} from '../../functions/domain/commune-settings.ts';
import { closedDays } from '../../functions/domain/holiday-calendar.ts';

const province = { ...allOn };
const commune = { ...allOn };

describe('what a desk asks', () => {
  it('is everything when nobody has changed anything', () => {
    expect(formSettings(defaultSettings)).toEqual({
      asks: allQuestions,
      closedDays: closedDays(defaultSettings.calendar),
      isPublic: true,
    });
  });

  it('leaves out a criterion that either the province or the commune has switched off', () => {
    const asked = questionsOf({
      province: { ...province, criteriaOff: ['waiting'] },
      commune: { ...commune, criteriaOff: ['recourse'] },
    });
    expect(asked.criteria).toEqual([
      'attitude',
      'guidance',
      'facilities',
      'transparency',
      'paperwork',
      'outcome',
    ]);
  });

  it('offers the procedures that the desk handles and nobody has switched off, and another matter', () => {
    const settings = {
      province: { ...province, proceduresOff: ['immigration' as const] },
      commune: { ...commune, proceduresOff: ['driving_licence' as const] },
    };
    expect(questionsOf(settings, ['residence', 'immigration', 'driving_licence']).procedures).toEqual([
      'residence',
      'other',
    ]);
  });

  it('has no question for the procedure when none is left to choose', () => {
    expect(questionsOf({ province, commune }, []).procedures).toEqual([]);
  });
});

describe('the results of a commune are published', () => {
  it.each([
    [true, true, true],
    [true, false, false],
    [false, true, false],
    [false, false, false],
  ])('when the province says %s and the commune %s: %s', (byProvince, byCommune, expected) => {
    expect(
      isPublished({
        province: { ...province, isPublic: byProvince },
        commune: { ...commune, isPublic: byCommune },
      }),
    ).toBe(expected);
  });
});
