/** What was asked can't be done as it was asked: said in one line, exit code 2. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** What was asked is right, but something that it needs failed: said in one line, exit code 1. */
export class Trouble extends Error {
  override readonly name = 'Trouble';
}

/** The first line of what an error says. */
export const lineOf = (error: unknown): string =>
  (error instanceof Error ? error.message || error.name : String(error)).split('\n')[0] ?? '';
