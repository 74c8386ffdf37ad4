import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Band,
  bandOf,
  comparedCount,
  comparisonOf,
  expectedBelowByChance,
  mayCompare,
  provinceLevel,
} from '../../../functions/domain/measure/comparison.ts';
import { isImprobablyPerfect } from '../../../functions/domain/measure/perfection.ts';
import type { Rated } from '../../../functions/domain/measure/satisfaction.ts';
import { priorStrength, shrunkenRate } from '../../../functions/domain/measure/shrinkage.ts';
import { tierOf } from '../../../functions/domain/measure/tier.ts';

const of = (satisfied: number, rated: number): Rated => ({ satisfied, rated });
const times = (count: number, commune: Rated): Rated[] => Array.from({ length: count }, () => commune);
const fair = (level: number) => ({ level, compared: true });

const order: Record<Band, number> = { below: 0, same: 1, none: 1, above: 2 };

const large = fc
  .integer({ min: 100, max: 3000 })
  .chain((n) => fc.integer({ min: Math.floor(n * 0.7), max: n }).map((s) => of(s, n)));
const levels = fc.double({ min: 0.8, max: 0.999, noNaN: true });

describe('a tier', () => {
  it('changes at 10 and at 30 answers', () => {
    expect([0, 9, 10, 29, 30].map(tierOf)).toEqual([
      'insufficient',
      'insufficient',
      'indicative',
      'indicative',
      'reportable',
    ]);
  });
});

describe('the level of a province', () => {
  it('is the rate of all answers of communes with ten or more', () => {
    expect(provinceLevel([of(9, 10), of(80, 90), of(0, 9)])).toBe(0.89);
  });

  it('does not exist where no commune has ten', () => {
    expect(provinceLevel([of(9, 9)])).toBeUndefined();
    expect(provinceLevel([])).toBeUndefined();
  });
});

describe('a comparison', () => {
  it('needs five communes with ten answers', () => {
    expect(mayCompare(times(5, of(10, 10)))).toBe(true);
    expect(mayCompare([...times(4, of(10, 10)), of(9, 9)])).toBe(false);
    expect(mayCompare([])).toBe(false);
  });

  it('allows no commune more than a fifth of the answers of those with ten', () => {
    expect(mayCompare([...times(4, of(100, 100)), of(99, 100)])).toBe(true);
    expect(mayCompare([...times(8, of(100, 100)), of(200, 200)])).toBe(true);
    expect(mayCompare([...times(8, of(100, 100)), of(201, 201)])).toBe(false);
    // Answers of communes with fewer than ten do not make the sum larger.
    expect(mayCompare([...times(8, of(100, 100)), of(201, 201), of(9, 9)])).toBe(false);
  });

  it('is of communes with a hundred answers', () => {
    const comparison = fair(0.95);
    expect(bandOf(of(50, 99), comparison).band).toBe('none');
    expect(bandOf(of(50, 100), comparison).band).toBe('below');
    expect(comparedCount([of(90, 100), of(90, 99), of(200, 200)], comparison)).toBe(2);
    expect(comparedCount([of(90, 100)], { compared: false })).toBe(0);
    expect(expectedBelowByChance(40)).toBe(1);
  });

  it('is none, with the gap alone, where it would not be fair', () => {
    expect(bandOf(of(50, 200), { level: 0.75, compared: false })).toEqual({
      band: 'none',
      alert: false,
      gap: -0.5,
    });
  });

  it('says nothing of nobody, or without a level', () => {
    const nothing = { band: 'none', alert: false, gap: undefined };
    expect(bandOf(of(0, 0), fair(0.9))).toEqual(nothing);
    expect(bandOf(of(100, 100), { level: undefined, compared: false })).toEqual(nothing);
  });

  it('needs a point of difference, however certain', () => {
    // 100,000 answers: half a point is many standard errors, a whole one counts.
    expect(bandOf(of(94_500, 100_000), fair(0.95)).band).toBe('same');
    expect(bandOf(of(95_500, 100_000), fair(0.95)).band).toBe('same');
    expect(bandOf(of(94_000, 100_000), fair(0.95))).toMatchObject({ band: 'below', alert: true });
    expect(bandOf(of(96_000, 100_000), fair(0.95))).toMatchObject({ band: 'above', alert: true });
  });

  it('needs certainty, however large the difference', () => {
    // P(X ≤ 91 | 100, 0.95) = 0.063, P(X ≤ 90) = 0.028, P(X ≤ 89) = 0.0115, P(X ≤ 86) = 0.00047.
    const bands = [91, 90, 89, 86].map((s) => bandOf(of(s, 100), fair(0.95)));
    expect(bands.map(({ band }) => band)).toEqual(['same', 'same', 'below', 'below']);
    expect(bands.map(({ alert }) => alert)).toEqual([false, false, false, true]);
    // P(X ≥ 99 | 100, 0.95) = 0.037, P(X ≥ 100) = 0.0059.
    expect(bandOf(of(99, 100), fair(0.95)).band).toBe('same');
    expect(bandOf(of(100, 100), fair(0.95))).toMatchObject({ band: 'above', alert: false });
  });

  it('is never worse after one more satisfied answer, the level held fixed', () => {
    fc.assert(
      fc.property(large, levels, (commune, level) => {
        const [before, after] = [
          bandOf(commune, fair(level)),
          bandOf(of(commune.satisfied + 1, commune.rated + 1), fair(level)),
        ];
        expect(order[after.band]).toBeGreaterThanOrEqual(order[before.band]);
        expect(after.gap).toBeGreaterThanOrEqual(before.gap ?? 0);
      }),
    );
  });

  it('is never worse as ever more answers are satisfied', () => {
    for (const n of [100, 260, 900]) {
      const bands = Array.from({ length: n + 1 }, (_, s) => order[bandOf(of(s, n), fair(0.95)).band]);
      expect(bands).toEqual(bands.toSorted((a, b) => a - b));
    }
  });
});

describe('the prior strength', () => {
  it('is 40 when fewer than two communes have 30 answers, or all answers are alike', () => {
    expect(priorStrength([])).toBe(40);
    expect(priorStrength([of(28, 30), of(25, 29)])).toBe(40);
    expect(priorStrength([of(30, 30), of(50, 50)])).toBe(40);
    expect(priorStrength([of(0, 30), of(0, 50)])).toBe(40);
  });

  it('is strongest for communes that differ by chance only, weakest for those that differ most', () => {
    expect(priorStrength(times(6, of(95, 100)))).toBe(200);
    expect(priorStrength([of(0, 100), of(100, 100)])).toBe(10);
    expect(priorStrength([of(480, 500), of(440, 500), of(485, 500), of(460, 500)])).toBeGreaterThan(10);
    expect(priorStrength([of(480, 500), of(440, 500), of(485, 500), of(460, 500)])).toBeLessThan(200);
  });

  it('counts communes of 30 answers and more', () => {
    const two = [of(10, 30), of(30, 30)];
    expect(priorStrength(two)).toBe(10);
    expect(priorStrength([...two, of(0, 29)])).toBe(10);
  });
});

describe('the shrunken rate', () => {
  it('lies between the own rate and the level, nearer to the own with more answers', () => {
    expect(shrunkenRate(of(0, 0), 0.95, 40)).toBe(0.95);
    expect(shrunkenRate(of(40, 40), 0.9, 40)).toBe(0.95);
    expect(shrunkenRate(of(400, 400), 0.9, 40)).toBeGreaterThan(0.99);
  });

  it('is never lowered by one more satisfied answer', () => {
    fc.assert(
      fc.property(
        large,
        levels,
        fc.double({ min: 10, max: 200, noNaN: true }),
        (commune, level, strength) => {
          const more = of(commune.satisfied + 1, commune.rated + 1);
          expect(shrunkenRate(more, level, strength)).toBeGreaterThanOrEqual(
            shrunkenRate(commune, level, strength),
          );
        },
      ),
    );
  });
});

describe('improbable perfection', () => {
  it('is every answer satisfied where chance shows that less than once in a thousand', () => {
    // 0.95^134 = 0.00104, 0.95^135 = 0.00098.
    expect(isImprobablyPerfect(of(135, 135), 0.95)).toBe(true);
    expect(isImprobablyPerfect(of(134, 134), 0.95)).toBe(false);
    expect(isImprobablyPerfect(of(999, 1000), 0.95)).toBe(false);
  });

  it('is nothing to wonder at where everybody is satisfied, or nobody answered', () => {
    expect(isImprobablyPerfect(of(1000, 1000), 1)).toBe(false);
    expect(isImprobablyPerfect(of(0, 0), 0)).toBe(false);
    expect(isImprobablyPerfect(of(1000, 1000), undefined)).toBe(false);
  });
});

describe('a province as a whole', () => {
  it('is compared with the level of its own communes', () => {
    const communes = [of(96, 100), of(90, 100), of(95, 100), of(97, 100), of(99, 100), of(5, 9)];
    expect(comparisonOf(communes)).toEqual({
      level: 0.954,
      compared: true,
      priorStrength: priorStrength(communes),
    });
  });
});
