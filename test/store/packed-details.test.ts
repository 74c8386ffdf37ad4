import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Detail } from '../../functions/domain/tally.ts';
import { keys } from '../../functions/store/keys.ts';
import { type TallyStore, tallyStore } from '../../functions/store/tally-store.ts';
import { engines } from '../support/engine.ts';
import { present, week } from '../support/samples.ts';
import { type OpenTestTable, openTestTable } from '../support/test-table.ts';

// A second questionnaire is asked by now: one criterion more and in front, one fewer.
vi.mock('../../functions/domain/questionnaires/published.ts', async () => {
  const { version1 } = await import('../../functions/domain/questionnaires/version-1.ts');
  const kept = version1.criteria.filter((name) => name !== 'facilities');
  return { published: [version1, { ...version1, version: 2, criteria: ['privacy', ...kept] }] };
});

/** As the build of 1 December 2026 wrote it, byte for byte: nothing in it says what its columns are. */
const frozen = {
  schema: 2,
  run: 7,
  details:
    '{"18073":[2,0,1,2,9,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,4,2,11,1,0,0,0,2],' +
    '"18100":[5,0,1,2,9,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,4,5,11,1,0,0,0,5]}',
};
const [w46, w47] = [week('2026-W46'), week('2026-W47')];

let opened: OpenTestTable;
let tallies: TallyStore;
beforeEach(async () => {
  opened = await openTestTable(present(engines[0]));
  tallies = tallyStore(opened.table);
  await opened.table.put({ ...keys.provinceDetail('42', w46), ...frozen, week: w46 });
});

const gathered = async (commune: string): Promise<Detail | undefined> =>
  (await tallies.gatheredDetails('42', new Map([[commune, { from: w46, to: w47 }]]))).get(commune);

describe('details that were packed before columns had names', () => {
  it('say what they said once another questionnaire is asked', async () => {
    expect(await gathered('18100')).toMatchObject({
      criteria: {
        attitude: { ratings: [5, 0, 1, 2, 9] },
        facilities: { ratings: [0, 0, 0, 0, 0] },
        recourse: { ratings: [0, 0, 0, 4, 5] },
        privacy: { ratings: [0, 0, 0, 0, 0] },
      },
      facts: { extra_payment: { no: 11, yes: 1, undisclosed: 0 }, harassment: { undisclosed: 5 } },
    });
  });

  it('add up with those of a week in which the new questionnaire was answered', async () => {
    const detail: Detail = {
      criteria: {
        privacy: { ratings: [0, 0, 0, 3, 4], notApplicable: 0 },
        attitude: { ratings: [1, 0, 0, 0, 0], notApplicable: 0 },
      },
      facts: {},
      languages: { vi: 8 },
      questionnaires: { '2': 8 },
      desks: {},
      procedures: {},
    };
    await tallies.putProvinceDetails('42', w47, new Map([['18073', detail]]), 8);
    expect((await gathered('18073'))?.criteria).toMatchObject({
      attitude: { ratings: [3, 0, 1, 2, 9] },
      privacy: { ratings: [0, 0, 0, 3, 4] },
    });
  });
});

it('packed details whose rows do not fit their columns are refused', async () => {
  await opened.table.put({
    ...keys.provinceDetail('42', w46),
    ...frozen,
    week: w46,
    details: '{"18073":[1,2]}',
  });
  await expect(gathered('18073')).rejects.toThrow('no packed details of 18073');
});
