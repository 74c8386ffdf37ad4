import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../functions/domain/day.ts';
import type { Audience } from '../../../functions/domain/measure/audience.ts';
import { timelineFor } from '../../../functions/domain/measure/shown-commune.ts';
import { showFinality } from '../../../functions/domain/measure/shown-finality.ts';
import type { Standing } from '../../../functions/domain/standing.ts';
import { historyFrom, week } from './histories.ts';

const closed: Standing = { status: 'closed', revision: 1 };
const provisional: Standing = { status: 'provisional', revision: 0 };
const revised = (on: string, revision = 2): Standing => ({
  status: 'closed',
  revision,
  revisedOn: dayOf(new Date(`${on}T09:00+07:00`)),
});

/** The finality of all weeks together, each with so many answers. */
const finality = (
  standings: readonly Standing[],
  { audience = 'public', rated = 40 }: { audience?: Audience; rated?: number } = {},
) => {
  const { weeks, ...history } = historyFrom(standings.map(() => rated));
  const known = weeks.map((entry, index) => ({ ...entry, ...standings[index] }));
  const timeline = timelineFor(audience, { ...history, weeks: known }, week(standings.length - 1));
  return showFinality(audience, timeline.windowsOf(13).window);
};

describe('of a window it is told', () => {
  it('which weeks are provisional', () => {
    expect(finality([closed, provisional, provisional, provisional]).provisional).toEqual({
      from: week(1),
      to: week(3),
    });
  });

  it('that all is final when every week is closed and none has changed', () => {
    expect(finality([closed, closed])).toEqual({ provisional: null, updated: [] });
  });

  it('which closed weeks changed, and when, those of one day together', () => {
    const standings = [
      revised('2026-03-01'),
      revised('2026-03-01', 4),
      closed,
      revised('2026-03-01'),
      revised('2026-03-02'),
    ];
    expect(finality(standings).updated).toEqual([
      { from: week(0), to: week(1), on: '2026-03-01' },
      { from: week(3), to: week(3), on: '2026-03-01' },
      { from: week(4), to: week(4), on: '2026-03-02' },
    ]);
  });

  it('nothing to who sees nothing of it', () => {
    const standings = [revised('2026-03-01'), provisional];
    expect(finality(standings, { rated: 14 })).toEqual({ provisional: null, updated: [] });
    expect(finality(standings, { rated: 14, audience: 'commune' }).updated).toHaveLength(1);
    expect(finality(standings, { rated: 3, audience: 'commune' })).toEqual({
      provisional: null,
      updated: [],
    });
    expect(finality(standings, { rated: 3, audience: 'operator' }).updated).toHaveLength(1);
  });
});
