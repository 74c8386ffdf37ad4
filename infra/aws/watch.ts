import { Duration, Stack, Validations } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Operation, type TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { ServiceFunction } from './service-function.ts';

export interface WatchProps {
  survey: ServiceFunction;
  aggregate: ServiceFunction;
  dashboard: ServiceFunction;
  rotateKeys: ServiceFunction;
  api: HttpApi;
  table: TableV2;
  night: StateMachine;
  notStarted: Queue;
  alarmEmail?: string | undefined;
}

interface Watched {
  metric: IMetric;
  /** Who is affected, and what to do. */
  says: string;
  atLeast: number;
}

const inFiveMinutes = { period: Duration.minutes(5), statistic: Stats.SUM };

/** Alarms: each says who is affected and what to do. */
export class Watch extends Construct {
  private readonly action: SnsAction;

  constructor(scope: Construct, id: string, props: WatchProps) {
    super(scope, id);
    const topic = new Topic(this, 'Topic', { masterKey: this.key(), enforceSSL: true });
    if (props.alarmEmail) topic.addSubscription(new EmailSubscription(props.alarmEmail));
    Validations.of(topic).acknowledge({
      id: 'Serverless-SNSRedrivePolicy',
      reason: 'A mail that does not arrive takes nothing along: the alarm still stands in CloudWatch.',
    });
    this.action = new SnsAction(topic);

    this.watchSurvey(props);
    this.watchCount(props);
    this.watchDashboard(props);
    this.watchKeys(props);
    this.watchTable(props);
  }

  private watchSurvey({ survey, api }: WatchProps): void {
    const { lambda } = survey;
    this.alarm('SurveyErrors', {
      metric: lambda.metricErrors(inFiveMinutes),
      atLeast: 3,
      says: 'Citizens at the desks see an error instead of the survey: the function crashed or ran out of time. Read its log group for the failure; if it began with a deployment, deploy the version before it.',
    });
    this.alarm('SurveyThrottles', {
      metric: lambda.metricThrottles(inFiveMinutes),
      atLeast: 1,
      says: 'Some citizens were turned away: the account runs as many functions at once as it may. See which function takes them all, and ask AWS for a higher concurrency quota.',
    });
    this.alarm('SurveyFailures', {
      metric: new MathExpression({
        label: 'answers 5xx in percent, from five on',
        expression: 'IF(failures >= 5, 100 * failures / requests, 0)',
        usingMetrics: {
          failures: api.metricServerError(inFiveMinutes),
          requests: api.metricCount(inFiveMinutes),
        },
        period: inFiveMinutes.period,
      }),
      atLeast: 5,
      says: 'Every twentieth citizen or more gets an apology; answers wait on their phones and are sent again. See the alarms of the table and of the token keys, then the log group of the survey.',
    });
  }

  private watchCount({ aggregate, night, notStarted }: WatchProps): void {
    const { lambda } = aggregate;
    this.alarm('AggregateErrors', {
      metric: lambda.metricErrors(inFiveMinutes),
      atLeast: 1,
      says: 'Nobody is affected yet: the count of a province failed and is tried again by itself, for a quarter of an hour. When the alarm of failed nights follows, read the log group, which names the province and the fault.',
    });
    this.alarm('AggregateThrottles', {
      metric: lambda.metricThrottles(inFiveMinutes),
      atLeast: 1,
      says: 'Chiefs and provinces may see new numbers some hours late: the count waits because the account runs as many functions at once as it may. See which function takes them all.',
    });
    this.alarm('NightFailed', {
      metric: night.metricFailed(inFiveMinutes),
      atLeast: 1,
      says: 'Chiefs and people of some provinces see old numbers: the count of these provinces failed for good, all others are counted. The cause of the failed execution names them. Mend what the log group of the function names, then run `npm run admin -- aggregate --province CODE`; the next night counts the same weeks again.',
    });
    this.alarm('NightCutShort', {
      metric: new MathExpression({
        label: 'nights aborted or timed out',
        expression: 'FILL(aborted, 0) + FILL(timedOut, 0)',
        usingMetrics: {
          aborted: night.metricAborted(inFiveMinutes),
          timedOut: night.metricTimedOut(inFiveMinutes),
        },
        period: inFiveMinutes.period,
      }),
      atLeast: 1,
      says: 'Chiefs and people of some provinces see old numbers: somebody stopped the count of a night, or it went on for twenty hours. See which provinces its execution did not reach; the next night counts the same weeks again.',
    });
    this.alarm('NightThrottled', {
      metric: night.metricThrottled(inFiveMinutes),
      atLeast: 1,
      says: 'Chiefs and provinces may see new numbers late: Step Functions lets the account move on more slowly than the count would. See which state machine takes it all; the count goes on by itself.',
    });
    this.alarm('NightNotStarted', {
      metric: notStarted.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(5),
        statistic: Stats.MAXIMUM,
      }),
      atLeast: 1,
      says: 'Chiefs and provinces see old numbers: a count could not even be started. Mend the cause that the message in the queue names, run `npm run admin -- aggregate`, then empty the queue.',
    });

    const hourly = { period: Duration.hours(1), statistic: Stats.SUM };
    new Alarm(this, 'NotCounted', {
      alarmDescription:
        'Chiefs and provinces see numbers older than a day: no count of all provinces has succeeded for 26 hours. See whether the schedules are on and whether nights fail, then run `npm run admin -- aggregate`. Expected until the first night after the first deployment.',
      metric: new MathExpression({
        label: 'nights that counted every province',
        expression: 'FILL(succeeded, 0)',
        usingMetrics: { succeeded: night.metricSucceeded(hourly) },
        period: hourly.period,
      }),
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      threshold: 1,
      evaluationPeriods: 26,
      datapointsToAlarm: 26,
      treatMissingData: TreatMissingData.BREACHING,
    }).addAlarmAction(this.action);
  }

  private watchDashboard({ dashboard }: WatchProps): void {
    const { lambda } = dashboard;
    this.alarm('DashboardErrors', {
      metric: lambda.metricErrors(inFiveMinutes),
      atLeast: 3,
      says: 'Chiefs and provinces see an error instead of their pages: the function crashed or ran out of time. Read its log group for the failure; if it began with a deployment, deploy the version before it.',
    });
    this.alarm('DashboardThrottles', {
      metric: lambda.metricThrottles(inFiveMinutes),
      atLeast: 1,
      says: 'Chiefs and provinces were turned away: the account runs as many functions at once as it may. See which function takes them all, and ask AWS for a higher concurrency quota.',
    });
  }

  private watchKeys({ rotateKeys }: WatchProps): void {
    this.alarm('RotateKeysErrors', {
      metric: rotateKeys.lambda.metricErrors(inFiveMinutes),
      atLeast: 1,
      says: 'Nobody is affected yet: the key that signs forms was not replaced and the old one goes on. Read the log group of the function; a key younger than nine days is kept on purpose.',
    });
    this.alarm('RotateKeysThrottles', {
      metric: rotateKeys.lambda.metricThrottles(inFiveMinutes),
      atLeast: 1,
      says: 'Nobody is affected yet: replacing the key that signs forms waits for a free function and is retried. See which function takes them all.',
    });
  }

  private watchTable({ table }: WatchProps): void {
    this.alarm('TableThrottles', {
      metric: new MathExpression({
        label: 'throttled reads and writes',
        expression: 'FILL(reads, 0) + FILL(writes, 0)',
        usingMetrics: {
          reads: table.metric('ReadThrottleEvents', inFiveMinutes),
          writes: table.metric('WriteThrottleEvents', inFiveMinutes),
        },
        period: inFiveMinutes.period,
      }),
      atLeast: 10,
      says: 'Citizens may get an apology and the count may be late: the table refuses requests that come too fast. It grows by itself within minutes; if not, look for one commune or one sender that floods it.',
    });
    this.alarm('TableSystemErrors', {
      metric: table.metricSystemErrorsForOperations({
        ...inFiveMinutes,
        operations: [
          Operation.GET_ITEM,
          Operation.BATCH_GET_ITEM,
          Operation.QUERY,
          Operation.PUT_ITEM,
          Operation.UPDATE_ITEM,
          Operation.DELETE_ITEM,
        ],
      }),
      atLeast: 5,
      says: 'Citizens get an apology and their answers wait on their phones: DynamoDB itself fails. See the AWS health dashboard; nothing is lost and nothing is to be done here.',
    });
  }

  private alarm(id: string, { metric, atLeast, says }: Watched): void {
    new Alarm(this, id, {
      alarmDescription: says,
      metric,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      threshold: atLeast,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(this.action);
  }

  /** CloudWatch may not use the key that AWS manages for topics, so an encrypted topic needs its own (1 USD a month). */
  private key(): Key {
    const key = new Key(this, 'Key', { description: 'Encrypts alarms', enableKeyRotation: true });
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    return key;
  }
}
