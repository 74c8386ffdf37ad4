import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { expect, it } from 'vitest';
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
  ['for made-up answers', { keepsData: false }],
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
