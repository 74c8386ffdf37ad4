import { expect, it } from 'vitest';
import { dayOf } from '../../functions/domain/day.ts';
import type { Brought } from '../support/province-weeks.ts';
import { surveyService } from '../support/survey-service.ts';
import { communeCalled, type World, world } from '../support/twin-worlds.ts';

const told = (...weeks: Brought[]): World => world({ 'An Lộc': weeks });
const { code } = communeCalled('An Lộc');
const addresses = [`/c/${code}`, '/p/42'].flatMap((path) => [path, `${path}?lang=en`]);

/** The public pages with their headers, byte by byte. */
const pagesOf = async (fill: World): Promise<Map<string, string>> => {
  const service = await surveyService({ at: '2026-11-23T08:00+07:00' });
  await fill(service.table);
  const pages = new Map<string, string>();
  for (const path of addresses) {
    const response = await service.raw(path, {});
    pages.set(path, JSON.stringify([response.status, [...response.headers], await response.text()]));
  }
  return pages;
};

const shown: Brought = { rated: 40, unhappy: 4, visits: 90 };
const revised: Brought['standing'] = { revision: 2, revisedOn: dayOf(new Date('2026-11-23T08:00+07:00')) };

/** Everybody sees the rate of thirty answers or more, and of fewer not even how many there are. */
const twins: Record<string, [World, World]> = {
  'the open week': [told(shown), world({ 'An Lộc': [shown] }, { 'An Lộc': [{ rated: 60, unhappy: 60 }] })],
  'how few answers there are under thirty, and how they rate': [
    told({ rated: 10, visits: 20 }),
    told({ rated: 29, unhappy: 20, visits: 90 }),
  ],
  'whether there are any answers': [told({ rated: 0 }), told({ rated: 29, unhappy: 29 })],
  'that few answers were counted again': [told({ rated: 29 }), told({ rated: 29, standing: revised })],
  'weeks that wait for ten answers': [
    told(shown, { rated: 9, unhappy: 9, standing: revised }),
    told(shown, { rated: 1, flagged: 8 }),
  ],
  'how many are flagged, or what was said beside the rating': [
    told(shown),
    told({
      ...shown,
      flagged: 50,
      visits: 41,
      detail: {
        criteria: { waiting: { ratings: [40, 0, 0, 0, 0], notApplicable: 0 } },
        facts: { harassment: { yes: 40 } },
        desks: { A: [4, 0, 0, 0, 36] },
      },
    }),
  ],
};

it.each(Object.entries(twins))('the public pages do not tell %s', async (_, [one, other]) => {
  const [first, second] = [await pagesOf(one), await pagesOf(other)];
  for (const [path, page] of first) expect(second.get(path), path).toBe(page);
});

it('what everybody may see does change every page', async () => {
  const [first, second] = [await pagesOf(told({ rated: 30 })), await pagesOf(told({ rated: 31 }))];
  for (const [path, page] of first) {
    expect(page, path).toMatch(/^\[200/);
    expect(second.get(path), path).not.toBe(page);
  }
});
