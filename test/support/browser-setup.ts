import { unpackChromium } from './chromium.ts';

/** Vitest runs this once before all browser tests: unpacking in each worker would race. */
export const setup = (): Promise<void> => unpackChromium();
