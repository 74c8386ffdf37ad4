import { describe, expect, it } from 'vitest';
import { en } from '../../web/texts/en.ts';
import { vi } from '../../web/texts/vi.ts';

const isSentence = (value: unknown): value is (...values: string[]) => string => typeof value === 'function';

/** Every text by its path; a sentence with values is filled in with marks. */
const flatten = (value: unknown, path = ''): [path: string, text: string][] => {
  if (typeof value === 'string') return [[path, value]];
  if (isSentence(value)) return [[path, value('⟨1⟩', '⟨2⟩', '⟨3⟩', '⟨4⟩')]];
  if (typeof value !== 'object' || value === null) throw new TypeError(`${path} is no text`);
  return Object.entries(value).flatMap(([name, part]) => flatten(part, `${path}.${name}`));
};

describe('texts', () => {
  it('say the same things in both languages', () => {
    expect(flatten(en).map(([path]) => path)).toEqual(flatten(vi).map(([path]) => path));
  });

  it('use the same values in both languages', () => {
    const values = (texts: unknown) =>
      flatten(texts).map(([path, text]) => [path, [...new Set(text.match(/⟨\d⟩/g))].sort()]);
    expect(values(en)).toEqual(values(vi));
  });

  it.each([
    ['vi', vi],
    ['en', en],
  ])('are never empty and composed as NFC: %s', (_, texts) => {
    for (const [path, text] of flatten(texts)) {
      expect(text.trim(), path).not.toBe('');
      expect(text, path).toBe(text.normalize('NFC'));
    }
  });

  it('have no English left in the Vietnamese', () => {
    for (const [path, text] of flatten(vi)) {
      expect(text, path).not.toMatch(/\b(the|and|your?|please|page|form|desk|rating|send|week|of|is|not)\b/i);
    }
  });

  it('have no Vietnamese left in the English but the name of the service and the mark of sample data', () => {
    const vietnameseOnly = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]/i;
    for (const [path, text] of flatten(en)) {
      if (path === '.site.name' || path === '.site.demo') continue;
      expect(text, path).not.toMatch(vietnameseOnly);
    }
  });

  it('never call the survey official', () => {
    for (const [path, text] of [...flatten(vi), ...flatten(en)]) {
      expect(text, path).not.toMatch(/sipas|chỉ số chính thức|official (index|rate)/i);
    }
  });
});
