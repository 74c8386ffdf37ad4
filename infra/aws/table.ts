import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AttributeType, Billing, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { AnyPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { StageConfig } from './config.ts';
import type { ServiceFunction } from './service-function.ts';

type Operation = 'GetItem' | 'BatchGetItem' | 'Query' | 'PutItem' | 'UpdateItem' | 'DeleteItem';

/** For each operation the partitions on which it may be done, as patterns of their key. */
export type TableAccess = Partial<Record<Operation, readonly string[]>>;

/** The one table: units, desks, answers and tallies. functions/store/table.ts explains its keys. */
export class FeedbackTable extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string, config: StageConfig) {
    super(scope, id);
    const removalPolicy = config.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;

    // No contributor insights, ever: they list the busiest keys, which are desks, minute by minute.
    this.table = new TableV2(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billing: Billing.onDemand(),
      timeToLiveAttribute: 'expiresAt',
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        recoveryPeriodInDays: config.recoveryDays,
      },
      encryption: config.customerManagedKey
        ? TableEncryptionV2.customerManagedKey(this.ownKey(removalPolicy))
        : TableEncryptionV2.dynamoOwnedKey(),
      deletionProtection: config.keepsData,
      removalPolicy,
    });
  }

  /** Lets a function do these operations on these partitions and on no others. */
  allow(user: ServiceFunction, access: TableAccess): void {
    for (const [operation, partitions] of Object.entries(access)) {
      user.allow({
        actions: [`dynamodb:${operation}`],
        resources: [this.table.tableArn],
        conditions: {
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions },
          // A request that names no key at all would otherwise fulfil "for all values".
          Null: { 'dynamodb:LeadingKeys': 'false' },
        },
      });
    }
  }

  /** Like the keys that AWS manages: whoever this account lets use the table may use it, through DynamoDB only. */
  private ownKey(removalPolicy: RemovalPolicy): Key {
    const { account, region } = Stack.of(this);
    const key = new Key(this, 'Key', {
      description: 'Encrypts the table of the survey',
      enableKeyRotation: true,
      removalPolicy,
    });
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new AnyPrincipal()],
        actions: [
          'kms:Encrypt',
          'kms:Decrypt',
          'kms:ReEncrypt*',
          'kms:GenerateDataKey*',
          'kms:DescribeKey',
          'kms:CreateGrant',
        ],
        resources: ['*'],
        conditions: {
          StringEquals: {
            'kms:CallerAccount': account,
            'kms:ViaService': `dynamodb.${region}.amazonaws.com`,
          },
        },
      }),
    );
    return key;
  }
}
