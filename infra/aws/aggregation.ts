import { ArnFormat, CfnElement, Duration, RemovalPolicy, Stack, TimeZone, Validations } from 'aws-cdk-lib';
import { Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  type IScheduleTarget,
  Schedule,
  ScheduleExpression,
  ScheduleTargetInput,
} from 'aws-cdk-lib/aws-scheduler';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { nightDefinition } from './night-definition.ts';
import type { ServiceFunction } from './service-function.ts';

const timeZone = TimeZone.of('Asia/Ho_Chi_Minh');
/** After this the start of a night is given up: the next night counts the same weeks again. */
const giveUpAfter = Duration.hours(2);

export interface AggregationProps {
  aggregate: ServiceFunction;
  logDays: RetentionDays;
}

/** When answers are counted, in which order, and where a night that could not be started is set aside. */
export class Aggregation extends Construct {
  readonly night: StateMachine;
  readonly notStarted: Queue;
  private readonly target: IScheduleTarget;

  constructor(scope: Construct, id: string, { aggregate, logDays }: AggregationProps) {
    super(scope, id);
    this.night = this.stateMachine(aggregate, logDays);
    this.notStarted = this.deadLetters();
    this.target = this.startOfNight();

    this.count('Nightly', 'Counts the weeks that are not closed', { hour: '1', minute: '30' });
    this.count('WeekEnd', 'Counts the week that has just ended, so that Monday begins with its numbers', {
      weekDay: 'MON',
      hour: '0',
      minute: '15',
    });
  }

  private stateMachine(aggregate: ServiceFunction, logDays: RetentionDays): StateMachine {
    const { functionArn, timeout = Duration.minutes(15) } = aggregate.lambda;
    const role = new Role(this, 'NightRole', {
      description: 'What the count of a night may do',
      assumedBy: this.service('states'),
    });
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }));

    const night = new StateMachine(this, 'Night', {
      definitionBody: DefinitionBody.fromString(
        Stack.of(this).toJsonString(nightDefinition(functionArn, timeout.toSeconds() + 60)),
      ),
      role,
      logs: {
        destination: new LogGroup(this, 'NightLogs', {
          retention: logDays,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        level: LogLevel.ERROR,
        includeExecutionData: false,
      },
    });

    // Each province is an execution of the machine itself. A policy of its own: the role is there before the machine.
    const provinces = new Policy(this, 'ProvincesPolicy', {
      roles: [role],
      statements: [
        new PolicyStatement({ actions: ['states:StartExecution'], resources: [night.stateMachineArn] }),
        new PolicyStatement({
          actions: ['states:DescribeExecution', 'states:StopExecution'],
          resources: [
            Stack.of(this).formatArn({
              service: 'states',
              resource: 'execution',
              resourceName: `${night.stateMachineName}:*`,
              arnFormat: ArnFormat.COLON_RESOURCE_NAME,
            }),
          ],
        }),
      ],
    });

    const machine = night.node.findChild('Resource');
    const name = machine instanceof CfnElement ? Stack.of(this).getLogicalId(machine) : '';
    Validations.of(provinces).acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:aws:states:${Stack.of(this).region}:<AWS::AccountId>:execution:<${name}.Name>:*]`,
      reason: 'Executions of this one machine, whose names are made up when they start.',
    });
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'AWS knows no narrower resource for the log of a state machine.',
    });
    Validations.of(aggregate).acknowledge({
      id: 'Serverless-LambdaDLQ',
      reason: 'The state machine waits for its answer and tries again; nothing is left to set aside.',
    });
    Validations.of(night).acknowledge(
      {
        id: 'AwsSolutions-SF1',
        reason:
          'What succeeded is in the metrics and in the history of the execution; the log is for failures.',
      },
      {
        id: 'AwsSolutions-SF2',
        reason: 'A night is one function called for one province after another: a trace tells nothing more.',
      },
      { id: 'Serverless-StepFunctionStateMachineXray', reason: 'The same.' },
    );
    return night;
  }

  private deadLetters(): Queue {
    const queue = new Queue(this, 'NotStarted', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(queue).acknowledge(
      { id: 'AwsSolutions-SQS3', reason: 'This is a dead-letter queue itself.' },
      { id: 'Serverless-SQSRedrivePolicy', reason: 'This is a dead-letter queue itself.' },
    );
    return queue;
  }

  private startOfNight(): IScheduleTarget {
    const role = new Role(this, 'Role', {
      description: 'Lets the scheduler start the count',
      assumedBy: this.service('scheduler'),
    });
    role.addToPolicy(
      new PolicyStatement({ actions: ['states:StartExecution'], resources: [this.night.stateMachineArn] }),
    );
    role.addToPolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.notStarted.queueArn] }),
    );
    // Not the target class of the library: it makes a role that may be taken on by any schedule of the account.
    return {
      bind: () => ({
        arn: this.night.stateMachineArn,
        role,
        // Every province, and every week that is not closed.
        input: ScheduleTargetInput.fromObject({}),
        retryPolicy: { maximumRetryAttempts: 5, maximumEventAgeInSeconds: giveUpAfter.toSeconds() },
        deadLetterConfig: { arn: this.notStarted.queueArn },
      }),
    };
  }

  private service(name: string): ServicePrincipal {
    return new ServicePrincipal(`${name}.amazonaws.com`, {
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
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
