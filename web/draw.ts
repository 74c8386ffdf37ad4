import { raw } from 'hono/html';
import type { Child, JSXNode } from 'hono/jsx';

export type Drawn = ReturnType<typeof raw>;

/** Markup that many pages have in common: the same object in each, so that who sends them can prepare it once. */
export interface SharedPart {
  readonly text: string;
}

export type Part = string | SharedPart;

/** Surrounds the number of a shared part in what is drawn. Nobody can type it: each process has its own. */
const mark = crypto.randomUUID();

/** Below this many characters a part is not worth being told apart. */
const smallest = 1_000;

/** Of the page that is being drawn in parts. */
let sharedParts: SharedPart[] | undefined;

export const shared = (part: SharedPart): Drawn => {
  if (!sharedParts || part.text.length < smallest) return raw(part.text);
  sharedParts.push(part);
  return raw(`${mark}${sharedParts.length - 1}${mark}`);
};

const isNode = (markup: Child): markup is JSXNode =>
  typeof markup === 'object' && markup !== null && 'toStringToBuffer' in markup;

const drawn = (markup: Child): string => {
  if (!isNode(markup)) return String(raw(markup));
  const buffer = Object.assign([''], { callbacks: [] });
  markup.toStringToBuffer(buffer);
  const [text] = buffer;
  if (buffer.length > 1 || typeof text !== 'string') throw new TypeError('this markup waits for something');
  return text;
};

const drawnInto = (parts: SharedPart[] | undefined, markup: () => Child): string => {
  const outer = sharedParts;
  sharedParts = parts;
  try {
    return drawn(markup());
  } finally {
    sharedParts = outer;
  }
};

/**
 * Draws markup at once; our components never wait for anything. A node's own toString runs inside AsyncLocalStorage,
 * which up to Node 22 makes every promise of the process dearer from then on: a tenth of what a stored rating takes.
 */
export const draw = (markup: () => Child): string => drawnInto(undefined, markup);

const doctype = '<!DOCTYPE html>';

/** A whole page, ready to be sent. */
export const document = (page: Child): Drawn => raw(`${doctype}${draw(() => page)}`);

/** A whole page, in parts: one after the other they are its text. */
export const documentParts = (page: Child): Part[] => {
  const parts: SharedPart[] = [];
  return `${doctype}${drawnInto(parts, () => page)}`
    .split(mark)
    .map((text, index) => (index % 2 === 0 ? text : (parts[Number(text)] ?? text)));
};

export const textOf = (part: Part): string => (typeof part === 'string' ? part : part.text);
