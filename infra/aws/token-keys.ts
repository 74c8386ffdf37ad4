import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnRotationSchedule, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { ServiceFunction } from './service-function.ts';

/** Far above the nine days for which a key has to sign; far below the life of a stolen key that would pay. */
const rotationDays = 30;

/** The key that signs form tokens: a secret whose every version is one key, and what replaces it. */
export class TokenKeys extends Construct {
  readonly secret: Secret;

  constructor(scope: Construct, id: string, { rotateKeys }: { rotateKeys: ServiceFunction }) {
    super(scope, id);

    this.secret = new Secret(this, 'Secret', {
      description: 'Signs the form tokens of the survey; each version is one key',
      generateSecretString: {
        // 43 letters and digits are the base64url of 32 bytes: the first key looks like those that follow.
        secretStringTemplate: '{}',
        generateStringKey: 'secret',
        passwordLength: 43,
        excludePunctuation: true,
        includeSpace: false,
      },
      // A lost key costs a form that was open; comments could no longer be corrected, nothing else.
      removalPolicy: RemovalPolicy.DESTROY,
    });

    Validations.of(rotateKeys).acknowledge({
      id: 'Serverless-LambdaDLQ',
      reason:
        'A step that fails is retried by Secrets Manager and raises an alarm; there is no event to keep.',
    });
    rotateKeys.lambda.addPermission('RotatedBySecretsManager', {
      principal: new ServicePrincipal('secretsmanager.amazonaws.com'),
      sourceAccount: Stack.of(this).account,
    });
    // Not secret.addRotationSchedule: it would let the function make passwords on any resource.
    const schedule = new CfnRotationSchedule(this, 'Rotation', {
      secretId: this.secret.secretArn,
      rotationLambdaArn: rotateKeys.lambda.functionArn,
      // The first rotation at once shows whether rotation works.
      rotateImmediatelyOnUpdate: true,
      rotationRules: { scheduleExpression: `rate(${rotationDays} days)` },
    });
    schedule.node.addDependency(rotateKeys);
  }
}
