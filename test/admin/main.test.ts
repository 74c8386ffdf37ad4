import { createServer } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { haTinh, thanhSen, unitsCsv } from './ha-tinh.ts';
import { workplace } from './workplace.ts';

const { admin, file, json, stores } = workplace();
const ends: (() => void)[] = [];

afterEach(() => {
  for (const end of ends.splice(0)) end();
});

describe('the command line', () => {
  it('says in one line what it does not know, and prints nothing', async () => {
    expect(await admin(['desks', 'remove'])).toEqual({
      code: 2,
      stdout: '',
      said: ["error: unknown command 'remove' (Did you mean retire?)"],
    });
  });

  it('helps on standard output', async () => {
    const { code, stdout } = await admin(['desks', '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('npm run -s admin -- desks');
  });

  it('refuses to move the clock of a deployed stage, and to work on two places at once', async () => {
    const aws = { AWS_REGION: 'ap-southeast-1', CLOCK_SHIFT: '+8d' };
    expect(await admin(['desks', 'list', '--table', 'x'], aws)).toMatchObject({
      code: 2,
      said: ['error: CLOCK_SHIFT moves the clock of local data only: unset it'],
    });
    expect(await admin(['desks', 'list', '--stage', 'dev'], { TABLE_NAME: 'x' })).toMatchObject({
      code: 2,
      said: ["error: option '--stage <name>' cannot be used with environment variable 'TABLE_NAME'"],
    });
    expect(await admin(['desks', 'list'], { CLOCK_SHIFT: 'soon' })).toMatchObject({
      code: 2,
      said: ['error: CLOCK_SHIFT soon is not a shift like +8d, -3h, +90m or +2w'],
    });
  });

  it('works on the same data whether or not another process has it open', async () => {
    const desk = ['desks', 'add', '--commune', thanhSen.code, '--name', 'Bàn 1'];
    expect(await json(['units', 'import', await file(unitsCsv(haTinh))])).toMatchObject({ communes: 3 });
    const alone = await json(desk);
    const { desks } = await stores();
    const together = await json(desk);
    expect(await json(['desks', 'list', '--json'])).toEqual(expect.arrayContaining([alone, together]));
    // The guests have left the engine to its owner.
    expect(await desks.ofProvince('42')).toHaveLength(2);
  });

  it('says in one line, without a stack, that the table does not answer', async () => {
    const broken = createServer((_, response) =>
      response.writeHead(400).end('{"__type":"AccessDeniedException"}'),
    );
    await new Promise<void>((resolve) => {
      broken.listen(0, '127.0.0.1', resolve);
    });
    ends.push(() => broken.close());
    const address = broken.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { code, stdout, said } = await admin(['desks', 'list', '--table', 'x'], {
      AWS_REGION: 'ap-southeast-1',
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      AWS_ACCESS_KEY_ID: 'x',
      AWS_SECRET_ACCESS_KEY: 'x',
    });
    expect({ code, stdout, lines: said.length }).toEqual({ code: 1, stdout: '', lines: 1 });
    expect(said[0]).toMatch(/^error: table: AccessDeniedException/);
  });
});
