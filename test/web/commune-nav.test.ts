import { expect, it } from 'vitest';
import { communeNav } from '../../web/staff/commune-nav.ts';

it('the pages of a commune lead to one another and say where one is', () => {
  expect(communeNav('18073', 'visits').map(({ href, isHere }) => [href, isHere])).toEqual([
    ['/dashboard/commune/18073', false],
    ['/dashboard/commune/18073/visits', true],
    ['/dashboard/commune/18073/promises', false],
  ]);
});
