import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectNoViolations } from './accessibility.ts';
import { targetsSmallerThan44 } from './small-targets.ts';

/** That nobody has to scroll sideways. */
export const expectToFit = async (page: Page): Promise<void> => {
  const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  expect(await page.evaluate(overflow)).toBe(0);
};

/** What every page owes everybody: it breaks no rule of accessibility, its targets are large, and it fits. */
export const expectUsable = async (page: Page): Promise<void> => {
  await expectNoViolations(page);
  expect(await targetsSmallerThan44(page)).toEqual([]);
  await expectToFit(page);
};

/** The same with everything unfolded. */
export const expectUsableUnfolded = async (page: Page): Promise<void> => {
  await page.evaluate(`for (const each of document.querySelectorAll('details')) each.open = true`);
  await expectUsable(page);
};
