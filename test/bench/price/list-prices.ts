/**
 * List prices in USD of ap-southeast-1 (Singapore), as known in November 2026 and to be checked against the price
 * lists before money is asked for. No free tier, no discount, no tax.
 */
export const listPrices = {
  /** https://aws.amazon.com/dynamodb/pricing/on-demand/ */
  dynamoDb: {
    millionWriteUnits: 0.7125,
    millionReadUnits: 0.1425,
    gigabyteMonth: 0.285,
    /** Continuous backups. */
    recoveryGigabyteMonth: 0.228,
  },
  /** https://aws.amazon.com/lambda/pricing/, arm64 */
  lambda: { millionRequests: 0.2, gigabyteSecond: 0.0000133334 },
  /** https://aws.amazon.com/api-gateway/pricing/, HTTP APIs */
  httpApi: { millionRequests: 1.25 },
  /** https://aws.amazon.com/ec2/pricing/on-demand/, data transfer out to the internet */
  gigabyteOut: 0.12,
  /** https://aws.amazon.com/secrets-manager/pricing/ */
  secrets: { secretMonth: 0.4, tenThousandCalls: 0.05 },
  /** https://aws.amazon.com/kms/pricing/ */
  keyMonth: 1,
  /** https://aws.amazon.com/cloudwatch/pricing/: each metric of an alarm */
  alarmMetricMonth: 0.1,
  /** https://aws.amazon.com/eventbridge/pricing/, Scheduler */
  millionSchedules: 1,
  /** https://aws.amazon.com/step-functions/pricing/, standard workflows: 0.025 per thousand */
  millionTransitions: 25,
} as const;
