import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emailOf, textLimits, textWithin, tidied } from '../../functions/domain/limited-text.ts';
import { lengthOf } from '../../functions/domain/text-length.ts';

const letter = fc.constantFrom(...Array.from('ếộựĩạđaÂƠ0 👍'));
/** The same letters, each composed or not. */
const typedLetter = fc
  .tuple(letter, fc.constantFrom('NFC', 'NFD'))
  .map(([text, form]) => text.normalize(form));

describe.each(Object.entries(textLimits))('a text that is a %s', (_, limit) => {
  const { longest } = limit;
  const typed = fc.array(typedLetter, { minLength: longest - 3, maxLength: longest + 3 });

  it.each(['NFC', 'NFD'])('may have all its letters in %s, and not one more', (form) => {
    const text = 'ế'.normalize(form);
    expect(textWithin(limit).safeParse(text.repeat(longest)).data).toBe('ế'.repeat(longest));
    expect(textWithin(limit).safeParse(text.repeat(longest + 1)).success).toBe(false);
  });

  it('is taken or refused, and kept, the same however its letters are composed', () => {
    fc.assert(
      fc.property(typed, (letters) => {
        const text = letters.join('');
        const read = textWithin(limit).safeParse(text);
        expect(read.success).toBe(lengthOf(tidied(text)) <= longest);
        expect(read.data).toBe(read.success ? tidied(text.normalize('NFC')) : undefined);
      }),
    );
  });
});

describe('a text as it is kept', () => {
  it('is the same when it is tidied again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(tidied(tidied(text))).toBe(tidied(text));
        expect(tidied(text)).toBe(tidied(text).normalize('NFC'));
      }),
    );
  });

  it('has the line breaks that a page counts', () => {
    expect(tidied(' một\r\nhai\rba ')).toBe('một\nhai\nba');
  });

  it('is one e-mail address in any spelling', () => {
    expect(emailOf(' HÒA@Congan.Example'.normalize('NFD'))).toBe('hòa@congan.example'.normalize('NFC'));
  });
});
