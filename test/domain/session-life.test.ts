import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOfSession, isSessionOver, isUseDue, secondsOf } from '../../functions/domain/session-life.ts';

const halfHour = 30 * 60;
const twelveHours = 12 * 60 * 60;
const at = (seconds: number): Date => new Date(seconds * 1000);

describe('the life of a session', () => {
  it('ends half an hour after it was last used, or twelve hours after it began, whichever is first', () => {
    assert(
      property(
        integer({ min: 0, max: 2 ** 31 }),
        integer({ min: 0, max: 2 * twelveHours }),
        (beganAt, use) => {
          const end = endOfSession({ beganAt, lastSeenAt: beganAt + use });
          expect(end).toBeLessThanOrEqual(beganAt + twelveHours);
          expect(end).toBeLessThanOrEqual(beganAt + use + halfHour);
          expect([beganAt + twelveHours, beganAt + use + halfHour]).toContain(end);
        },
      ),
    );
  });

  it('is over exactly from its end on', () => {
    const life = { beganAt: 1_000, lastSeenAt: 1_000 };
    expect([halfHour - 1, halfHour].map((use) => isSessionOver(life, at(1_000 + use)))).toEqual([
      false,
      true,
    ]);
  });

  it('needs no writing for a minute', () => {
    const life = { beganAt: 1_000, lastSeenAt: 1_000 };
    expect([59, 60].map((use) => isUseDue(life, at(1_000 + use)))).toEqual([false, true]);
  });

  it('counts whole seconds', () => {
    expect(secondsOf(new Date(1_999))).toBe(1);
  });
});
