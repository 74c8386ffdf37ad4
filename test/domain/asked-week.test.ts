import { describe, expect, it } from 'vitest';
import { askedWeek } from '../../functions/domain/asked-week.ts';

/** Monday of 2026-W48. */
const now = new Date('2026-11-23T08:00+07:00');
const asked = (text: string | undefined, maySeeOpen = false) => askedWeek(text, { now, maySeeOpen });

describe('the week that an address names', () => {
  it.each([undefined, ''])('is the last ended one when it names none (%j)', (text) => {
    expect(asked(text)).toEqual({ ok: true, week: '2026-W47' });
  });

  it('may be any week that has ended', () => {
    expect(asked('2020-W53')).toEqual({ ok: true, week: '2020-W53' });
  });

  it.each(['2026-W54', '2027-W53', '2026-47', 'tuần 47', '2026-W00'])('%s does not exist', (text) => {
    expect(asked(text)).toEqual({ ok: false, problem: 'no_such_week' });
  });

  it('may not lie in the future', () => {
    expect(asked('2026-W49', true)).toEqual({ ok: false, problem: 'not_begun' });
  });

  it('may be the open one for few', () => {
    expect([asked('2026-W48'), asked('2026-W48', true)]).toEqual([
      { ok: false, problem: 'still_open' },
      { ok: true, week: '2026-W48' },
    ]);
  });
});
