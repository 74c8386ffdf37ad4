import { describe, expect, it } from 'vitest';
import { retentionOf } from '../../functions/config.ts';

describe('how long what was said is kept', () => {
  it('is 24 months for answers and 12 for comments when nothing else is said', () => {
    expect(retentionOf({})).toEqual({ responseMonths: 24, commentMonths: 12 });
    expect(retentionOf({ RESPONSE_MONTHS: '', COMMENT_MONTHS: '' })).toEqual(retentionOf({}));
  });

  it('is what the environment says', () => {
    expect(retentionOf({ RESPONSE_MONTHS: '36', COMMENT_MONTHS: '6' })).toEqual({
      responseMonths: 36,
      commentMonths: 6,
    });
  });

  it.each(['0', '-1', '1.5', '121', 'forever', 'NaN'])('is never "%s" months', (text) => {
    expect(() => retentionOf({ RESPONSE_MONTHS: text })).toThrow(`RESPONSE_MONTHS is "${text}"`);
    expect(() => retentionOf({ COMMENT_MONTHS: text })).toThrow(`COMMENT_MONTHS is "${text}"`);
  });
});
