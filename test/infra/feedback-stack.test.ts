import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { functionNames } from '../../infra/bundles.ts';
import { feedbackTemplate } from './synthesized.ts';

const template = feedbackTemplate();
const email = 'operator@example.vn';

it('the same sources give the same template', () => {
  expect(feedbackTemplate().toJSON()).toEqual(template.toJSON());
});

it('all words are plain ASCII, because CloudFormation turns other letters into question marks', () => {
  expect(JSON.stringify(template.toJSON())).toMatch(/^[ -~]*$/);
});

it('answers and comments are kept as long as the stage says, and counted as long', () => {
  const shorter = feedbackTemplate({ retention: { responseMonths: 18, commentMonths: 6 } });
  for (const description of ['Asks citizens', 'Counts the answers']) {
    shorter.hasResourceProperties('AWS::Lambda::Function', {
      Description: Match.stringLikeRegexp(description),
      Environment: { Variables: Match.objectLike({ RESPONSE_MONTHS: '18', COMMENT_MONTHS: '6' }) },
    });
  }
});

describe('the table', () => {
  it('is paid by use, restorable, encrypted, and forgets what has expired', () => {
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      Replicas: [
        Match.objectLike({
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 14 },
        }),
      ],
      // False is the key that DynamoDB owns: there is no table without encryption.
      SSESpecification: { SSEEnabled: false },
    });
  });

  it('has no secondary index and no list of its busiest keys', () => {
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      GlobalSecondaryIndexes: Match.absent(),
      LocalSecondaryIndexes: Match.absent(),
      Replicas: [Match.objectLike({ ContributorInsightsSpecification: Match.absent() })],
    });
  });

  it('stays when the stack goes', () => {
    template.hasResource('AWS::DynamoDB::GlobalTable', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
  });

  it('goes with a stack that holds made-up answers only', () => {
    feedbackTemplate({ keepsData: false }).hasResource('AWS::DynamoDB::GlobalTable', {
      DeletionPolicy: 'Delete',
    });
  });

  it('can have a key of our own, which works through DynamoDB only', () => {
    const ownKey = feedbackTemplate({ customerManagedKey: true });
    ownKey.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
    });
    ownKey.hasResourceProperties('AWS::KMS::Key', {
      KeyPolicy: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Condition: {
              StringEquals: {
                'kms:CallerAccount': { Ref: 'AWS::AccountId' },
                'kms:ViaService': 'dynamodb.ap-southeast-1.amazonaws.com',
              },
            },
          }),
        ]),
      },
    });
  });
});

describe('every function', () => {
  it('runs on Node 24 for arm64', () => {
    template.resourceCountIs('AWS::Lambda::Function', functionNames.length);
    template.allResourcesProperties('AWS::Lambda::Function', {
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'handler.handler',
    });
  });

  it('writes no line when it starts or succeeds, and leaves no trace: that would be the moment of an answer', () => {
    template.allResourcesProperties('AWS::Lambda::Function', {
      LoggingConfig: Match.objectLike({
        LogFormat: 'JSON',
        SystemLogLevel: 'WARN',
        ApplicationLogLevel: 'WARN',
      }),
      TracingConfig: Match.absent(),
    });
  });

  it('keeps its failure lines for a month, in a log group of its own, and so does the state machine', () => {
    template.resourceCountIs('AWS::Logs::LogGroup', functionNames.length + 1);
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
    template.allResources('AWS::Logs::LogGroup', { DeletionPolicy: 'Delete' });
  });

  it('takes no share of the account’s concurrency away from others', () => {
    template.allResourcesProperties('AWS::Lambda::Function', {
      ReservedConcurrentExecutions: Match.absent(),
    });
  });
});

describe('the survey’s site', () => {
  it('sends what is behind the sign-in to the dashboard and every other path to the survey, as payload 2.0', () => {
    const targetOf = (RouteKey: string): string => {
      const [route] = Object.values(
        template.findResources('AWS::ApiGatewayV2::Route', { Properties: { RouteKey } }),
      );
      return /Dashboard|Survey/.exec(JSON.stringify(route))?.[0] ?? 'nowhere';
    };
    expect(targetOf('$default')).toBe('Survey');
    const staffed = ['ANY /dashboard', 'ANY /dashboard/{proxy+}', 'ANY /api/v1/{proxy+}'];
    expect(staffed.map(targetOf)).toEqual(['Dashboard', 'Dashboard', 'Dashboard']);
    template.resourceCountIs('AWS::ApiGatewayV2::Route', 4);
    template.hasResourceProperties('AWS::ApiGatewayV2::Integration', { PayloadFormatVersion: '2.0' });
  });

  it('keeps no access log and no numbers by route, and bounds what a flood costs', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      AccessLogSettings: Match.absent(),
      DefaultRouteSettings: { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 },
    });
  });

  it('answers at a domain of its own when it has one, and nowhere else', () => {
    const withDomain = feedbackTemplate({
      domain: {
        name: 'thuocdo.example',
        certificateArn: 'arn:aws:acm:ap-southeast-1:111122223333:certificate/x',
      },
    });
    withDomain.hasResourceProperties('AWS::ApiGatewayV2::DomainName', { DomainName: 'thuocdo.example' });
    withDomain.hasResourceProperties('AWS::ApiGatewayV2::Api', { DisableExecuteApiEndpoint: true });
    withDomain.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: { PUBLIC_ORIGIN: 'https://thuocdo.example' } },
    });
    withDomain.hasOutput('Address', { Value: 'https://thuocdo.example/' });
  });
});

describe('the key that signs forms', () => {
  it('begins as 43 letters and digits, the base64url of 32 bytes', () => {
    template.hasResourceProperties('AWS::SecretsManager::Secret', {
      GenerateSecretString: {
        SecretStringTemplate: '{}',
        GenerateStringKey: 'secret',
        PasswordLength: 43,
        ExcludePunctuation: true,
        IncludeSpace: false,
      },
    });
  });

  it('changes every 30 days, which is more than the nine it has to sign', () => {
    template.hasResourceProperties('AWS::SecretsManager::RotationSchedule', {
      RotationRules: { ScheduleExpression: 'rate(30 days)' },
    });
  });
});

describe('the count', () => {
  it.each([
    ['every night', 'cron(30 1 * * ? *)'],
    ['as soon as a week has ended', 'cron(15 0 ? * MON *)'],
  ])('runs %s by Vietnamese time, for every province', (_, ScheduleExpression) => {
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression,
      ScheduleExpressionTimezone: 'Asia/Ho_Chi_Minh',
      State: 'ENABLED',
      Target: Match.objectLike({
        Input: '{}',
        RetryPolicy: { MaximumRetryAttempts: 5, MaximumEventAgeInSeconds: 7200 },
        DeadLetterConfig: { Arn: Match.anyValue() },
      }),
    });
  });

  it('that can not be started is set aside in an encrypted queue', () => {
    template.hasResourceProperties('AWS::SQS::Queue', { SqsManagedSseEnabled: true });
    template.hasResourceProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: {
        Statement: [
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ],
      },
    });
  });

  it('is a standard state machine that logs its failures, without data', () => {
    template.hasResourceProperties('AWS::StepFunctions::StateMachine', {
      StateMachineType: Match.absent(),
      LoggingConfiguration: Match.objectLike({ Level: 'ERROR', IncludeExecutionData: false }),
    });
  });

  it('is called by nothing but the state machine, which waits for it', () => {
    template.resourceCountIs('AWS::Lambda::EventInvokeConfig', 0);
  });
});

describe('alarms', () => {
  const alarms = template.findResources('AWS::CloudWatch::Alarm');

  it.each(['Survey', 'Aggregate', 'Dashboard', 'RotateKeys'])('watch errors and throttles of %s', (part) => {
    for (const metric of ['Errors', 'Throttles']) {
      template.hasResourceProperties('AWS::CloudWatch::Alarm', {
        Namespace: 'AWS/Lambda',
        MetricName: metric,
        Dimensions: [
          { Name: 'FunctionName', Value: { Ref: Match.stringLikeRegexp(`^${part}Function[0-9A-F]{8}$`) } },
        ],
      });
    }
  });

  it('watch the nights, failed answers and the table', () => {
    const names = Object.keys(alarms).map((name) => name.replace(/^Watch|[0-9A-F]{8}$/g, ''));
    expect(names).toEqual(
      expect.arrayContaining([
        'NightFailed',
        'NightCutShort',
        'NightThrottled',
        'NightNotStarted',
        'SurveyFailures',
        'TableThrottles',
        'TableSystemErrors',
      ]),
    );
  });

  it.each(['ExecutionsFailed', 'ExecutionThrottled', 'ExecutionsAborted', 'ExecutionsTimedOut'])(
    'hear of %s of the night',
    (MetricName) => {
      const heard = Object.values(alarms).filter((alarm) =>
        JSON.stringify(alarm).includes(`"${MetricName}"`),
      );
      expect(JSON.stringify(heard)).toContain('"StateMachineArn"');
      expect(heard).toHaveLength(1);
    },
  );

  it('tell when not all has been counted for 26 hours, also when nothing runs at all', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      EvaluationPeriods: 26,
      DatapointsToAlarm: 26,
      TreatMissingData: 'breaching',
      Metrics: Match.arrayWith([
        Match.objectLike({ Expression: 'FILL(succeeded, 0)' }),
        Match.objectLike({
          MetricStat: Match.objectLike({
            Period: 3600,
            Metric: Match.objectLike({ MetricName: 'ExecutionsSucceeded' }),
          }),
        }),
      ]),
    });
  });

  it('all say who is affected and what to do, and all reach the topic', () => {
    for (const alarm of Object.values(alarms)) {
      expect(alarm).toHaveProperty(
        'Properties.AlarmDescription',
        expect.stringMatching(/^(Citizens|Some citizens|Every twentieth citizen|Chiefs|Nobody).{40,}\.$/),
      );
    }
    template.allResourcesProperties('AWS::CloudWatch::Alarm', {
      AlarmActions: [{ Ref: Match.stringLikeRegexp('^WatchTopic') }],
    });
  });

  it('are sent encrypted, by e-mail to whom the stage names', () => {
    template.hasResourceProperties('AWS::SNS::Topic', { KmsMasterKeyId: Match.anyValue() });
    template.resourceCountIs('AWS::SNS::Subscription', 0);
    feedbackTemplate({ alarmEmail: email }).hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: email,
    });
  });
});
