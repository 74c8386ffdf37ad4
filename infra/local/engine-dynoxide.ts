import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Engine } from './engine.ts';
import { rememberEngine, untilFormerEngineEnded } from './engine-former.ts';
import { freePort } from './loopback.ts';

/**
 * Ends the engine when our end of the pipe closes, which also happens when this process is killed -9; a plain
 * child would live on and keep the database file.
 */
const WRAPPER = 'exec 3<&0; "$0" "$@" & p=$!; (cat <&3 >/dev/null; kill $p) & wait $p';

const START_DEADLINE_MS = 10_000;
const STOP_DEADLINE_MS = 5_000;
const PORTS_TRIED = 3;

/** Where dynoxide is on this machine; undefined when it is not installed. The wrapper needs a Unix shell. */
export const dynoxideBinary = (environment: Readonly<Record<string, string | undefined>>) => {
  if (process.platform === 'win32') return undefined;
  const own = environment['DYNOXIDE_BIN'];
  if (own) {
    if (!existsSync(own)) throw new Error(`DYNOXIDE_BIN is "${own}", but there is no such file.`);
    return own;
  }
  try {
    const manifest = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json');
    return join(dirname(manifest), 'dynoxide');
  } catch {
    return undefined; // an optional dependency
  }
};

/** Runs dynoxide (Rust on SQLite) as a child process on `file`, or in memory without one. */
export const startDynoxide = async (binary: string, file: string | undefined): Promise<Engine> => {
  if (file) {
    await mkdir(dirname(file), { recursive: true });
    await untilFormerEngineEnded(file);
  }
  for (let attempt = 1; ; attempt++) {
    const started = await launch(binary, file, await freePort());
    if (started.engine) return started.engine;
    const portWasTaken = started.output.includes('already in use');
    if (!portWasTaken || attempt === PORTS_TRIED)
      throw new Error(`dynoxide did not start: ${started.output || 'it gave no reason'}`);
  }
};

const launch = async (binary: string, file: string | undefined, port: string) => {
  const onFile = file ? ['--db-path', file] : [];
  const child = spawn('/bin/sh', ['-c', WRAPPER, binary, '--host', '127.0.0.1', '--port', port, ...onFile], {
    stdio: ['pipe', 'ignore', 'pipe'],
    // Ctrl-C reaches the whole foreground group: outside of it, the engine serves until we stop it.
    detached: true,
  });
  const { stdin, stderr } = child;
  stdin.on('error', () => {}); // the engine went first: `ended` tells
  let output = '';
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => {
      stdin.destroy();
      resolve(`The database engine ended unexpectedly (${signal ?? `exit code ${code}`}). ${output.trim()}`);
    });
  });
  const listening = new Promise<'listening'>((resolve) => {
    stderr.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-2000);
      // Its own word, not an answer on the port: there another program might answer.
      if (output.includes('listening on')) resolve('listening');
    });
  });

  const first = await within(START_DEADLINE_MS, Promise.race([listening, ended]));
  if (first !== 'listening') {
    await stop(child, ended);
    return { output: output.trim() || (first ?? `not ready after ${START_DEADLINE_MS / 1000} s`) };
  }
  if (file && child.pid) await rememberEngine(file, child.pid);
  const engine: Engine = {
    endpoint: `http://127.0.0.1:${port}`,
    failed: ended,
    stop: () => stop(child, ended),
  };
  return { engine, output };
};

/** Closing the pipe makes the wrapper end the engine, which finishes what it has begun. */
const stop = async (child: ChildProcess, ended: Promise<string>): Promise<void> => {
  child.stdin?.end();
  if ((await within(STOP_DEADLINE_MS, ended)) === undefined && child.pid) {
    process.kill(-child.pid, 'SIGKILL');
    await ended;
  }
};

/** The value, or undefined when it takes longer. */
const within = <T>(ms: number, value: Promise<T>): Promise<T | undefined> => {
  let timer: NodeJS.Timeout;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  return Promise.race([value, tooLate]).finally(() => clearTimeout(timer));
};
