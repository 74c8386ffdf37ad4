import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod/mini';
import { stageConfig } from '../../../infra/aws/config.ts';
import { FeedbackStack } from '../../../infra/aws/feedback-stack.ts';
import { sum } from '../support/statistics.ts';
import { listPrices } from './list-prices.ts';

const Alarm = z.object({
  Properties: z.object({ Metrics: z.optional(z.array(z.object({ MetricStat: z.optional(z.unknown()) }))) }),
});

/** An alarm over a formula costs as much as one over each of the formula's metrics. */
const alarmMetrics = (template: Template): number =>
  sum(
    Object.values(template.findResources('AWS::CloudWatch::Alarm')).map((alarm) => {
      const { Metrics } = Alarm.parse(alarm).Properties;
      return Metrics ? Metrics.filter(({ MetricStat }) => MetricStat !== undefined).length : 1;
    }),
  );

/** The stack as it would be deployed. @param folder where to write it */
export const synthesized = (folder: string): Template => {
  const app = new App({ outdir: folder, builtinCloudFormationValidation: false });
  return Template.fromStack(new FeedbackStack(app, 'Bench', stageConfig({})));
};

/** What the stack costs in a month in which nobody comes, by the parts of its template that cost anything. */
export const idleParts = (template: Template) => {
  const count = (type: string): number => Object.keys(template.findResources(type)).length;
  return {
    alarms: alarmMetrics(template) * listPrices.alarmMetricMonth,
    secrets: count('AWS::SecretsManager::Secret') * listPrices.secrets.secretMonth,
    keys: count('AWS::KMS::Key') * listPrices.keyMonth,
  };
};
