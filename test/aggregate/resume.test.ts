import { beforeEach, describe, expect, it } from 'vitest';
import {
  type AggregationReport,
  type AggregationScope,
  aggregateProvince,
  type Position,
} from '../../functions/aggregate/aggregate-province.ts';
import { nightlyStores, storedTallies, variedResponses } from '../support/aggregation.ts';
import { engines } from '../support/engine.ts';
import { present, provinceOf, sampleResponse, week } from '../support/samples.ts';
import { type OpenTestTable, openTestTable } from '../support/test-table.ts';

const [w46, w47] = [week('2026-W46'), week('2026-W47')];
const weeks = [w46, w47];
const now = new Date('2026-11-18T20:00+07:00');
const province = provinceOf(11);
const codes = province.communes.map(({ code }) => code);

let opened: OpenTestTable;
let stores: ReturnType<typeof nightlyStores>;
beforeEach(async () => {
  opened = await openTestTable(present(engines[0]));
  stores = nightlyStores(opened.table);
  await stores.responses.addAll(
    codes.flatMap((commune, n) =>
      weeks.flatMap((each) => variedResponses(1 + (n % 3), { commune, week: each, arrival: each })),
    ),
  );
});

const run = (scope: Partial<AggregationScope> = {}) =>
  aggregateProvince(stores, province, { weeks, now, ...scope });

/** A clock that leaves time for so many communes; the first one is never asked about. */
const timeFor = (communes: number) => {
  let left = communes - 1;
  return () => {
    left -= 1;
    return left >= 0;
  };
};

/** Runs part after part, each with time for so many communes. */
const inParts = async (communes: number): Promise<AggregationReport[]> => {
  const reports: AggregationReport[] = [];
  let from: Position | undefined;
  do {
    const report = await run({ from, hasTime: timeFor(communes) });
    reports.push(report);
    from = report.next;
  } while (from);
  return reports;
};

const sumOf = (reports: readonly AggregationReport[], name: 'responses' | 'written') =>
  reports.reduce((sum, report) => sum + report[name], 0);

const forgetTallies = async () => {
  const items = (await opened.items()).filter(({ pk }) => /^(TALLIES|PROVINCE)#/.test(pk));
  await Promise.all(items.map(({ pk, sk }) => opened.table.delete({ pk, sk })));
};

describe('a run whose time is up', () => {
  it.each([1, 2, 7, 8, 9, 11, 12, 21, 22])(
    'after every %d communes ends in the tallies and the report of a run alone',
    async (communes) => {
      const alone = await run();
      const uninterrupted = await storedTallies(opened);
      await forgetTallies();

      const parts = await inParts(communes);
      expect(await storedTallies(opened)).toEqual(uninterrupted);
      expect(sumOf(parts, 'responses')).toBe(alone.responses);
      expect(sumOf(parts, 'written')).toBe(alone.written);
      expect(parts).toHaveLength(Math.ceil((codes.length * weeks.length) / communes));
    },
  );

  it('says which commune and week comes next, and has counted what comes before', async () => {
    let counted = 0;
    const { next } = await run({
      hasTime: timeFor(14),
      advance: (more) => {
        counted += more;
      },
    });
    expect(next).toEqual({ week: w47, commune: codes[3] });
    expect(counted).toBe(14);
    const tallies = await opened.items('TALLIES#');
    expect(tallies.filter(({ sk }) => sk === 'SUMMARY#2026-W46')).toHaveLength(11);
    expect(tallies.filter(({ sk }) => sk === 'SUMMARY#2026-W47')).toHaveLength(3);
  });

  it('leaves the week of a province as it was until all of its communes are counted', async () => {
    await run({ hasTime: timeFor(14) });
    expect((await opened.items('PROVINCE#')).map(({ sk }) => sk)).toEqual(['RUN', 'WEEK#2026-W46']);
  });

  it('counts at least one commune, however late it begins', async () => {
    const { next } = await run({ hasTime: () => false });
    expect(next).toEqual({ week: w46, commune: codes[1] });
  });
});

describe('between two parts of a run', () => {
  const half: Position = { week: w47, commune: codes[5] ?? '' };
  const expectProvinceLikeCommunes = async () => {
    const ofProvince = await stores.tallies.ofProvince('42', w47);
    for (const code of codes) {
      expect(ofProvince.get(code)).toEqual(await stores.tallies.ofCommune(code, w47));
    }
  };

  it('another run may count everything: the province shows what its communes show', async () => {
    await run({ hasTime: timeFor(16) });
    await stores.responses.addOnce(sampleResponse({ commune: present(codes[0]), week: w47, arrival: w47 }));
    await run();
    await run({ from: half });
    await expectProvinceLikeCommunes();
  });

  it('the last part may be done twice, as after an answer that was lost', async () => {
    await run({ hasTime: timeFor(16) });
    await run({ from: half });
    await stores.responses.addOnce(sampleResponse({ commune: present(codes[9]), week: w47, arrival: w47 }));
    await run({ from: half });
    await expectProvinceLikeCommunes();
  });

  it('a commune that the run was to go on with may be gone', async () => {
    await run({ hasTime: timeFor(16) });
    const without = { ...province, communes: province.communes.filter(({ code }) => code !== half.commune) };
    const report = await aggregateProvince(stores, without, { weeks, now, from: half });
    expect(report.next).toBeUndefined();
    expect((await stores.tallies.ofProvince('42', w47)).get(present(codes[6]))).toHaveLength(2);
  });
});
