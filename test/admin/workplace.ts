import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach } from 'vitest';
import { auditStore } from '../../functions/store/audit-store.ts';
import { deskStore } from '../../functions/store/desk-store.ts';
import { responseStore } from '../../functions/store/response-store.ts';
import { tallyStore } from '../../functions/store/tally-store.ts';
import { unitStore } from '../../functions/store/unit-store.ts';
import { visitsStore } from '../../functions/store/visits-store.ts';
import { type Database, openDatabase } from '../../infra/local/database.ts';
import { openLocalTable } from '../../infra/local/local-table.ts';
import { adminBundle } from '../support/admin-bundle.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a command left behind. */
export interface Outcome {
  code: number | null;
  stdout: string;
  /** Standard error, line by line. */
  said: string[];
}

type Environment = Record<string, string>;

const run = async (args: readonly string[], environment: Environment): Promise<Outcome> => {
  const child = spawn(process.execPath, [adminBundle, ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'], ENGINE: process.env['ENGINE'], NODE_NO_WARNINGS: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, said: stderr.split('\n').filter((line) => line !== '') };
};

/** An empty data folder for each test of a file, and the command line on it. */
export const workplace = () => {
  let dataDir = '';
  let database: Database | undefined;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'thuoc-do-admin-'));
  });
  afterEach(async () => {
    await database?.close();
    database = undefined;
    await rm(dataDir, { recursive: true, force: true });
  });

  const admin = (args: readonly string[], environment: Environment = {}): Promise<Outcome> =>
    run(args, { DATA_DIR: dataDir, ...environment });

  return {
    /** Runs a command in a process of its own. */
    admin,

    /** Runs a command that has to succeed, and reads the JSON that is all of its standard output. */
    json: async (...args: Parameters<typeof admin>): Promise<unknown> => {
      const { code, stdout, said } = await admin(...args);
      if (code !== 0) throw new Error(`exit code ${code}: ${said.join('\n')}`);
      return JSON.parse(stdout);
    },

    dataDir: () => dataDir,

    /** Writes a file beside the data. */
    file: async (content: string | Uint8Array): Promise<string> => {
      const path = join(dataDir, 'input.csv');
      await writeFile(path, content);
      return path;
    },

    /** The stores of this data. From then on this process owns the engine, and commands are guests. */
    stores: async () => {
      database ??= await openDatabase(dataDir);
      const table = await openLocalTable(database.endpoint);
      return {
        table,
        units: unitStore(table),
        desks: deskStore(table),
        audit: auditStore(table),
        now: () => new Date(),
        responses: responseStore(table),
        tallies: tallyStore(table),
        visits: visitsStore(table),
      };
    },
  };
};
