import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

const DEADLINE_MS = 5_000;

const pidFile = (databaseFile: string) => `${databaseFile}.pid`;

/** Notes which process has the database file open. */
export const rememberEngine = (databaseFile: string, pid: number): Promise<void> =>
  writeFile(pidFile(databaseFile), String(pid));

/**
 * When an owner is killed -9, its lock is free at once but its engine needs some milliseconds to follow. The
 * next engine waits for that, because two processes never open one database file.
 */
export const untilFormerEngineEnded = async (databaseFile: string): Promise<void> => {
  const pid = await readFile(pidFile(databaseFile), 'utf8').catch(() => undefined);
  if (!pid) return;
  const deadline = Date.now() + DEADLINE_MS;
  while (await hasOpen(pid, databaseFile)) {
    if (Date.now() > deadline) throw new Error(`${databaseFile} is still open in process ${pid}.`);
    await delay(10);
  }
};

/** Compares the command line, too: by now the number may belong to another program. */
const hasOpen = async (pid: string, databaseFile: string): Promise<boolean> => {
  // Without /proc (only with DYNOXIDE_BIN, off Linux) SQLite's own locks have to do.
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return commandLine.split('\0').includes(databaseFile);
};
