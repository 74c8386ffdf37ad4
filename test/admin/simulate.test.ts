import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { newDeskCode } from '../../functions/domain/desk-code.ts';
import { addWeeks, weekOf } from '../../functions/domain/iso-week.ts';
import { countsOf } from '../../functions/domain/measure/satisfaction.ts';
import type { CountedResponse } from '../../functions/domain/response.ts';
import { allResponses, tallyOfAll } from '../../functions/domain/tally.ts';
import { lastEndedWeek } from '../../functions/domain/week-life.ts';
import { openDatabase } from '../../infra/local/database.ts';
import { openLocalTable } from '../../infra/local/local-table.ts';
import { kindOfData } from '../../infra/local/sample-marker.ts';
import { collected } from '../support/samples.ts';
import { camXuyen, haTinh, thanhSen, unitsCsv } from './ha-tinh.ts';
import { rate } from './responses.ts';
import { workplace } from './workplace.ts';

const { admin, json, file, stores } = workplace();

const Summary = z.object({
  seed: z.number(),
  from: z.string(),
  to: z.string(),
  responses: z.number(),
  communes: z.array(
    z.object({ commune: z.string(), satisfied: z.number(), answers: z.number(), responses: z.number() }),
  ),
});

const week = lastEndedWeek(new Date());
const simulate = async (...args: string[]) => Summary.parse(await json(['simulate', ...args]));
const importUnits = async () => json(['units', 'import', await file(unitsCsv(haTinh))]);

/** In the order of their ids. */
const stored = async (commune: string, of = week): Promise<CountedResponse[]> =>
  collected((await stores()).responses.ofWeek(commune, of, new Date()));

describe('simulate', () => {
  it('stores answers of every commune in every week, at desks that it adds', async () => {
    await importUnits();
    const summary = await simulate('--province', '42', '--weeks', '2', '--answers', '40', '--desks', '2');
    expect(summary).toMatchObject({ seed: 1, from: addWeeks(week, -1), to: week });

    const { desks } = await stores();
    expect(await desks.ofProvince('42')).toHaveLength(6);
    for (const { commune, responses } of summary.communes) {
      const [before, last] = [await stored(commune, addWeeks(week, -1)), await stored(commune)];
      expect(before.length + last.length).toBe(responses);
      expect(new Set(last.map(({ desk }) => desk)).size).toBe(2);
    }
  });

  it('stores answers in the communes that are named and in no others, whatever stands beside them', async () => {
    await importUnits();
    const alone = await simulate('--commune', thanhSen.code, '--weeks', '1');
    expect(alone.communes.map(({ commune }) => commune)).toEqual([thanhSen.code]);
    expect(await stored(camXuyen.code)).toEqual([]);

    const both = await simulate('--commune', thanhSen.code, '--commune', camXuyen.code, '--weeks', '1');
    expect(both.communes).toHaveLength(2);
    expect(both.communes).toContainEqual(alone.communes[0]);

    const province = await simulate('--province', '42', '--commune', camXuyen.code, '--weeks', '1');
    expect(province.communes).toHaveLength(haTinh.communes.length);
    expect(province.communes).toEqual(expect.arrayContaining(both.communes));
  });

  it('makes the same answers from the same seed and others from another', async () => {
    await importUnits();
    const args = ['--province', '42', '--weeks', '1', '--answers', '30'];
    const first = await simulate(...args, '--seed', '7');
    const items = await stored(thanhSen.code);
    expect(await simulate(...args, '--seed', '7')).toEqual(first);
    expect(await stored(thanhSen.code)).toEqual(items);

    const other = await simulate(...args, '--seed', '8');
    expect(other.communes.map(({ satisfied }) => satisfied)).not.toEqual(
      first.communes.map(({ satisfied }) => satisfied),
    );
    expect((await stored(thanhSen.code)).length).toBeGreaterThan(items.length);
  });

  it('tells the true rates, which many answers come near', async () => {
    await importUnits();
    const options = ['--weeks', '1', '--answers', '800', '--satisfied', '0.8', '--spread', '0.1'];
    const { communes } = await simulate('--all', ...options);
    const { responses } = await stores();
    for (const { commune, satisfied } of communes) {
      const { summary } = await tallyOfAll(responses.ofWeek(commune, week, new Date()));
      const counts = countsOf(summary.counted);
      expect(counts.satisfied / counts.rated).toBeCloseTo(satisfied, 1);
    }
  });

  it('leaves the desks of a commune that has some as they are', async () => {
    await importUnits();
    await json(['desks', 'add', '--commune', thanhSen.code, '--name', 'Bàn của xã']);
    await simulate('--province', '42', '--weeks', '1', '--answers', '10', '--desks', '3');
    const { desks } = await stores();
    expect(await desks.ofCommune('42', thanhSen.code)).toHaveLength(1);
    expect(await desks.ofCommune('42', camXuyen.code)).toHaveLength(3);
  });

  it('is what the aggregation counts, and can write its summary to a file', async () => {
    await importUnits();
    const output = join(dirname(await file('')), 'truth.json');
    const args = ['simulate', '--all', '--weeks', '1', '--output', output];
    expect(await admin(args)).toEqual({ code: 0, stdout: '', said: [] });
    const { responses, communes } = Summary.parse(JSON.parse(await readFile(output, 'utf8')));
    expect(await json(['aggregate', '--week', week])).toMatchObject({ responses });
    const { tallies } = await stores();
    const [of] = communes;
    const [summary] = await tallies.ofCommune(of?.commune ?? '', week);
    expect(summary && allResponses(summary.summary)).toBe(of?.responses);
  });
});

describe('simulate refuses', () => {
  const refused = (text: string) => ({ code: 2, stdout: '', said: [expect.stringContaining(text)] });

  it('a folder with answers that people gave', async () => {
    await importUnits();
    const { responses } = await stores();
    await rate(responses, { commune: thanhSen.code, week, desk: newDeskCode(new Uint8Array(7)) }, [5]);
    expect(await admin(['simulate', '--all'])).toEqual(refused('holds answers that people gave'));
    expect(await stored(thanhSen.code)).toHaveLength(1);
  });

  it('a folder where another process works and might take answers', async () => {
    await importUnits();
    await stores();
    expect(await admin(['simulate', '--all'])).toEqual(refused('another process works on'));
  });

  it('the folder of the demonstration', async () => {
    await importUnits();
    const marker = join(dirname(await file('')), 'sample-data.json');
    await writeFile(marker, JSON.stringify({ isComplete: true, filledOn: new Date().toISOString() }));
    expect(await admin(['simulate', '--all'])).toEqual(refused('holds the sample data of the demonstration'));
  });

  it('a database that is not of this folder', async () => {
    await importUnits();
    const { endpoint, close } = await openDatabase(join(dirname(await file('')), 'other'));
    const environment = { DYNAMODB_ENDPOINT: endpoint };
    await admin(['units', 'import', await file(unitsCsv(haTinh))], environment);
    expect(await admin(['simulate', '--all'], environment)).toEqual(refused('DYNAMODB_ENDPOINT'));
    await close();
  });

  it('nothing of a folder that it has filled itself, which real answers may not enter any more', async () => {
    await importUnits();
    const folder = dirname(await file(''));
    await simulate('--all', '--weeks', '1');
    await simulate('--all', '--weeks', '2');
    const database = await openDatabase(folder);
    expect(await kindOfData(await openLocalTable(database.endpoint), folder)).toBe('sample');
    await database.close();
  });

  it.each<[string, string[], string]>([
    [
      'a deployed stage',
      ['--stage', 'pilot', 'simulate', '--all'],
      'error: simulate works on the data of this machine only',
    ],
    [
      'a table in AWS',
      ['--table', 'T', 'simulate', '--all'],
      'error: simulate works on the data of this machine only',
    ],
    ['to guess where', ['simulate'], 'error: say where: --province CODE, --commune CODE or --all'],
    ['a province that is none', ['simulate', '--province', '99'], 'error: there is no province 99'],
    ['a commune that is none', ['simulate', '--commune', '99999'], 'error: there is no commune 99999'],
    ['a folder without units', ['simulate', '--all'], 'error: there are no provinces yet: units import FILE'],
    [
      'a spread that shares can not have',
      ['simulate', '--all', '--satisfied', '0.99', '--spread', '0.1'],
      "error: shares with a mean of 0.99 can't differ by 0.1",
    ],
    [
      'a week that has not begun',
      ['simulate', '--all', '--until', addWeeks(weekOf(new Date()), 1)],
      `error: week ${addWeeks(weekOf(new Date()), 1)} has not begun`,
    ],
    [
      'a share that is none',
      ['simulate', '--all', '--satisfied', '96.4'],
      "error: option '--satisfied <mean>' argument '96.4' is invalid. It has to be between 0 and 1.",
    ],
  ])('%s in one line', async (_, args, line) => {
    expect(await admin(args)).toEqual({ code: 2, stdout: '', said: [line] });
  });
});
