import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { feedbackTemplate, grants, grantsOf, partitionsOf } from './synthesized.ts';

const template = feedbackTemplate();
const allGrants = grants(template);

/** What the role of a part may do, by action: the partitions of the table, or else the name of the resource. */
const allowed = (part: string): Record<string, unknown> =>
  Object.fromEntries(
    grantsOf(template, part).flatMap((statement) =>
      statement.Action.map((action) => [
        action,
        partitionsOf(statement) ?? JSON.stringify(statement.Resource).match(/[A-Z]\w+?(?=[0-9A-F]{8}")/)?.[0],
      ]),
    ),
  );

const logs = (part: string) => ({
  'logs:CreateLogStream': `${part}Logs`,
  'logs:PutLogEvents': `${part}Logs`,
});

/** What a state machine needs for a log of its own. AWS knows no narrower resource for these than all. */
const logDelivery = [
  'logs:CreateLogDelivery',
  'logs:GetLogDelivery',
  'logs:UpdateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:DescribeResourcePolicies',
  'logs:DescribeLogGroups',
];

describe('what each part may do, and nothing else', () => {
  it('the survey reads desks, settings and numbers, stores answers and comments, and counts bursts', () => {
    expect(allowed('Survey')).toEqual({
      ...logs('Survey'),
      'dynamodb:GetItem': ['UNITS', 'COMMUNE#*', 'DESK#*', 'RESPONSES#*'],
      'dynamodb:BatchGetItem': ['SETTINGS#*'],
      'dynamodb:Query': ['TALLIES#*', 'PROVINCE#*', 'SETTINGS#*', 'PROMISES#*'],
      'dynamodb:PutItem': ['RESPONSES#*', 'COMMENTS#*'],
      'dynamodb:UpdateItem': ['RESPONSES#*', 'BURST#*'],
      'secretsmanager:GetSecretValue': 'TokenKeysSecret',
    });
  });

  it('the count reads answers, writes tallies and forgets bursts', () => {
    expect(allowed('Aggregate')).toEqual({
      ...logs('Aggregate'),
      'dynamodb:GetItem': ['UNITS', 'TALLIES#*', 'PROVINCE#*'],
      'dynamodb:BatchGetItem': ['TALLIES#*'],
      'dynamodb:Query': ['UNITS', 'RESPONSES#*', 'BURST#*', 'TALLIES#*', 'PROVINCE#*'],
      'dynamodb:PutItem': ['TALLIES#*', 'PROVINCE#*'],
      'dynamodb:UpdateItem': ['PROVINCE#*'],
      'dynamodb:DeleteItem': ['BURST#*'],
    });
  });

  it('the dashboard reads what it shows, writes what officers decide, and asks one user pool about them', () => {
    const actions = Object.entries(allowed('Dashboard'));
    const onPool = actions.filter(([action]) => action.startsWith('cognito-idp:'));
    expect(new Set(onPool.map(([, resource]) => resource))).toEqual(new Set(['IdentityPool']));
    expect(onPool.map(([action]) => action.replace('cognito-idp:', '')).toSorted()).toEqual([
      'AdminAddUserToGroup',
      'AdminCreateUser',
      'AdminDisableUser',
      'AdminEnableUser',
      'AdminGetUser',
      'AdminListGroupsForUser',
      'AdminRemoveUserFromGroup',
      'AdminUserGlobalSignOut',
      'CreateGroup',
    ]);
    expect(allowed('Dashboard')).toMatchObject({
      ...logs('Dashboard'),
      'secretsmanager:GetSecretValue': 'IdentityClientSecret',
      'dynamodb:DeleteItem': ['SESSION#*'],
    });
  });

  it('the dashboard never touches an answer, nor what guards one', () => {
    const partitions = Object.entries(allowed('Dashboard')).flatMap(([action, on]) =>
      action.startsWith('dynamodb:') && Array.isArray(on) ? on.map(String) : [],
    );
    expect(partitions.filter((partition) => /^(RESPONSES|BURST)/.test(partition))).toEqual([]);
  });

  it('nobody updates or deletes a line of the audit trail', () => {
    const onTrail = allGrants.filter(({ statement }) =>
      partitionsOf(statement)?.some((partition) => partition.startsWith('AUDIT')),
    );
    const actions = onTrail.flatMap(({ role, statement }) =>
      statement.Action.map((action) => `${role.replace(/Role.*/, '')} ${action}`),
    );
    expect(actions.toSorted()).toEqual([
      'Dashboard dynamodb:BatchGetItem',
      'Dashboard dynamodb:GetItem',
      'Dashboard dynamodb:PutItem',
      'Dashboard dynamodb:Query',
    ]);
  });

  it('the rotation reads and replaces the key, and has no part in the table', () => {
    expect(allowed('RotateKeys')).toEqual({
      ...logs('RotateKeys'),
      'secretsmanager:DescribeSecret': 'TokenKeysSecret',
      'secretsmanager:GetSecretValue': 'TokenKeysSecret',
      'secretsmanager:PutSecretValue': 'TokenKeysSecret',
      'secretsmanager:UpdateSecretVersionStage': 'TokenKeysSecret',
    });
  });

  it('the scheduler starts the night and sets aside what it could not start', () => {
    expect(allowed('Aggregation')).toEqual({
      'states:StartExecution': 'AggregationNight',
      'sqs:SendMessage': 'AggregationNotStarted',
    });
  });

  it('the night calls the one function, starts an execution of itself for each province, and writes its log', () => {
    const { 'lambda:InvokeFunction': called, ...others } = allowed('AggregationNight');
    expect(called).toBe('AggregateFunction');
    expect(others).toEqual({
      'states:StartExecution': 'AggregationNight',
      'states:DescribeExecution': 'AggregationNight',
      'states:StopExecution': 'AggregationNight',
      ...Object.fromEntries(logDelivery.map((action) => [action, undefined])),
    });
  });

  it('nobody else has a role', () => {
    const parts = new Set(allGrants.map(({ role }) => role.replace(/Role.*/, '')));
    expect([...parts].toSorted()).toEqual([
      'Aggregate',
      'Aggregation',
      'AggregationNight',
      'Dashboard',
      'RotateKeys',
      'Survey',
    ]);
    expect(Object.keys(template.findResources('AWS::IAM::Role'))).toHaveLength(6);
  });
});

it('no statement names all actions, and none but the delivery of logs all resources', () => {
  for (const { statement } of allGrants) {
    expect(JSON.stringify(statement.Action)).not.toContain('*');
    if (statement.Resource === '*') expect(statement.Action.toSorted()).toEqual(logDelivery.toSorted());
    // Executions of the night have names that are made up when they start.
    else expect(JSON.stringify(statement.Resource).replace('":*"', '')).not.toContain('*');
  }
});

it('no role has a policy that somebody else may change', () => {
  for (const role of Object.values(template.findResources('AWS::IAM::Role'))) {
    expect(role).not.toHaveProperty('Properties.ManagedPolicyArns');
    expect(role).not.toHaveProperty('Properties.Policies');
  }
});

it('an operation on the table that names no partition is refused', () => {
  const onTable = allGrants.filter(({ statement }) =>
    statement.Action.some((action) => action.startsWith('dynamodb:')),
  );
  expect(onTable.length).toBeGreaterThan(0);
  for (const { statement } of onTable) {
    expect(statement.Condition?.['Null']).toEqual({ 'dynamodb:LeadingKeys': 'false' });
  }
});

it('only API Gateway calls the functions with pages, and only Secrets Manager of this account the rotation', () => {
  const permissions = Object.values(template.findResources('AWS::Lambda::Permission'));
  const principals = permissions.map(
    (permission) => /"Principal":"([^"]+)"/.exec(JSON.stringify(permission))?.[1],
  );
  expect(new Set(principals)).toEqual(new Set(['apigateway.amazonaws.com', 'secretsmanager.amazonaws.com']));
  template.hasResourceProperties('AWS::Lambda::Permission', {
    Principal: 'secretsmanager.amazonaws.com',
    SourceAccount: { Ref: 'AWS::AccountId' },
  });
  template.allResourcesProperties('AWS::Lambda::Permission', {
    Action: 'lambda:InvokeFunction',
    FunctionName: { 'Fn::GetAtt': [Match.stringLikeRegexp('^(Survey|Dashboard|RotateKeys)Function'), 'Arn'] },
  });
});
