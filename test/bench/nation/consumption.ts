import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';

const Capacity = z.object({ CapacityUnits: z.optional(z.number()) });
const Output = z.object({ ConsumedCapacity: z.optional(z.union([Capacity, z.array(Capacity)])) });

export interface Consumption {
  requests: number;
  readUnits: number;
  writeUnits: number;
}

const reading = ['QueryCommand', 'GetItemCommand', 'GetCommand', 'BatchGetItemCommand', 'BatchGetCommand'];

/** Asks with every request what it consumed, and adds up. */
export const countConsumption = (client: DynamoDBClient): Consumption => {
  const total: Consumption = { requests: 0, readUnits: 0, writeUnits: 0 };
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const result = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } });
        const { ConsumedCapacity = [] } = Output.parse(result.output);
        const units = [ConsumedCapacity]
          .flat()
          .reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
        total.requests += 1;
        if (reading.includes(commandName ?? '')) total.readUnits += units;
        else total.writeUnits += units;
        return result;
      },
    { step: 'initialize', name: 'countConsumption', priority: 'low' },
  );
  return total;
};
