import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Service, startService } from '../../infra/local/service.ts';

export interface RunningService extends Service {
  dataDir: string;
}

/** The whole service on a free port of loopback and a folder of its own; closed and deleted by `stop`. */
export const runService = async (
  now: () => Date,
  {
    demo = false,
    publicOrigin = (port) => `http://127.0.0.1:${port}`,
  }: { demo?: boolean; publicOrigin?: (port: number) => string } = {},
): Promise<{ service: RunningService; stop: () => Promise<void> }> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'thuoc-do-'));
  const service = await startService({
    dataDir,
    port: 0,
    hosts: ['127.0.0.1'],
    demo,
    now,
    publicOrigin,
  });
  // A count still under way would see an answer sooner than a test expects.
  await service.caughtUp;
  return {
    service: { ...service, dataDir },
    stop: async () => {
      await service.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
