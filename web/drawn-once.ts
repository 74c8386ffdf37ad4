import type { Child } from 'hono/jsx';
import { type Drawn, draw, type SharedPart, shared } from './draw.ts';

const keptCount = 100;

/**
 * Markup that is the same for everybody who gets it: drawn when it is first asked for, then only copied. What it is
 * drawn from has to be in its name.
 */
export const drawnOnce = <From>(nameOf: (from: From) => string, component: (from: From) => Child) => {
  const kept = new Map<string, SharedPart>();
  return (from: From): Drawn => {
    const name = nameOf(from);
    const known = kept.get(name);
    if (known) return shared(known);
    if (kept.size >= keptCount) kept.clear();
    const fresh = { text: draw(() => component(from)) };
    kept.set(name, fresh);
    return shared(fresh);
  };
};
