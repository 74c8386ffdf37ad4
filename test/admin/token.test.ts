import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { demoStaff, type LocalStaff } from '../support/local-staff.ts';
import { present } from '../support/samples.ts';
import { follow, webClient } from '../support/web-client.ts';

let staff: LocalStaff | undefined;
let command: ChildProcess | undefined;
afterEach(async () => {
  command?.kill();
  await staff?.stop();
  staff = undefined;
});

/** Runs the command; gives the address that it wants opened, and what it prints in the end. */
const tokenCommand = async (issuer: string) => {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'infra/admin/main.ts', 'token', '--issuer', issuer],
    { env: { ...process.env, NODE_NO_WARNINGS: '1' }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  command = child;
  const printed = text(child.stdout);
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /^http\S+$/m.exec(said)?.[0];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`the command ended with ${code}: ${said}`)));
  });
  return { address, printed, ended: once(child, 'exit') };
};

describe('admin token', () => {
  it('signs a chief in through the browser and prints a token that the interface takes', async () => {
    staff = await demoStaff();
    const { address, printed, ended } = await tokenCommand(`${staff.origin}/identity`);
    const chief = present(
      (await staff.identities.all()).find(({ groups }) =>
        groups.some((group) => group.startsWith('commune-chief')),
      ),
    );

    const client = webClient(staff.origin);
    const login = await follow(client, address);
    const chosen = await client.post(login.url, { account: chief.subject });
    const back = present((await client.get(present(chosen.location))).location);
    expect(back).toMatch(/^http:\/\/localhost:8765\/callback\?/);
    await fetch(back);
    await ended;

    const units = await fetch(`${staff.address}/api/v1/units`, {
      headers: { authorization: `Bearer ${(await printed).trim()}` },
    });
    expect([units.status, await units.json()]).toMatchObject([200, { items: [{ province: '42' }] }]);
  });
});
