import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startDynalite } from './engine-dynalite.ts';
import { dynoxideBinary, startDynoxide } from './engine-dynoxide.ts';

export const engineNames = ['dynoxide', 'dynalite'] as const;
export type EngineName = (typeof engineNames)[number];

/** A running DynamoDB, reachable on loopback only. */
export interface Engine {
  endpoint: string;
  /** Resolves, with a line for people, when the engine ends although nobody stopped it; never rejects. */
  failed: Promise<string>;
  stop: () => Promise<void>;
}

/** For what cannot happen. */
export const never: Promise<never> = new Promise(() => {});

type Environment = Readonly<Record<string, string | undefined>>;

const files = (dataDir: string) => ({
  dynoxide: join(dataDir, 'dynoxide.db'),
  dynalite: join(dataDir, 'dynalite'),
});

/**
 * Data decide: an engine that has written here is used again, so that answers do not seem lost when dynoxide's
 * optional package comes or goes with another `npm ci`. `ENGINE` overrules.
 */
export const chooseEngine = (dataDir: string, environment: Environment): EngineName => {
  const wanted = environment['ENGINE'];
  if (wanted) {
    const engine = engineNames.find((name) => name === wanted);
    if (!engine) throw new Error(`ENGINE is "${wanted}", but must be one of: ${engineNames.join(', ')}.`);
    return engine;
  }
  const { dynoxide, dynalite } = files(dataDir);
  if (existsSync(dynoxide)) return 'dynoxide';
  if (existsSync(dynalite)) return 'dynalite';
  return dynoxideBinary(environment) ? 'dynoxide' : 'dynalite';
};

/** Starts an engine on its file under `dataDir`, or in memory when there is no `dataDir`. */
export const startEngine = (
  engine: EngineName,
  dataDir: string | undefined,
  environment: Environment,
): Promise<Engine> => {
  const file = dataDir && files(dataDir)[engine];
  if (engine === 'dynalite') return startDynalite(file);
  const binary = dynoxideBinary(environment);
  if (binary) return startDynoxide(binary, file);
  throw new Error(
    `${file ?? 'An in-memory database'} needs dynoxide: install @dynoxide/linux-x64 or set DYNOXIDE_BIN to its binary.`,
  );
};
