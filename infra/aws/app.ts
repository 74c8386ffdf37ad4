import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { stageConfig } from './config.ts';
import { FeedbackStack } from './feedback-stack.ts';

/** `cdk synth` and `cdk deploy` start here: -c stage=pilot [-c alarmEmail=…] [-c domain=… -c certificateArn=…]. */
const app = new App();
const said = (name: string): unknown => app.node.tryGetContext(name);
const config = stageConfig({
  stage: said('stage'),
  alarmEmail: said('alarmEmail'),
  domain: said('domain'),
  certificateArn: said('certificateArn'),
});
new FeedbackStack(app, `ThuocDo-${config.stage}`, config);
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
