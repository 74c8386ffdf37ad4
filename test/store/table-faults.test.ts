import { BatchGetItemCommand, BatchWriteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Unavailable } from '../../functions/unavailable.ts';
import { engines } from '../support/engine.ts';
import { faults } from '../support/faults.ts';
import { collected, present } from '../support/samples.ts';
import { type OpenTestTable, openTestTable } from '../support/test-table.ts';

const item = (sk: string) => ({ pk: 'a', sk });
/** As DynamoDB writes it. */
const wire = (sk: string) => marshall(item(sk));

const mock = mockClient(DynamoDBClient);
let opened: OpenTestTable;
beforeEach(async () => {
  mock.reset();
  mock.send.callThrough();
  opened = await openTestTable(present(engines[0]));
});
afterAll(() => mock.restore());

describe('a batch of which something was left undone', () => {
  beforeEach(() => {
    vi.spyOn(Math, 'random').mockReturnValue(0); // no waiting
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('of reads is asked for again', async () => {
    await opened.table.putAll([item('1'), item('2')]);
    const wires = [wire('1'), wire('2')];
    mock
      .on(BatchGetItemCommand)
      .resolvesOnce({ Responses: {}, UnprocessedKeys: { [opened.tableName]: { Keys: wires } } })
      .resolves({ Responses: { [opened.tableName]: wires } });
    expect(await opened.table.getAll([item('1'), item('2')])).toEqual([item('1'), item('2')]);
    expect(mock.commandCalls(BatchGetItemCommand)).toHaveLength(2);
  });

  it('of writes is written again', async () => {
    const left = { [opened.tableName]: [{ PutRequest: { Item: wire('2') } }] };
    mock.on(BatchWriteItemCommand).resolvesOnce({ UnprocessedItems: left }).resolves({});
    await opened.table.putAll([item('1'), item('2')]);
    expect(mock.commandCalls(BatchWriteItemCommand).map(({ args }) => args[0].input.RequestItems)).toEqual([
      { [opened.tableName]: [wire('1'), wire('2')].map((Item) => ({ PutRequest: { Item } })) },
      left,
    ]);
  });

  it('again and again is unavailable in the end', async () => {
    const left = { [opened.tableName]: { Keys: [wire('1')] } };
    mock.on(BatchGetItemCommand).resolves({ UnprocessedKeys: left });
    await expect(opened.table.getAll([{ pk: 'a', sk: '1' }])).rejects.toThrow(Unavailable);
  });
});

describe.each(Object.entries(faults))('%s', (_, fault) => {
  beforeEach(() => {
    mock.send.rejects(fault());
  });

  it.each([
    ['get', () => opened.table.get({ pk: 'a', sk: '1' })],
    ['getAll', () => opened.table.getAll([{ pk: 'a', sk: '1' }])],
    ['query', () => collected(opened.table.query('a'))],
    ['put', () => opened.table.put(item('1'))],
    ['putAll', () => opened.table.putAll([item('1')])],
    ['update', () => opened.table.update({ pk: 'a', sk: '1' }, 'SET n = :n', { expression: '' })],
    ['delete', () => opened.table.delete({ pk: 'a', sk: '1' })],
  ])('in %s is Unavailable and says only the name of the fault', async (__, operation) => {
    const error = await operation().then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(Unavailable);
    expect(error).toHaveProperty('message', `table: ${fault().name}`);
  });
});
