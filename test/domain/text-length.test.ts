import { describe, expect, it } from 'vitest';
import { firstCharacters, lengthOf } from '../../functions/domain/text-length.ts';

describe('the length of a text', () => {
  it('counts a letter and its marks once, composed or not', () => {
    expect(lengthOf('ế'.normalize('NFC').repeat(500))).toBe(500);
    expect(lengthOf('ế'.normalize('NFD').repeat(500))).toBe(500);
  });

  it('counts a character outside the basic plane once', () => {
    expect(lengthOf('👍👍')).toBe(2);
  });
});

describe('the first characters of a text', () => {
  it('are whole ones, composed', () => {
    expect(firstCharacters('ế👍ế'.normalize('NFD'), 2)).toBe('ế👍');
  });
});
