import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Everything of WCAG 2.2 AA that can be checked by rule. */
const wcag22aa = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Fails with a line for each violation. Works under our Content-Security-Policy, because the check comes in by the
 * debugging protocol. Where JavaScript is off it would wait for ever: check the same page in a context with it.
 */
export const expectNoViolations = async (page: Page): Promise<void> => {
  const hasJavaScript = await page.evaluate("matchMedia('(scripting: enabled)').matches");
  if (hasJavaScript !== true) throw new Error('axe needs a page in a context with JavaScript on.');
  const { violations } = await new AxeBuilder({ page }).withTags(wcag22aa).analyze();
  if (violations.length === 0) return;
  const lines = violations.flatMap(({ id, help, nodes }) => [
    `${id}: ${help}`,
    ...nodes.map(({ target, failureSummary }) => `  ${target.join(' ')}\n    ${indent(failureSummary)}`),
  ]);
  throw new Error(`${page.url()} breaks WCAG 2.2 AA:\n${lines.join('\n')}`);
};

const indent = (text = '') => text.replaceAll('\n', '\n    ');
