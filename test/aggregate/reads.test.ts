import { describe, expect, it } from 'vitest';
import { nightlyStores, nightWith, variedResponses } from '../support/aggregation.ts';
import { engines } from '../support/engine.ts';
import { interceptedCalls } from '../support/faults.ts';
import { deskCode, haTinh, present, sampleResponse, thanhSen } from '../support/samples.ts';
import { openTestTable } from '../support/test-table.ts';

const calls = interceptedCalls();

/** The embedded databases always read what was written last; DynamoDB does only when it is asked to. */
describe('what is asked of DynamoDB', () => {
  it('for a night are single items and known partitions, and everything counted is read consistently', async () => {
    const stores = nightlyStores((await openTestTable(present(engines[0]))).table);
    await stores.units.put(haTinh);
    await stores.responses.addAll(variedResponses(5, {}));
    await stores.bursts.count(thanhSen.code, deskCode(1), 'a bucket');
    calls.restart();
    await nightWith({ ...stores, log: { failure: () => {} }, now: () => new Date('2026-11-18T20:00+07:00') });

    const made = calls.made();
    const kinds = new Set(made.map((call) => call.split(' ')[0]));
    expect(kinds).toEqual(
      new Set([
        'QueryCommand',
        'GetItemCommand',
        'BatchGetItemCommand',
        'PutItemCommand',
        'UpdateItemCommand',
        'DeleteItemCommand',
      ]),
    );
    const counted = made.filter(
      (call) =>
        /^(?:Query|Get|BatchGet)/.test(call) && /pk":{"S":"(?:RESPONSES|TALLIES|PROVINCE)#/.test(call),
    );
    expect(counted.length).toBeGreaterThan(0);
    expect(counted.filter((call) => !call.includes('"ConsistentRead":true'))).toEqual([]);
  });

  it('after a replay is what was recorded, read consistently: the first answer is a moment old', async () => {
    const { responses } = nightlyStores((await openTestTable(present(engines[0]))).table);
    const response = sampleResponse();
    await responses.addOnce(response);
    calls.restart();
    await responses.addOnce(response);
    expect(calls.made().map((call) => call.split(' ')[0])).toEqual(['PutItemCommand', 'GetItemCommand']);
    expect(calls.made()[1]).toContain('"ConsistentRead":true');
  });
});
