import * as z from 'zod/mini';
import { defaultRetention, type Retention } from '../../functions/domain/retention.ts';

/** What differs from one deployment to another. */
export interface StageConfig {
  stage: string;
  region: string;
  /** Where the survey answers; without it, at the address that API Gateway makes up. */
  domain?: { name: string; certificateArn: string };
  /** Who hears alarms; without it they only show in the console. */
  alarmEmail?: string;
  /** Whether answers outlive the stack: off only where all of them are made up. */
  keepsData: boolean;
  /**
   * Days back to which the table can be restored, to the second. Comparing two restored moments tells when an
   * answer came, so not longer than a mistake needs to be noticed: a week is closed nine days after its end.
   */
  recoveryDays: number;
  /**
   * A KMS key of our own for the table (1 USD a month and 0.03 USD per 10,000 uses) instead of the one that
   * DynamoDB owns (free, but neither its use nor its end is in our hands).
   */
  customerManagedKey: boolean;
  /** Whether everybody who signs in needs an authenticator app beside the password. */
  secondFactor: 'required' | 'optional';
  /**
   * How long what citizens said is kept. It holds for what is stored from then on: what is there keeps its expiry, so
   * a week may be recounted only for as long as the shorter of both says.
   */
  retention: Retention;
  /** Days for which failure lines are kept. */
  logDays: 7 | 30 | 90;
  /**
   * Requests the survey takes in a second, on average and at once. It bounds what a flood can cost; the busiest
   * province sends about one answer a second.
   */
  requestsPerSecond: number;
  requestsAtOnce: number;
}

const shared = {
  region: 'ap-southeast-1',
  recoveryDays: 14,
  retention: defaultRetention,
  customerManagedKey: false,
  secondFactor: 'required',
  logDays: 30,
  requestsPerSecond: 100,
  requestsAtOnce: 200,
} satisfies Partial<StageConfig>;

const stages: readonly StageConfig[] = [
  { ...shared, stage: 'dev', keepsData: false, logDays: 7, secondFactor: 'optional' },
  { ...shared, stage: 'pilot', keepsData: true },
];

const stageNames = stages.map(({ stage }) => stage).join(', ');

/** What `cdk … -c name=value` may say: who runs the service, which the repository need not know. */
const Context = z.object({
  stage: z._default(z.string(), 'pilot'),
  alarmEmail: z.optional(z.email('alarmEmail must be an e-mail address')),
  domain: z.optional(z.hostname('domain must be a host name')),
  certificateArn: z.optional(z.string()),
});

/** The stage that the context names, with the context's own values in it. */
export const stageConfig = (context: unknown): StageConfig => {
  const { stage: name, alarmEmail, domain, certificateArn } = Context.parse(context);
  const stage = stages.find((candidate) => candidate.stage === name);
  if (!stage) throw new Error(`There is no stage "${name}": choose one of ${stageNames}.`);
  if ((domain === undefined) !== (certificateArn === undefined)) {
    throw new Error('Give domain and certificateArn together: the domain is served over https only.');
  }
  return {
    ...stage,
    ...(alarmEmail && { alarmEmail }),
    ...(domain && certificateArn && { domain: { name: domain, certificateArn } }),
  };
};
