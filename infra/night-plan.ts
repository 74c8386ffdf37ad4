/** How a step that failed is tried again. */
export interface Retry {
  /** Names of errors; 'States.ALL' is every other one. */
  errors: readonly string[];
  attempts: number;
  /** The longest first wait. Each wait is drawn from between nothing and its longest (full jitter). */
  firstWaitSeconds: number;
  factor: number;
  longestWaitSeconds: number;
}

/**
 * The order of work of a night, walked by Step Functions in the cloud (aws/night-definition.ts) and in process on
 * one machine (local/run-night.ts): list the provinces; count each of them, so many at once, going on where its time
 * was up. A province that fails for good stops no other; it is named at the end, and the next night counts the same
 * weeks again.
 */
export const nightPlan: { provincesAtOnce: number; retries: readonly Retry[] } = {
  /** A new account may run ten functions at once, and citizens come first. */
  provincesAtOnce: 4,
  /** The first that names the error holds. */
  retries: [
    // Asked for what can't be counted: no use to ask again.
    { errors: ['RangeError'], attempts: 0, firstWaitSeconds: 1, factor: 1, longestWaitSeconds: 1 },
    // The function was not even begun: the account runs as many as it may, or Lambda is in trouble. An hour or so.
    {
      errors: [
        'Lambda.TooManyRequestsException',
        'Lambda.ServiceException',
        'Lambda.AWSLambdaException',
        'Lambda.SdkClientException',
      ],
      attempts: 20,
      firstWaitSeconds: 2,
      factor: 2,
      longestWaitSeconds: 600,
    },
    // It began and failed: the table refused for longer than its own attempts last, or it ran out of memory or time.
    { errors: ['States.ALL'], attempts: 4, firstWaitSeconds: 15, factor: 4, longestWaitSeconds: 600 },
  ],
};
