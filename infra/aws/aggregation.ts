import { Duration, Stack, TimeZone, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  type IScheduleTarget,
  Schedule,
  ScheduleExpression,
  ScheduleTargetInput,
} from 'aws-cdk-lib/aws-scheduler';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { ServiceFunction } from './service-function.ts';

const timeZone = TimeZone.of('Asia/Ho_Chi_Minh');
/** After this a run is given up: the next night counts the same weeks again. */
const giveUpAfter = Duration.hours(2);

/** When answers are counted, and where a run that failed for good is set aside. */
export class Aggregation extends Construct {
  readonly failedRuns: Queue;
  private readonly target: IScheduleTarget;

  constructor(scope: Construct, id: string, { aggregate }: { aggregate: ServiceFunction }) {
    super(scope, id);

    this.failedRuns = new Queue(this, 'FailedRuns', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this.failedRuns).acknowledge(
      { id: 'AwsSolutions-SQS3', reason: 'This is a dead-letter queue itself.' },
      { id: 'Serverless-SQSRedrivePolicy', reason: 'This is a dead-letter queue itself.' },
    );

    // The scheduler only hands a run over: that it fails later is for Lambda to see, to retry and to report.
    aggregate.lambda.configureAsyncInvoke({
      retryAttempts: 2,
      maxEventAge: giveUpAfter,
      onFailure: { bind: () => ({ destination: this.failedRuns.queueArn }) },
    });
    Validations.of(aggregate).acknowledge({
      id: 'Serverless-LambdaDLQ',
      reason: 'Its failed runs go to a queue by a destination, which also tells why they failed.',
    });

    const role = new Role(this, 'Role', {
      description: 'Lets the scheduler start the count',
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: [aggregate.lambda.functionArn],
      }),
    );
    role.addToPolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.failedRuns.queueArn] }),
    );
    // Not the target class of the library: it would also allow every version of the function.
    this.target = {
      bind: () => ({
        arn: aggregate.lambda.functionArn,
        role,
        // Every province, and every week that is not closed.
        input: ScheduleTargetInput.fromObject({}),
        retryPolicy: { maximumRetryAttempts: 5, maximumEventAgeInSeconds: giveUpAfter.toSeconds() },
        deadLetterConfig: { arn: this.failedRuns.queueArn },
      }),
    };

    this.count('Nightly', 'Counts the weeks that are not closed', { hour: '1', minute: '30' });
    this.count('WeekEnd', 'Counts the week that has just ended, so that Monday begins with its numbers', {
      weekDay: 'MON',
      hour: '0',
      minute: '15',
    });
  }

  private count(
    id: string,
    description: string,
    when: { weekDay?: string; hour: string; minute: string },
  ): void {
    new Schedule(this, id, {
      description,
      schedule: ScheduleExpression.cron({ ...when, timeZone }),
      target: this.target,
    });
  }
}
