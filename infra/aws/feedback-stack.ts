import { CfnOutput, Duration, Stack, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Environment, StaffEnvironment } from '../../functions/config.ts';
import { Aggregation } from './aggregation.ts';
import type { StageConfig } from './config.ts';
import { DashboardSite } from './dashboard-site.ts';
import { Identity } from './identity.ts';
import { ServiceFunction } from './service-function.ts';
import { SurveySite } from './survey-site.ts';
import { FeedbackTable } from './table.ts';
import { TokenKeys } from './token-keys.ts';
import { Watch } from './watch.ts';

/** The service of one stage, in the order in which an answer goes through it, and everything it may do. */
export class FeedbackStack extends Stack {
  constructor(scope: Construct, id: string, config: StageConfig) {
    super(scope, id, {
      env: { region: config.region },
      description: 'Thuoc Do: the survey of the one-stop desks and its weekly measure',
      terminationProtection: config.keepsData,
    });
    Tags.of(this).add('service', 'thuoc-do');
    Tags.of(this).add('stage', config.stage);
    const { logDays, retention } = config;
    const kept = {
      RESPONSE_MONTHS: String(retention.responseMonths),
      COMMENT_MONTHS: String(retention.commentMonths),
    } satisfies Partial<Environment>;

    // What is kept.
    const feedback = new FeedbackTable(this, 'Feedback', config);
    const { tableName } = feedback.table;

    // The key that signs forms.
    const rotateKeys = new ServiceFunction(this, 'RotateKeys', {
      name: 'rotate-keys',
      description: 'Replaces the key that signs form tokens',
      memorySize: 256,
      timeout: Duration.seconds(30),
      logDays,
    });
    const { secret } = new TokenKeys(this, 'TokenKeys', { rotateKeys });

    // 1 Collect.
    const survey = new ServiceFunction(this, 'Survey', {
      name: 'survey',
      description: 'Asks citizens and stores what they answer',
      memorySize: 1024,
      // Longer than the table's own attempts take together, shorter than API Gateway waits.
      timeout: Duration.seconds(25),
      logDays,
      environment: {
        TABLE_NAME: tableName,
        TOKEN_KEYS_SECRET_ID: secret.secretArn,
        ...kept,
        ...(config.domain && { PUBLIC_ORIGIN: `https://${config.domain.name}` }),
      } satisfies Environment,
    });
    const site = new SurveySite(this, 'Site', { survey, config });

    // 2 Count.
    const aggregate = new ServiceFunction(this, 'Aggregate', {
      name: 'aggregate',
      description: 'Counts the answers of each commune and week',
      // One whole processor: it counts more than it waits.
      memorySize: 1769,
      timeout: Duration.minutes(15),
      logDays,
      environment: { TABLE_NAME: tableName, ...kept } satisfies Environment,
    });
    const { night, notStarted } = new Aggregation(this, 'Aggregation', { aggregate, logDays });

    // 3 Show.
    const identity = new Identity(this, 'Identity', { config, origin: site.origin });
    const dashboard = new ServiceFunction(this, 'Dashboard', {
      name: 'dashboard',
      description: 'Shows chiefs and provinces their numbers, and lets them work on them',
      memorySize: 1024,
      timeout: Duration.seconds(25),
      logDays,
      environment: {
        TABLE_NAME: tableName,
        PUBLIC_ORIGIN: site.origin,
        OIDC_ISSUER: identity.pool.userPoolProviderUrl,
        OIDC_CLIENT_ID: identity.client.ref,
        OIDC_PROGRAMS_CLIENT_ID: identity.programs.ref,
        OIDC_CLIENT_SECRET_ID: identity.clientSecret.ref,
        SIGN_OUT_URL: identity.signOutUrl,
        USER_POOL_ID: identity.pool.userPoolId,
      } satisfies Environment & StaffEnvironment,
    });
    new DashboardSite(this, 'DashboardSite', { api: site.api, dashboard });

    new Watch(this, 'Watch', {
      survey,
      aggregate,
      dashboard,
      rotateKeys,
      api: site.api,
      table: feedback.table,
      night,
      notStarted,
      alarmEmail: config.alarmEmail,
    });

    // Everything that the functions may do, beside writing failure lines.
    feedback.allow(survey, {
      GetItem: ['UNITS', 'COMMUNE#*', 'DESK#*', 'RESPONSES#*'],
      BatchGetItem: ['SETTINGS#*'],
      Query: ['TALLIES#*', 'PROVINCE#*', 'SETTINGS#*', 'PROMISES#*'],
      PutItem: ['RESPONSES#*', 'COMMENTS#*'],
      UpdateItem: ['RESPONSES#*', 'BURST#*'],
    });
    survey.allow({ actions: ['secretsmanager:GetSecretValue'], resources: [secret.secretArn] });
    feedback.allow(aggregate, {
      GetItem: ['UNITS', 'TALLIES#*', 'PROVINCE#*'],
      BatchGetItem: ['TALLIES#*'],
      Query: ['UNITS', 'RESPONSES#*', 'BURST#*', 'TALLIES#*', 'PROVINCE#*'],
      PutItem: ['TALLIES#*', 'PROVINCE#*'],
      UpdateItem: ['PROVINCE#*'],
      DeleteItem: ['BURST#*'],
    });
    feedback.allow(dashboard, {
      GetItem: [
        'UNITS',
        'COMMUNE#*',
        'DESK#*',
        'SETTINGS#*',
        'PROVINCE#*',
        'ROLLOUT#*',
        'AUDIT#*',
        'PROMISES#*',
        'ACCOUNT#*',
      ],
      BatchGetItem: ['DESK#*', 'AUDIT#*', 'SESSION#*', 'ACCOUNT#*'],
      Query: [
        'UNITS',
        'DESKS#*',
        'SETTINGS#*',
        'AUDIT#*',
        'TALLIES#*',
        'PROVINCE#*',
        'COMMENTS#*',
        'PROMISES#*',
        'VISITS#*',
        'ACCOUNTS#*',
      ],
      PutItem: [
        'DESK#*',
        'DESKS#*',
        'SETTINGS#*',
        'ROLLOUT#*',
        'AUDIT#*',
        'PROMISES#*',
        'VISITS#*',
        'SESSION#*',
        'SIGN-IN#*',
        'ACCOUNTS#*',
      ],
      UpdateItem: ['VISITS#*', 'SESSION#*', 'SIGN-IN#*', 'ACCOUNT#*'],
      DeleteItem: ['SESSION#*'],
    });
    dashboard.allow({
      actions: ['secretsmanager:GetSecretValue'],
      resources: [identity.clientSecret.ref],
    });
    dashboard.allow({
      actions: [
        'cognito-idp:AdminAddUserToGroup',
        'cognito-idp:AdminCreateUser',
        'cognito-idp:AdminDisableUser',
        'cognito-idp:AdminEnableUser',
        'cognito-idp:AdminGetUser',
        'cognito-idp:AdminListGroupsForUser',
        'cognito-idp:AdminRemoveUserFromGroup',
        'cognito-idp:AdminUserGlobalSignOut',
        'cognito-idp:CreateGroup',
      ],
      resources: [identity.pool.userPoolArn],
    });
    rotateKeys.allow({
      actions: [
        'secretsmanager:DescribeSecret',
        'secretsmanager:GetSecretValue',
        'secretsmanager:PutSecretValue',
        'secretsmanager:UpdateSecretVersionStage',
      ],
      resources: [secret.secretArn],
    });

    new CfnOutput(this, 'Address', { value: site.address, description: 'Where the survey answers' });
    new CfnOutput(this, 'Issuer', {
      value: identity.pool.userPoolProviderUrl,
      description: 'For npm run admin -- token --issuer',
    });
    new CfnOutput(this, 'ProgramsClient', {
      value: identity.programs.ref,
      description: 'For npm run admin -- token --client',
    });
    new CfnOutput(this, 'TableName', { value: tableName, description: 'For npm run admin' });
    if (site.dnsTarget) {
      new CfnOutput(this, 'DnsTarget', {
        value: site.dnsTarget,
        description: 'What the CNAME record of the domain must point to',
      });
    }
  }
}
