/** Standard output is for programs: one JSON value, or a table where a person asked for one. */
export const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

export const printJson = (value: unknown): void => print(JSON.stringify(value));

/** Everything that is meant for a person goes to standard error. */
export const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** `desks list | head` closes our output while we write: that is no failure. */
export const allowClosedOutput = (): void => {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
};
