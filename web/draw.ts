import { raw } from 'hono/html';
import type { Child, JSXNode } from 'hono/jsx';

export type Drawn = ReturnType<typeof raw>;

const isNode = (markup: Child): markup is JSXNode =>
  typeof markup === 'object' && markup !== null && 'toStringToBuffer' in markup;

/**
 * Draws markup at once; our components never wait for anything. A node's own toString runs inside AsyncLocalStorage,
 * which up to Node 22 makes every promise of the process dearer from then on: a tenth of what a stored rating takes.
 */
export const draw = (markup: Child): string => {
  if (!isNode(markup)) return String(raw(markup));
  const buffer = Object.assign([''], { callbacks: [] });
  markup.toStringToBuffer(buffer);
  const [text] = buffer;
  if (buffer.length > 1 || typeof text !== 'string') throw new TypeError('this markup waits for something');
  return text;
};

/** A whole page, ready to be sent. */
export const document = (page: Child): Drawn => raw(`<!DOCTYPE html>${draw(page)}`);
