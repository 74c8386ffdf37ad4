import { Validations } from 'aws-cdk-lib';
import { DomainName, HttpApi, HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Construct } from 'constructs';
import type { StageConfig } from './config.ts';
import type { ServiceFunction } from './service-function.ts';

const noMoments =
  'An access log dates each request to one desk, and beside the camera over that desk names who gave an answer.';

/** Where citizens reach the survey: every path goes to one function. */
export class SurveySite extends Construct {
  readonly api: HttpApi;
  readonly address: string;
  /** The same without a path: 'https://thuocdo.example'. */
  readonly origin: string;
  /** What the domain's DNS record must point to; undefined without a domain. */
  readonly dnsTarget: string | undefined;

  constructor(
    scope: Construct,
    id: string,
    { survey, config }: { survey: ServiceFunction; config: StageConfig },
  ) {
    super(scope, id);

    this.api = new HttpApi(this, 'Api', {
      description: 'Survey of the one-stop desks',
      createDefaultStage: false,
      // With a domain of its own, the made-up address would only help those who imitate it.
      disableExecuteApiEndpoint: config.domain !== undefined,
      defaultIntegration: new HttpLambdaIntegration('Survey', survey.lambda),
    });
    const domain = config.domain && this.domain(config.domain);
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: config.requestsPerSecond, burstLimit: config.requestsAtOnce },
      ...(domain && { domainMapping: { domainName: domain } }),
    });
    this.origin = config.domain ? `https://${config.domain.name}` : this.api.apiEndpoint;
    this.address = `${this.origin}/`;
    this.dnsTarget = domain?.regionalDomainName;

    Validations.of(stage).acknowledge(
      { id: 'AwsSolutions-APIG1', reason: noMoments },
      { id: 'Serverless-APIGWAccessLogging', reason: noMoments },
    );
    Validations.of(survey).acknowledge({
      id: 'Serverless-LambdaDLQ',
      reason: 'It is called synchronously: what fails is answered at once, and the phone keeps the answer.',
    });
    Validations.of(this.api).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason:
        'The survey is for everybody who was at a desk, without any login: what it takes is a signed token.',
    });
  }

  private domain({ name, certificateArn }: NonNullable<StageConfig['domain']>): DomainName {
    return new DomainName(this, 'Domain', {
      domainName: name,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
    });
  }
}
