import { beforeEach, describe, expect, it } from 'vitest';
import { emptyTally, tallyOf } from '../../functions/domain/tally.ts';
import { keys } from '../../functions/store/keys.ts';
import { packSummaries } from '../../functions/store/packed-summaries.ts';
import { tallySchemaVersion, upgraded } from '../../functions/store/tally-items.ts';
import { type TallyStore, tallyStore } from '../../functions/store/tally-store.ts';
import { engines } from '../support/engine.ts';
import { present, sampleResponse, thanhSen, week } from '../support/samples.ts';
import { type OpenTestTable, openTestTable } from '../support/test-table.ts';

const w47 = week('2026-W47');
const { summary, detail } = tallyOf(sampleResponse());
const about = { week: w47, run: 3 };

let opened: OpenTestTable;
let tallies: TallyStore;
beforeEach(async () => {
  opened = await openTestTable(present(engines[0]));
  tallies = tallyStore(opened.table);
});

describe('an item of the first schema, from before weeks were closed,', () => {
  const first = { ...about, schema: 1 };

  it.each([first, about])('is read as one of which nobody knows whether it is final: %j', async (written) => {
    await opened.table.put({ ...keys.summary('18073', w47), ...written, summary });
    await opened.table.put({ ...keys.detail('18073', w47), ...written, detail });
    await opened.table.put({
      ...keys.provinceWeek('42', w47),
      ...written,
      summaries: packSummaries({ '18073': summary }),
    });
    const open = { status: 'open', revision: 0 };
    expect(await tallies.find('18073', w47)).toMatchObject({ summary, detail, ...open, run: 3 });
    expect(await tallies.ofCommune('18073', w47)).toEqual([{ week: w47, summary, ...open }]);
    expect((await tallies.ofProvince('42', w47)).get('18073')).toEqual([{ week: w47, summary, ...open }]);
  });

  it('is overwritten by the next run, summary and detail', async () => {
    await opened.table.put({ ...keys.summary('18073', w47), ...first, summary });
    await opened.table.put({ ...keys.detail('18073', w47), ...first, detail });
    const next = { summary, detail, status: 'closed', revision: 1 } as const;
    expect(await tallies.put('18073', w47, next, await tallies.find('18073', w47), 4)).toBe(2);
    expect(await tallies.find('18073', w47)).toMatchObject({ status: 'closed', isWhole: true, run: 4 });
  });
});

describe('an item of a schema that this version does not know', () => {
  const newer = { ...about, schema: tallySchemaVersion + 1, counts: 'in some other form' };
  const message =
    'SUMMARY#2026-W47 was written by a newer version of the service (schema 4); this one reads up to 3';

  it('is refused in clear words, whoever reads it', async () => {
    await opened.table.put({ ...keys.summary('18073', w47), ...newer });
    await opened.table.put({ ...keys.detail('18073', w47), ...newer });
    await opened.table.put({ ...keys.provinceWeek('42', w47), ...newer });
    await opened.table.put({ ...keys.provinceDetail('42', w47), ...newer });
    await opened.table.put({ ...keys.replaced('18073', w47, 1), ...newer });
    await expect(tallies.find('18073', w47)).rejects.toThrow(message);
    await expect(tallies.ofCommune('18073', w47)).rejects.toThrow(message);
    await expect(tallies.summariesOf(['18073'], w47)).rejects.toThrow(message);
    await expect(tallies.detailOf('18073', w47, w47)).rejects.toThrow('newer version');
    await expect(tallies.ofProvince('42', w47)).rejects.toThrow('newer version');
    await expect(tallies.putProvinceWeek('42', w47, new Map(), 9)).rejects.toThrow('newer version');
    await expect(tallies.gatherDetails('42', w47, ['18073'], 9)).rejects.toThrow('newer version');
    const ranges = new Map([['18073', { from: w47, to: w47 }]]);
    await expect(tallies.gatheredDetails('42', ranges)).rejects.toThrow('newer version');
  });

  it('is refused among what was replaced, too', async () => {
    await opened.table.put({ ...keys.replaced(thanhSen.code, w47, 1), ...newer });
    await tallies.put(thanhSen.code, w47, { ...emptyTally, status: 'closed', revision: 2 }, undefined, 4);
    await expect(tallies.revisionsOf(thanhSen, w47)).rejects.toThrow('newer version');
  });
});

it('every older schema is brought up to this one, step by step', () => {
  for (let schema = 1; schema <= tallySchemaVersion; schema += 1) {
    expect(upgraded({ schema })['schema']).toBe(tallySchemaVersion);
  }
});
