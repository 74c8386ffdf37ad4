import type { Context } from 'hono';

/** A posted form. Text is in NFC with single line breaks, as a browser shows it; what is not there is empty. */
export interface Posted {
  text(name: string): string;
  /** All values under one name: checkboxes. */
  list(name: string): string[];
  file(name: string): File | undefined;
}

const tidy = (text: string): string => text.normalize('NFC').replaceAll(/\r\n?/g, '\n');

export const readPosted = async (c: Pick<Context, 'req'>): Promise<Posted> => {
  const body = await c.req.parseBody({ all: true });
  const valuesOf = (name: string): (string | File)[] => {
    const value = Object.hasOwn(body, name) ? body[name] : undefined;
    return value === undefined ? [] : Array.isArray(value) ? value : [value];
  };
  const list: Posted['list'] = (name) =>
    valuesOf(name).flatMap((value) => (typeof value === 'string' ? [tidy(value)] : []));
  return {
    list,
    text: (name) => list(name)[0] ?? '',
    file: (name) =>
      valuesOf(name).find((value): value is File => typeof value !== 'string' && value.size > 0),
  };
};

/** A version as a form carries it; undefined for what is none. */
export const readVersion = (text: string): number | undefined =>
  /^\d{1,9}$/.test(text) ? Number(text) : undefined;
