import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';

/**
 * A client that is quick about it: its chain of steps is put together once for each kind of command, not for each
 * request, and lacks the steps that copy every answer for a log that nobody keeps and that spell out which SDK this is.
 * Together they are a third of what the SDK takes for a request. The SDK retries with jitter; one attempt may take this long while a person waits.
 */
export const tableClient = (config: DynamoDBClientConfig = {}): DynamoDBClient => {
  const client = new DynamoDBClient({
    cacheMiddleware: true,
    maxAttempts: 4,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 2_000, throwOnRequestTimeout: true },
    ...config,
  });
  for (const step of ['loggerMiddleware', 'getUserAgentMiddleware']) client.middlewareStack.remove(step);
  return client;
};

/**
 * For work that nobody waits for: throttled, it goes on trying for a minute, two at most. Standard mode draws each wait
 * from between nothing and 1, 2, 4, … 20 s, and stops a client whose every request fails from knocking on.
 */
export const patientClient = (): DynamoDBClient =>
  tableClient({
    maxAttempts: 10,
    retryMode: 'standard',
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 15_000, throwOnRequestTimeout: true },
  });
