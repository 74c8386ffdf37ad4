import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stage } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { StageConfig } from '../../infra/aws/config.ts';
import { feedbackStack } from './synthesized.ts';

const domain = {
  name: 'thuocdo.example',
  certificateArn: 'arn:aws:acm:ap-southeast-1:111122223333:certificate/x',
};

it.each<[string, Partial<StageConfig>]>([
  ['as it is', {}],
  [
    'with a domain, an e-mail address and a key of our own',
    { domain, alarmEmail: 'a@b.vn', customerManagedKey: true },
  ],
  ['for made-up answers', { keepsData: false, secondFactor: 'optional' }],
])('the stack %s breaks no rule of AWS Solutions and Serverless without a reason', (_, changes) => {
  const stack = feedbackStack(changes);
  const found = [new AwsSolutionsChecks(stack), new ServerlessChecks(stack)]
    .flatMap((pack) => pack.validateScope(stack.node.root).violations)
    .map(({ ruleName, violatingResources }) => [
      ruleName,
      ...violatingResources.map(({ constructPath }) => constructPath),
    ]);
  expect(found).toEqual([]);
});

const Report = z.object({ pluginReports: z.array(z.unknown()) });

it('the template breaks no rule of CloudFormation that can be known before deploying', () => {
  const app = Stage.of(feedbackStack({}, { isValidated: true }));
  app?.synth();
  const report = readFileSync(join(app?.outdir ?? '', 'validation-report.json'), 'utf8');
  expect(Report.parse(JSON.parse(report)).pluginReports).toEqual([]);
});
