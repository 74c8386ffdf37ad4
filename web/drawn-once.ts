import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { type Drawn, draw } from './draw.ts';

const keptCount = 100;

/**
 * Markup that is the same for everybody who gets it: drawn when it is first asked for, then only copied. What it is
 * drawn from has to be in its name.
 */
export const drawnOnce = <From>(nameOf: (from: From) => string, component: (from: From) => Child) => {
  const drawn = new Map<string, Drawn>();
  return (from: From): Drawn => {
    const name = nameOf(from);
    const known = drawn.get(name);
    if (known) return known;
    if (drawn.size >= keptCount) drawn.clear();
    const fresh = raw(draw(component(from)));
    drawn.set(name, fresh);
    return fresh;
  };
};
