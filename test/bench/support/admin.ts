import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod/mini';
import { repositoryRoot } from '../../../infra/bundles.ts';

type Environment = Readonly<Record<string, string>>;

/** Runs a command of the service, as an administrator does, and reads the JSON that it prints. */
export const admin = async (environment: Environment, ...args: string[]): Promise<unknown> => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'infra/admin/main.ts', ...args],
    {
      cwd: repositoryRoot,
      env: { ...process.env, ...environment },
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return JSON.parse(stdout);
};

const Imported = z.object({ desks: z.array(z.object({ code: z.string() })) });

const province = '42';
const communeCode = (n: number): string => String(18_000 + n);

/**
 * One province with so many communes and desks in each; the codes of its desks, commune after commune.
 * @param options further arguments of every command: `--table NAME`
 */
export const fillProvince = async (
  environment: Environment,
  { communes, desksEach, folder }: { communes: number; desksEach: number; folder: string },
  options: readonly string[] = [],
): Promise<string[]> => {
  const all = Array.from({ length: communes }, (_, n) => n);
  const units = all.map((n) => `${province},Tỉnh Hà Tĩnh,${communeCode(n)},Xã mẫu số ${n + 1},Xã`);
  const desks = all.flatMap((n) =>
    Array.from({ length: desksEach }, (_, desk) => `${communeCode(n)},Bàn một cửa số ${desk + 1}`),
  );
  const unitsFile = join(folder, 'units.csv');
  const desksFile = join(folder, 'desks.csv');
  await writeFile(
    unitsFile,
    ['province_code,province_name,commune_code,commune_name,kind', ...units].join('\n'),
  );
  await writeFile(desksFile, ['commune,name', ...desks].join('\n'));
  await admin(environment, 'units', 'import', unitsFile, ...options);
  const imported = Imported.parse(await admin(environment, 'desks', 'import', desksFile, ...options));
  return imported.desks.map(({ code }) => code);
};

const Exported = z.object({ communes: z.array(z.object({ all: z.number() })) });

/** How many responses of this week are stored, counted by the service's own aggregation. */
export const storedResponses = async (environment: Environment, week: string): Promise<number> => {
  await admin(environment, 'aggregate', '--week', week);
  const wanted = ['--province', province, '--week', week, '--window', '1', '--audience', 'operator'];
  const exported = Exported.parse(await admin(environment, 'export', ...wanted, '--format', 'json'));
  return exported.communes.reduce((total, { all }) => total + all, 0);
};
