import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { showComments, type WrittenComment } from '../../../functions/domain/measure/shown-comments.ts';
import { timelineFor } from '../../../functions/domain/measure/shown-commune.ts';
import { historyFrom, week } from './histories.ts';

/** Blocks of weeks 0–1, 2 and 3–5; week 6 waits. */
const weeks = [6, 5, 12, 3, 3, 8, 4];
const timeline = timelineFor('commune', historyFrom(weeks), week(6));

const written = (index: number, text: string): WrittenComment => ({ week: week(index), text });

describe('comments', () => {
  it('are shown by block, newest first, without those of weeks that wait', () => {
    const comments = [written(0, 'a'), written(1, 'b'), written(4, 'c'), written(6, 'd')];
    const shown = showComments('commune', timeline, comments);
    expect(shown.map(({ from, to, texts }) => [from, to, texts.toSorted()])).toEqual([
      [week(3), week(5), ['c']],
      [week(0), week(1), ['a', 'b']],
    ]);
  });

  it.each(['public', 'operator'] as const)('are not shown to the %s', (audience) => {
    const own = timelineFor(audience, historyFrom(weeks), week(6));
    expect(showComments(audience, own, [written(2, 'a')])).toEqual([]);
  });

  it('are shown to the province as to the commune', () => {
    const comments = [written(2, 'a'), written(2, 'b')];
    const own = timelineFor('province', historyFrom(weeks), week(6));
    expect(showComments('province', own, comments)).toEqual(showComments('commune', timeline, comments));
  });

  it('wait where no block is full', () => {
    const few = timelineFor('commune', historyFrom([9]), week(0));
    expect(showComments('commune', few, [written(0, 'a')])).toEqual([]);
  });

  const texts = fc.uniqueArray(fc.string({ maxLength: 12 }), { minLength: 2, maxLength: 12 });

  it('keep every text, twice when two wrote it', () => {
    fc.assert(
      fc.property(texts, (some) => {
        const all = [...some, ...some];
        const [block] = showComments(
          'commune',
          timeline,
          all.map((text) => written(2, text)),
        );
        expect(block?.texts.toSorted()).toEqual(all.toSorted());
      }),
    );
  });

  it('stand in the same order however they come, and from whichever week of the block', () => {
    fc.assert(
      fc.property(
        texts.chain((some) =>
          fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
        ),
        fc.array(fc.integer({ min: 3, max: 5 }), { minLength: 12, maxLength: 12 }),
        ([some, otherwise], weekOf) => {
          const shown = (all: readonly string[]) =>
            showComments(
              'commune',
              timeline,
              all.map((text, index) => written(weekOf[index] ?? 3, text)),
            );
          expect(shown(otherwise)).toEqual(shown(some));
        },
      ),
    );
  });

  it('stand in another order in another block, and in none that the texts have', () => {
    const all = Array.from({ length: 26 }, (_, n) => String.fromCharCode(97 + n));
    const [third, second, first] = showComments(
      'commune',
      timeline,
      [0, 2, 3].flatMap((index) => all.map((text) => written(index, text))),
    );
    const orders = [first, second, third].map((block) => block?.texts.join(''));
    expect(new Set([...orders, all.join(''), all.toReversed().join('')]).size).toBe(5);
  });

  // Of three comments each may stand anywhere: the place tells nothing of the text.
  it('stand anywhere, equally often', () => {
    const first = new Map<string, number>();
    for (let n = 0; n < 3000; n++) {
      const trio = [`xe ${n}`, `giấy ${n}`, `chờ ${n}`];
      const [block] = showComments(
        'commune',
        timeline,
        trio.map((text) => written(2, text)),
      );
      const kind = block?.texts[0]?.split(' ')[0] ?? '';
      first.set(kind, (first.get(kind) ?? 0) + 1);
    }
    for (const count of first.values()) {
      expect(count).toBeGreaterThan(900);
      expect(count).toBeLessThan(1100);
    }
  });
});
