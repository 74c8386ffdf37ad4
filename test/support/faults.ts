import {
  DynamoDBClient,
  InternalServerError,
  ProvisionedThroughputExceededException,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach } from 'vitest';

const named = (name: string): Error => Object.assign(new Error('the network said so'), { name });

/** What DynamoDB and the way to it may answer with, after the SDK has tried as often as it does. */
export const faults: Readonly<
  Record<(typeof faultKinds)[number] | 'throttling by the account', () => Error>
> = {
  throttling: () =>
    new ProvisionedThroughputExceededException({ message: 'too much', $metadata: { httpStatusCode: 400 } }),
  'throttling by the account': () => named('ThrottlingException'),
  'a timeout': () => named('TimeoutError'),
  'an error of the server': () =>
    new InternalServerError({ message: 'sorry', $metadata: { httpStatusCode: 500 } }),
};

/** One of each kind; the other throttling is the same to everything above the table. */
export const faultKinds = ['throttling', 'a timeout', 'an error of the server'] as const;

export interface DatabaseCalls {
  /** Forgets the calls made so far; from here on they are counted from 0. */
  restart(): void;
  /** What each call since then was, in words of DynamoDB. */
  made(): string[];
  failOnly(call: number, fault: Error): void;
  failAll(fault: Error): void;
  /** Lets every call through again. */
  recover(): void;
}

/** Stands between the stores of a test file and the embedded database: calls go through unless told otherwise. */
export const interceptedCalls = (): DatabaseCalls => {
  const mock = mockClient(DynamoDBClient);
  const recover = () => {
    mock.reset();
    mock.send.callThrough();
  };
  beforeEach(recover);
  afterAll(() => mock.restore());
  return {
    restart: () => mock.resetHistory(),
    made: () =>
      mock
        .calls()
        .map(({ args: [command] }) => `${command.constructor.name} ${JSON.stringify(command.input)}`),
    failOnly: (call, fault) => {
      recover();
      mock.send.onCall(call).rejects(fault);
    },
    failAll: (fault) => {
      mock.send.rejects(fault);
    },
    recover,
  };
};
