import { expect } from 'vitest';

/** Vitest's own matcher is typed `any`, which would spread into every expectation that holds one. */
export const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);

export const holding = (part: object): unknown => expect.objectContaining(part);
