import { Validations } from 'aws-cdk-lib';
import { type HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import type { ServiceFunction } from './service-function.ts';

/** Everything behind the sign-in: pages, and the same numbers for other programs. */
const paths = ['/dashboard', '/dashboard/{proxy+}', '/api/v1/{proxy+}'];

/** Where officers reach their pages: at the survey's own address, so that they come from the domain on the poster. */
export class DashboardSite extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { api, dashboard }: { api: HttpApi; dashboard: ServiceFunction },
  ) {
    super(scope, id);
    const integration = new HttpLambdaIntegration('Dashboard', dashboard.lambda);
    const routes = paths.flatMap((path) => api.addRoutes({ path, methods: [HttpMethod.ANY], integration }));
    for (const route of routes) {
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason: 'The function itself asks who is there: sessions and tokens can be revoked within a minute.',
      });
    }
    Validations.of(dashboard).acknowledge({
      id: 'Serverless-LambdaDLQ',
      reason:
        'It is called synchronously: what fails is answered at once, and what was typed stays on the page.',
    });
  }
}
