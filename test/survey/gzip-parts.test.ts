import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gzipParts } from '../../functions/gzip-parts.ts';
import { type Part, textOf } from '../../web/draw.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 600 });
const shared = fc.array(
  text.map((each): Part => ({ text: each.repeat(3) })),
  { minLength: 1, maxLength: 3 },
);
/** The same shared parts again and again among others, as on page after page. */
const pages = shared.chain((parts) =>
  fc.array(fc.array(fc.oneof(text, fc.constantFrom(...parts)), { maxLength: 9 }), {
    minLength: 1,
    maxLength: 4,
  }),
);

const readBack = (parts: readonly Part[]): string => gunzipSync(gzipParts(parts)).toString();

describe('a page compressed in parts', () => {
  it('is what was drawn, however it is divided and however often a part comes again', () => {
    fc.assert(
      fc.property(pages, (drawn) => {
        for (const parts of drawn) expect(readBack(parts)).toBe(parts.map(textOf).join(''));
      }),
    );
  });

  it.each([0, 1, 127, 128, 4_095, 4_096, 65_535, 65_536, 300_000])('holds %i characters', (length) => {
    const body = 'ạ'.repeat(length);
    expect(readBack([body, { text: body }, body])).toBe(body.repeat(3));
  });
});
