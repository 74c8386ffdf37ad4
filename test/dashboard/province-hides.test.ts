import { expect, it } from 'vitest';
import { accountWith, grants } from '../support/dashboard-service.ts';
import type { Brought } from '../support/province-weeks.ts';
import { shownTo } from '../support/shown-to.ts';
import {
  communeCalled,
  type Told,
  twinProvince,
  usual,
  type World,
  withCriterion,
  withHarassment,
  world,
} from '../support/twin-worlds.ts';

/** Six of 130 unhappy, three of them at a desk of 127 or at one of three. */
const fromDesks = (few: 0 | 3): Brought => ({
  ...usual,
  detail: {
    desks: { A: [6 - few, 0, 0, 0, 121 + few], B: [few, 0, 0, 0, 3 - few] },
    procedures: { residence: [few, 0, 0, 0, 3 - few] },
  },
});

const flagged = (...weeks: number[]): Brought[] => weeks.map((count) => ({ ...usual, flagged: count }));

const none: Brought = { rated: 0 };
const many: Told = { 'Cẩm Hòa': [withHarassment({ no: 37, yes: 3 })] };

/** Two worlds that nobody but the operator may tell apart. */
const twins: Record<string, [World, World]> = {
  'what comes in the open week': [
    world({}),
    world({}, { 'An Lộc': [{ rated: 60, unhappy: 30, visits: 61 }] }),
  ],
  'how many answers under ten there are, how they rate, and what they are together': [
    world({ 'An Lộc': [{ rated: 9 }], 'Bình An': [{ rated: 1 }], 'Cẩm Hòa': [{ rated: 5, unhappy: 5 }] }),
    world({ 'An Lộc': [{ rated: 2, unhappy: 2 }], 'Bình An': [{ rated: 7 }], 'Cẩm Hòa': [{ rated: 9 }] }),
  ],
  'which of two communes of ten to twenty-nine has the unhappy, each in a week of its own': [
    world({ 'An Lộc': [{ rated: 20, unhappy: 1 }, none], 'Bình An': [{ rated: 20, unhappy: 11 }] }),
    world({ 'An Lộc': [{ rated: 20, unhappy: 11 }, none], 'Bình An': [{ rated: 20, unhappy: 1 }] }),
  ],
  'weeks that wait for ten answers, or how the weeks of a block differ': [
    world({
      'An Lộc': [usual, { rated: 9, unhappy: 9, flagged: 2, visits: 20 }],
      'Bình An': [{ rated: 9, unhappy: 9, visits: 10 }, usual],
    }),
    world({
      'An Lộc': [usual, { rated: 3, flagged: 9, visits: 20 }],
      'Bình An': [
        { rated: 2, visits: 10 },
        { ...usual, rated: 137, unhappy: 15 },
      ],
    }),
  ],
  'how few are flagged: in one week, in which of two, after many': [
    world({ 'An Lộc': flagged(4), 'Bình An': flagged(4, 8), 'Cẩm Hòa': flagged(12, 4) }),
    world({ 'An Lộc': flagged(8), 'Bình An': flagged(8, 4), 'Cẩm Hòa': flagged(12, 8) }),
  ],
  'how fewer than ten rated a criterion, or fewer than thirty': [
    world({ 'An Lộc': [withCriterion([0, 0, 0, 0, 9])], 'Bình An': [withCriterion([0, 0, 0, 0, 29])] }),
    world({ 'An Lộc': [withCriterion([9, 0, 0, 0, 0])], 'Bình An': [withCriterion([29, 0, 0, 0, 0])] }),
  ],
  'what communes with few answers said of harassment together, beside one with many': [
    world({ ...many, 'An Lộc': [withHarassment({ no: 9 })], 'Bình An': [withHarassment({ no: 20 })] }),
    world({ ...many, 'An Lộc': [withHarassment({ yes: 9 })], 'Bình An': [withHarassment({ yes: 20 })] }),
  ],
  'which of two communes harassment was told of': [
    world({ 'An Lộc': [withHarassment({ no: 29 })], 'Bình An': [withHarassment({ no: 20, yes: 9 })] }),
    world({ 'An Lộc': [withHarassment({ no: 20, yes: 9 })], 'Bình An': [withHarassment({ no: 29 })] }),
  ],
  'at which desk and procedure of few the unhappy were': [
    world({ 'An Lộc': [fromDesks(0)] }),
    world({ 'An Lộc': [fromDesks(3)] }),
  ],
};

const officer = accountWith(grants.reader);

it.each(Object.entries(twins))('an officer of the province is nowhere shown %s', async (_, [one, other]) => {
  const first = await shownTo(officer, twinProvince, one);
  const second = await shownTo(officer, twinProvince, other);
  for (const [path, whole] of first) expect(second.get(path), path).toBe(whole);
});

it('what may be seen does change every page, file and answer about it', async () => {
  const first = await shownTo(officer, twinProvince, world({}));
  const second = await shownTo(
    officer,
    twinProvince,
    world({ 'An Lộc': [{ rated: 150, unhappy: 20, visits: 300 }] }),
  );
  const about = communeCalled('An Lộc').code;
  const others = twinProvince.communes.map(({ code }) => code).filter((code) => code !== about);
  for (const [path, whole] of first) {
    expect(whole, path).toMatch(/^200/);
    if (!others.some((code) => path.includes(code))) expect(second.get(path), path).not.toBe(whole);
  }
});
