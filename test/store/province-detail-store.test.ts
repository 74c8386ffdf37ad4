import { beforeEach, describe, expect, it } from 'vitest';
import type { Response } from '../../functions/domain/response.ts';
import { addDetails, type Detail, emptyDetail, emptyTally, tallyOf } from '../../functions/domain/tally.ts';
import { type TallyStore, tallyStore } from '../../functions/store/tally-store.ts';
import { engines } from '../support/engine.ts';
import { sampleResponse, week } from '../support/samples.ts';
import { type OpenTestTable, openTestTable } from '../support/test-table.ts';

const [w45, w46, w47] = [week('2026-W45'), week('2026-W46'), week('2026-W47')];
const communes = ['18073', '18074'];
const open = { status: 'open', revision: 0 } as const;

/** What the gathered item knows of a detail. */
const known = ({ criteria, facts }: Detail) => ({
  attitude: criteria['attitude']?.ratings ?? [0, 0, 0, 0, 0],
  recourse: criteria['recourse']?.ratings ?? [0, 0, 0, 0, 0],
  extraPayment: { no: 0, yes: 0, undisclosed: 0, ...facts['extra_payment'] },
  harassment: { no: 0, yes: 0, undisclosed: 0, ...facts['harassment'] },
});

const detailed = (n: number): Partial<Response> => ({
  criteria: { attitude: 5, recourse: n % 2 === 0 ? 2 : 'na', waiting: 3 },
  facts: { visits: '1', extra_payment: n % 3 === 0 ? 'yes' : 'no', harassment: 'undisclosed' },
});

describe.each(engines)('details of a province gathered on %s', (engine) => {
  let opened: OpenTestTable;
  let tallies: TallyStore;

  const count = async (commune: string, at: string, responses: number, run = 1): Promise<void> => {
    const all = Array.from({ length: responses }, (_, n) => tallyOf(sampleResponse(detailed(n))));
    const detail = all.map((each) => each.detail).reduce(addDetails, emptyDetail);
    const stored = await tallies.find(commune, week(at));
    await tallies.put(commune, week(at), { ...emptyTally, detail, ...open }, stored, run);
  };

  beforeEach(async () => {
    opened = await openTestTable(engine);
    tallies = tallyStore(opened.table);
    for (const at of [w45, w46, w47]) {
      await count('18073', at, 3);
      await count('18074', at, 2);
      await tallies.gatherDetails('42', at, communes, 2);
    }
  });

  it('say of each commune in its own weeks what its own details say', async () => {
    const ranges = new Map([
      ['18073', { from: w45, to: w46 }],
      ['18074', { from: w46, to: w47 }],
    ]);
    const gathered = await tallies.gatheredDetails('42', ranges);
    for (const [commune, { from, to }] of ranges) {
      const own = await tallies.detailOf(commune, from, to);
      expect(known(gathered.get(commune) ?? emptyDetail), commune).toEqual(known(own));
    }
  });

  it('are asked for in one query, and not at all when no commune has a window', async () => {
    expect(await tallies.gatheredDetails('42', new Map())).toEqual(new Map());
  });

  it('are written when they changed, and by no earlier run', async () => {
    expect(await tallies.gatherDetails('42', w47, communes, 3)).toBe(false);
    await count('18073', w47, 5, 2);
    expect(await tallies.gatherDetails('42', w47, communes, 1)).toBe(false);
    expect(await tallies.gatherDetails('42', w47, communes, 3)).toBe(true);
  });

  it('leave no item behind for a week without details', async () => {
    expect(await tallies.gatherDetails('42', week('2026-W48'), communes, 3)).toBe(false);
    expect(await opened.items('PROVINCE#42')).toHaveLength(3);
  });

  it('take less than a tenth of an item in the largest province', async () => {
    const many = Array.from({ length: 168 }, (_, n) => String(18_000 + n));
    const full: Detail = {
      ...emptyDetail,
      criteria: Object.fromEntries(
        [
          'attitude',
          'guidance',
          'facilities',
          'waiting',
          'transparency',
          'paperwork',
          'outcome',
          'recourse',
        ].map((name) => [name, { ratings: [99, 99, 99, 99, 99], notApplicable: 99 }]),
      ),
      facts: { extra_payment: { no: 99, yes: 99, undisclosed: 99 } },
    };
    for (const commune of many)
      await tallies.put(commune, w47, { ...emptyTally, detail: full, ...open }, undefined, 1);
    await tallies.gatherDetails('01', w47, many, 2);
    const [item] = await opened.items('PROVINCE#01');
    expect(Buffer.byteLength(String(item?.['details']))).toBeLessThan(40_000);
  });
});
