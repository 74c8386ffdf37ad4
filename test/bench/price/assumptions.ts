/** What can't be measured on one machine. It stands in the figures. */
export const assumptions = {
  /** Of those who rate. */
  shareWithDetails: 0.3,
  /** Of invocations; the rest finds a function that is warm. */
  shareOfColdStarts: 0.05,
  coldStartMs: 400,
  /** Memory of the survey function; 1,769 MB would be a whole processor, ours here is one. */
  surveyMegabytes: 1024,
  aggregateMegabytes: 1769,
  megabytesPerProcessor: 1769,
  /** Way to DynamoDB and back: waited for, so paid for. */
  operationMs: 5,
  /** The aggregation waits for several at once. */
  aggregateOperationsAtOnce: 8,
  /** About what a commune gets in a week of a nation's 830,000 responses. */
  responsesPerCommuneAndWeek: 250,
  desksPerCommune: 2,
  communesOfProvince: 168,
} as const;
