import { describe, expect, it } from 'vitest';
import { newDeskCode } from '../../functions/domain/desk-code.ts';
import { weekOf } from '../../functions/domain/iso-week.ts';
import { corrected, mayCorrect, Response } from '../../functions/domain/response.ts';

const issuedAt = new Date('2026-11-18T01:30:00Z');
const week = weekOf(issuedAt);

const recorded: Response = {
  id: 'AAECAwQFBgcICQoLDA0ODw',
  desk: newDeskCode(Uint8Array.of(1, 2, 3, 4, 5, 6, 7)),
  commune: '18073',
  week,
  arrival: week,
  channel: 'qr',
  questionnaire: 1,
  language: 'vi',
  overall: 4,
  criteria: { attitude: 5, waiting: 2 },
  facts: { visits: '1', harassment: 'no' },
  procedure: 'residence',
  flags: ['late'],
  edition: 1,
};

const nothing = { questionnaire: 1, criteria: {}, facts: {} };

describe('a correction', () => {
  it('that says nothing changes the edition only', () => {
    expect(corrected(recorded, nothing, 2, [])).toEqual({ ...recorded, edition: 2 });
  });

  it('with a rating replaces the rating', () => {
    expect(corrected(recorded, { ...nothing, overall: 1 }, 2, []).overall).toBe(1);
  });

  it('keeps the criteria it does not name', () => {
    const { criteria } = corrected(recorded, { ...nothing, criteria: { waiting: 'na', outcome: 3 } }, 2, []);
    expect(criteria).toEqual({ attitude: 5, waiting: 'na', outcome: 3 });
  });

  it('keeps the facts it does not name', () => {
    const { facts } = corrected(recorded, { ...nothing, facts: { visits: '3' } }, 2, []);
    expect(facts).toEqual({ visits: '3', harassment: 'no' });
  });

  it('with a procedure replaces the procedure', () => {
    expect(corrected(recorded, { ...nothing, procedure: 'other' }, 2, []).procedure).toBe('other');
  });

  it('adds new flags to the old ones, each once', () => {
    expect(corrected(recorded, nothing, 2, ['late', 'straight_lined']).flags).toEqual([
      'late',
      'straight_lined',
    ]);
  });

  it('keeps neither the comment nor anything else in the response', () => {
    const after = corrected(recorded, { ...nothing, comment: 'Cảm ơn' }, 2, []);
    expect(Object.keys(after).sort()).toEqual(Object.keys(recorded).sort());
  });

  it('leaves what it corrects as it was', () => {
    const before = structuredClone(recorded);
    corrected(recorded, { ...nothing, overall: 1, criteria: { waiting: 5 } }, 2, ['burst']);
    expect(recorded).toEqual(before);
  });

  it.each([
    ['may come two hours after the form', 7_200_000, true],
    ['may not come a millisecond later', 7_200_001, false],
  ])('%s', (_, ms, expected) => {
    expect(mayCorrect(issuedAt, new Date(issuedAt.getTime() + ms))).toBe(expected);
  });
});

describe('a response is read', () => {
  it('as it was written', () => {
    expect(Response.parse(recorded)).toEqual(recorded);
  });

  it('without a procedure', () => {
    const { procedure: _, ...without } = recorded;
    expect(Response.parse(without)).toEqual(without);
  });

  it('without whatever is foreign to it', () => {
    expect(Response.parse({ ...recorded, ip: '192.0.2.1' })).not.toHaveProperty('ip');
  });
});

describe('a response is refused with', () => {
  it.each<[string, Record<string, unknown>]>([
    ['no rating', { overall: undefined }],
    ['a rating of 0', { overall: 0 }],
    ['a rating of 6', { overall: 6 }],
    ['a rating of 4.5', { overall: 4.5 }],
    ['a rating in words', { overall: '5' }],
    ['"na" as its rating', { overall: 'na' }],
    ['an unknown channel', { channel: 'web' }],
    ['an unknown language', { language: 'fr' }],
    ['an unknown flag', { flags: ['liar'] }],
    ['a questionnaire that this build does not know', { questionnaire: 99 }],
    ['an unknown procedure', { procedure: 'marriage' }],
    ['an unknown criterion', { criteria: { speed: 5 } }],
    ['a criterion out of scale', { criteria: { waiting: 6 } }],
    ['no criteria at all', { criteria: null }],
    ['an unknown fact', { facts: { age: '1' } }],
    ['a fact with a foreign answer', { facts: { visits: '4' } }],
    ['a fact named as something every object has', { facts: { toString: 'x' } }],
    ['facts that are text', { facts: 'no' }],
  ])('%s', (_, changed) => {
    expect(Response.safeParse({ ...recorded, ...changed }).success).toBe(false);
  });
});
