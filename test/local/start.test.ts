import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../../functions/domain/desk.ts';
import { weekOf } from '../../functions/domain/iso-week.ts';
import { deskStore } from '../../functions/store/desk-store.ts';
import { responseStore } from '../../functions/store/response-store.ts';
import { unitStore } from '../../functions/store/unit-store.ts';
import { openDatabase } from '../../infra/local/database.ts';
import { openLocalTable } from '../../infra/local/local-table.ts';
import { readTerminalQr } from '../support/qr.ts';
import { deskOf, hanoi, longNamed } from '../support/sample-units.ts';
import { present } from '../support/samples.ts';
import { end, type StartedService, startProcess } from '../support/start-process.ts';

let dataDir: string;
let running: StartedService | undefined;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'thuoc-do-start-'));
});

afterEach(async () => {
  if (running && running.child.exitCode === null && running.child.signalCode === null)
    await end(running, 'SIGKILL');
  running = undefined;
  await rm(dataDir, { recursive: true, force: true });
});

const withTable = async <T>(
  use: (table: Awaited<ReturnType<typeof openLocalTable>>) => Promise<T>,
): Promise<T> => {
  const database = await openDatabase(dataDir);
  try {
    return await use(await openLocalTable(database.endpoint));
  } finally {
    await database.close();
  }
};

const addDesk = (desk: Desk) =>
  withTable(async (table) => {
    await unitStore(table).put(hanoi);
    await deskStore(table).add(desk);
  });

/** Rates until the service is gone, and tells of every answer that was acknowledged. */
const rateOnAndOn = async (origin: string, desk: Desk, acknowledge: () => void): Promise<void> => {
  try {
    for (;;) {
      const form = await (await fetch(`${origin}/d/${desk.code}`)).text();
      const token = /name="token" value="([^"]+)"/.exec(form)?.[1] ?? '';
      const body = new URLSearchParams({ overall: '5', token });
      const answer = await fetch(`${origin}/d/${desk.code}`, { method: 'POST', body });
      if (answer.status === 200) acknowledge();
    }
  } catch {
    // It was killed.
  }
};

/** Three people rate until twenty answers are acknowledged; then the service is killed under their hands. */
const killWhileRated = async (service: StartedService, desk: Desk) => {
  const counted = { acknowledged: 0, raters: 3 };
  const raters: Promise<void>[] = [];
  await new Promise<void>((resolve) => {
    const acknowledge = (): void => {
      counted.acknowledged += 1;
      if (counted.acknowledged === 20) resolve();
    };
    for (let i = 0; i < counted.raters; i += 1) raters.push(rateOnAndOn(service.origin, desk, acknowledge));
  });
  await end(service, 'SIGKILL');
  await Promise.all(raters);
  return counted;
};

// Each starts processes, one of them with sample data: half a minute alone, minutes beside other work.
describe('npm start', { timeout: 300_000 }, () => {
  it('serves on loopback, starts empty with DEMO=0, and Ctrl-C ends it cleanly', async () => {
    running = await startProcess({ DATA_DIR: dataDir, DEMO: '0' });
    expect((await fetch(`${running.origin}/healthz`)).status).toBe(200);
    expect(await (await fetch(`${running.origin}/`)).text()).not.toContain('Dữ liệu mẫu');
    expect(await end(running, 'SIGINT')).toBe(0);
  });

  it('tells of the address that it is reached at when it stands behind another', async () => {
    running = await startProcess({ DATA_DIR: dataDir, DEMO: '0', PUBLIC_ORIGIN: 'http://192.0.2.7:8080' });
    expect(running.origin).toBe('http://192.0.2.7:8080');
  });

  it('a killed service loses no acknowledged answer and starts again', async () => {
    const desk = deskOf(longNamed, 1);
    await addDesk(desk);
    running = await startProcess({ DATA_DIR: dataDir, DEMO: '0' });
    const { acknowledged, raters } = await killWhileRated(running, desk);

    const stored = await withTable(async (table) => {
      let count = 0;
      const now = new Date();
      for await (const _ of responseStore(table).ofWeek(longNamed.code, weekOf(now), now)) count += 1;
      return count;
    });
    // An answer whose thank-you was cut off may be stored as well: at most one a rater.
    expect(stored).toBeGreaterThanOrEqual(acknowledged);
    expect(stored).toBeLessThanOrEqual(acknowledged + raters);

    running = await startProcess({ DATA_DIR: dataDir, DEMO: '0' });
    expect((await fetch(`${running.origin}/d/${desk.code}`)).status).toBe(200);
  });

  it('does not mix sample data into a folder of real data, and says so', async () => {
    await addDesk(deskOf(longNamed, 1));
    await expect(startProcess({ DATA_DIR: dataDir })).rejects.toThrow('holds real data. Start with DEMO=0');
  });

  it('shows sample data marked as such, and with --lan a QR code of a desk to scan', async () => {
    running = await startProcess({ DATA_DIR: dataDir }, ['--lan']);
    const address = new URL(present(readTerminalQr(running.output())));
    expect(address.origin).toBe(running.origin);
    expect(address.pathname).toMatch(/^\/d\/[0-9A-Z]{8}$/);
    const form = await (await fetch(`http://127.0.0.1:${address.port}${address.pathname}`)).text();
    expect(form).toContain('Dữ liệu mẫu');
  });
});
