import { expect, it } from 'vitest';
import { responseMark } from '../../../functions/domain/measure/response-mark.ts';

it.each([
  [null, null],
  [0, 'low'],
  [0.0999, 'low'],
  [0.1, null],
  [0.37, null],
  [1, null],
  [1.0001, 'over'],
])('a response rate of %s is marked %s', (rate, mark) => {
  expect(responseMark(rate)).toBe(mark);
});
