import { beforeEach, describe, expect, it } from 'vitest';
import { type AggregationStores, aggregateProvince } from '../../functions/aggregate/aggregate-province.ts';
import type { Response } from '../../functions/domain/response.ts';
import type { Table } from '../../functions/store/table.ts';
import { tallyStore } from '../../functions/store/tally-store.ts';
import { Unavailable } from '../../functions/unavailable.ts';
import { countsIn, nightlyStores, variedResponses } from '../support/aggregation.ts';
import { engines } from '../support/engine.ts';
import { faultKinds, faults, interceptedCalls } from '../support/faults.ts';
import { canLoc, deskCode, haTinh, present, sampleResponse, thanhSen, week } from '../support/samples.ts';
import { tallyByHand } from '../support/tally-by-hand.ts';
import { type OpenTestTable, openTestTable } from '../support/test-table.ts';

const w47 = week('2026-W47');
const day = { closing: new Date('2026-12-02T01:30+07:00'), later: new Date('2026-12-20T09:00+07:00') };
const here = variedResponses(30, {});
const there = variedResponses(7, { commune: canLoc.code });
/** What a program that counted wrongly had left out. */
const more = variedResponses(5, { desk: deskCode(7) });

const calls = interceptedCalls();
let opened: OpenTestTable;
let stores: ReturnType<typeof nightlyStores>;
beforeEach(async () => {
  opened = await openTestTable(present(engines[0]));
  stores = nightlyStores(opened.table);
});

const count = (now: Date, reason?: string, table: Table = opened.table) =>
  aggregateProvince(nightlyStores(table), haTinh, { weeks: [w47], now, reason });
const revisions = () => stores.tallies.revisionsOf(thanhSen, w47);

const forgetEverything = async () => {
  const items = await opened.items();
  await Promise.all(items.map(({ pk, sk }) => opened.table.delete({ pk, sk })));
};
const closeWeek = async () => {
  await stores.responses.addAll([...here, ...there]);
  await count(day.closing);
};
const changeIt = (changes: readonly Response[] = more) => stores.responses.addAll(changes);

/** Two revisions: what was counted when the week closed, and what stands there now. */
const expectBothRevisions = async () => {
  const { summary, detail } = tallyByHand(here);
  const next = tallyByHand([...here, ...more]);
  expect(await revisions()).toEqual([
    { revision: 1, summary, detail, on: undefined, reason: undefined },
    { revision: 2, ...next, on: '2026-12-20', reason: 'recount' },
  ]);
  expect(await stores.tallies.find(thanhSen.code, w47)).toMatchObject({ ...next, isWhole: true });
  const province = (await stores.tallies.ofProvince('42', w47)).get(thanhSen.code)?.at(-1);
  expect(province).toEqual({
    week: w47,
    summary: next.summary,
    status: 'closed',
    revision: 2,
    revisedOn: '2026-12-20',
  });
};

describe('a closed week that is counted again', () => {
  beforeEach(closeWeek);

  it('keeps its revision when nothing has changed, and nothing is written', async () => {
    expect(await count(day.later, 'to be sure')).toMatchObject({ written: 0 });
    expect(await revisions()).toHaveLength(1);
  });

  it('has its next revision when its counts have changed, and what that replaced is kept', async () => {
    await changeIt();
    await count(day.later);
    await expectBothRevisions();
  });

  it('says when and why, as whoever asked for it said', async () => {
    await changeIt();
    await count(day.later, 'Bỏ cờ dồn dập của bàn số 7');
    const [first, second] = await revisions();
    expect(first).toMatchObject({ on: undefined, reason: undefined });
    expect(second).toMatchObject({ on: '2026-12-20', reason: 'Bỏ cờ dồn dập của bàn số 7' });
  });

  it('keeps every revision with its own day and reason', async () => {
    for (const [n, date] of ['2026-12-20', '2026-12-21', '2027-01-04'].entries()) {
      await changeIt([sampleResponse({ overall: 1 })]);
      await count(new Date(`${date}T09:00+07:00`), `reason ${n}`);
    }
    expect((await revisions()).map(({ revision, on, reason }) => [revision, on, reason])).toEqual([
      [1, undefined, undefined],
      [2, '2026-12-20', 'reason 0'],
      [3, '2026-12-21', 'reason 1'],
      [4, '2027-01-04', 'reason 2'],
    ]);
    expect((await revisions()).map(({ summary }) => summary.counted[0])).toEqual(
      [0, 1, 2, 3].map((added) => tallyByHand(here).summary.counted[0] + added),
    );
  });

  it('changes in the commune alone that has changed', async () => {
    await changeIt();
    await count(day.later);
    expect(await stores.tallies.revisionsOf(canLoc, w47)).toHaveLength(1);
    const [found] = present((await stores.tallies.ofProvince('42', w47)).get(canLoc.code));
    expect(found).toMatchObject({ status: 'closed', revision: 1 });
    expect(found).not.toHaveProperty('revisedOn');
  });

  it('keeps the detail of all its desks, however many', async () => {
    const answers = Array.from({ length: 45 }, (_, n) => sampleResponse({ desk: deskCode(n + 10) }));
    await changeIt(answers);
    await count(day.later);
    await changeIt();
    await count(day.later);
    expect((await revisions())[1]?.detail).toEqual(tallyByHand([...here, ...answers]).detail);
  });
});

it('a week without revisions has none', async () => {
  await changeIt();
  await count(new Date('2026-11-24T01:30+07:00'));
  expect(await revisions()).toEqual([]);
});

describe('a change of a closed week', () => {
  /** What is replaced, summary and detail of the commune, and the same of the province's week. */
  const writes = 5;

  it.each(Array.from({ length: writes }, (_, n) => n))(
    'that is cut short after %d writes ends, run again, in one more revision with all that it replaced',
    async (allowed) => {
      await closeWeek();
      await changeIt();
      let puts = 0;
      const table: Table = {
        ...opened.table,
        put: (item, condition) => {
          puts += 1;
          return puts > allowed
            ? Promise.reject(new Unavailable('table', new Error('gone')))
            : opened.table.put(item, condition);
        },
      };
      await expect(count(day.later, undefined, table)).rejects.toThrow(Unavailable);
      await count(day.later);
      await expectBothRevisions();
    },
  );

  it('that is cut short again and again ends in one more revision', async () => {
    await closeWeek();
    await changeIt();
    // After the third only the detail is missing, after the last the province's week.
    for (const allowed of [0, 1, 2, 0, 1]) {
      let puts = 0;
      const put: Table['put'] = (item, condition) =>
        puts++ < allowed ? opened.table.put(item, condition) : Promise.reject(new Error('gone'));
      await expect(count(day.later, undefined, { ...opened.table, put })).rejects.toThrow('gone');
    }
    await count(day.later);
    await expectBothRevisions();
  });

  it('that was cut short and is no longer one leaves the week as it was', async () => {
    await closeWeek();
    const before = await stores.tallies.find(thanhSen.code, w47);
    await changeIt();
    const put: Table['put'] = (item, condition) =>
      item.sk.startsWith('REPLACED') ? opened.table.put(item, condition) : Promise.reject(new Error('gone'));
    await expect(count(day.later, undefined, { ...opened.table, put })).rejects.toThrow('gone');
    await Promise.all(
      (await opened.items('RESPONSES#'))
        .filter(({ desk }) => desk === deskCode(7))
        .map(({ pk, sk }) => opened.table.delete({ pk, sk })),
    );
    await count(day.later);
    expect(await stores.tallies.find(thanhSen.code, w47)).toEqual(before);
    expect(await revisions()).toHaveLength(1);
  });

  it('by three runs at once is one', async () => {
    await closeWeek();
    await changeIt();
    await Promise.all([count(day.later), count(day.later), count(day.later)]);
    await expectBothRevisions();
  });

  it.each(faultKinds)('that meets %s in any call fails, and the next run makes it whole', async (kind) => {
    let failing = 0;
    for (; ; failing += 1) {
      await forgetEverything();
      await closeWeek();
      await changeIt();
      calls.failOnly(failing, faults[kind]());
      const outcome = await count(day.later).catch((error: unknown) => error);
      const wasReached = calls.made()[failing] !== undefined;
      calls.recover();
      if (!wasReached) break;
      expect(outcome, `call ${failing}`).toBeInstanceOf(Unavailable);
      await count(day.later);
      await expectBothRevisions();
    }
    // The run's number; of each commune its answers and two stored parts; of one what is replaced and two puts; for
    // the province's week another number, then of summaries and of details the communes' own, what is stored and the
    // put; whether another run has begun.
    expect(failing).toBe(1 + 2 * (3 + 2) + 3 + 1 + 3 + 3 + 1);
  });

  it('whose writes arrive although their answers are lost is one', async () => {
    await closeWeek();
    await changeIt();
    const lost = new Set<string>();
    /** The SDK sends a request again when no answer came: the second finds what the first has written. */
    const put: Table['put'] = async (item, condition) => {
      const written = await opened.table.put(item, condition);
      if (!written || lost.has(item.sk)) return written;
      lost.add(item.sk);
      return opened.table.put(item, condition);
    };
    await count(day.later, undefined, { ...opened.table, put });
    expect(lost.size).toBe(4);
    await expectBothRevisions();
  });
});

describe('runs that change a closed week at the same time', () => {
  /** A run that reads now, and writes when it is told to. */
  let isKilledAtDetail = false;
  const held = async (answers: readonly Response[]) => {
    const responses = {
      async *ofWeek(commune: string) {
        yield* answers.filter((each) => each.commune === commune);
      },
    };
    const { run } = await stores.tallies.beginRun('42');
    const put: Table['put'] = (item, condition) =>
      isKilledAtDetail && item.sk.startsWith('DETAIL')
        ? Promise.reject(new Error('killed'))
        : opened.table.put(item, condition);
    const tallies = {
      ...tallyStore({ ...opened.table, put }),
      beginRun: async () => ({ run }),
      progress: async () => ({ run }),
    };
    return (reason: string) =>
      aggregateProvince({ responses, tallies }, haTinh, { weeks: [w47], now: day.later, reason });
  };
  const one = [...here, sampleResponse({ overall: 1 })];
  const two = [...one, sampleResponse({ overall: 2 })];

  beforeEach(closeWeek);

  it('leave what the later one counted when it writes first', async () => {
    const [older, newer] = [await held(one), await held(two)];
    await newer('newer');
    await older('older');
    expect((await revisions()).map(({ revision }) => revision)).toEqual([1, 2]);
    expect(await countsIn(stores.tallies, thanhSen.code, w47)).toEqual(tallyByHand(two));
  });

  it('leave a revision for each when the older one writes first', async () => {
    const [older, newer] = [await held(one), await held(two)];
    await older('older');
    await newer('newer');
    const found = await revisions();
    expect(found.map(({ revision, summary }) => [revision, summary])).toEqual([
      [1, tallyByHand(here).summary],
      [2, tallyByHand(one).summary],
      [3, tallyByHand(two).summary],
    ]);
    expect(await countsIn(stores.tallies, thanhSen.code, w47)).toEqual(tallyByHand(two));
  });

  it.each(['older', 'newer'] as const)(
    'the %s of which is killed after its summary are completed',
    async (killed) => {
      const [older, newer] = [await held(one), await held(two)];
      const runs = { older, newer };
      isKilledAtDetail = true;
      await expect(runs[killed]('killed')).rejects.toThrow('killed');
      isKilledAtDetail = false;
      await runs[killed === 'older' ? 'newer' : 'older']('the other');
      await stores.responses.addAll(two.slice(here.length));
      await count(day.later);
      expect(await countsIn(stores.tallies, thanhSen.code, w47)).toEqual(tallyByHand(two));
      expect((await revisions()).map(({ revision }) => revision)).toEqual(
        killed === 'older' ? [1, 2, 3] : [1, 2],
      );
    },
  );
});

it('a response that arrives while a closed week is counted is in this revision or in the next', async () => {
  await closeWeek();
  await changeIt();
  const late = sampleResponse({ overall: 1 });
  const responses: AggregationStores['responses'] = {
    async *ofWeek(...asked) {
      yield* stores.responses.ofWeek(...asked);
      await stores.responses.addOnce(late);
    },
  };
  await aggregateProvince({ ...stores, responses }, haTinh, { weeks: [w47], now: day.later });
  expect(await countsIn(stores.tallies, thanhSen.code, w47)).toEqual(tallyByHand([...here, ...more]));
  await count(day.later);
  expect(await countsIn(stores.tallies, thanhSen.code, w47)).toEqual(tallyByHand([...here, ...more, late]));
  expect(await revisions()).toHaveLength(3);
});
