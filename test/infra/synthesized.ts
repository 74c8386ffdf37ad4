import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod/mini';
import { type StageConfig, stageConfig } from '../../infra/aws/config.ts';
import { FeedbackStack } from '../../infra/aws/feedback-stack.ts';
import { repositoryRoot } from '../../infra/bundles.ts';

const CdkJson = z.object({ context: z.record(z.string(), z.unknown()) });
const { context } = CdkJson.parse(JSON.parse(readFileSync(join(repositoryRoot, 'cdk.json'), 'utf8')));

/** The stack as `cdk synth` makes it, without the validation of templates that takes seconds. */
export const feedbackStack = (changes: Partial<StageConfig> = {}): FeedbackStack => {
  const app = new App({ context, builtinCloudFormationValidation: false });
  return new FeedbackStack(app, 'Test', { ...stageConfig({}), ...changes });
};

export const feedbackTemplate = (changes?: Partial<StageConfig>): Template =>
  Template.fromStack(feedbackStack(changes));

const Text = z.union([z.string(), z.array(z.string())]);
const List = z.pipe(
  Text,
  z.transform((text) => (typeof text === 'string' ? [text] : text)),
);
const Statement = z.object({
  Effect: z.literal('Allow'),
  Action: List,
  /** A name in the template, or an ARN written out. */
  Resource: z.unknown(),
  Condition: z.optional(z.record(z.string(), z.record(z.string(), z.unknown()))),
});
export type Statement = z.infer<typeof Statement>;

const Policy = z.object({
  Properties: z.object({
    Roles: z.array(z.object({ Ref: z.string() })),
    PolicyDocument: z.object({ Statement: z.array(Statement) }),
  }),
});

export interface Grant {
  /** Logical id of the role. */
  role: string;
  statement: Statement;
}

/** Every statement of every policy that a role of the stack has. */
export const grants = (template: Template): Grant[] =>
  Object.values(template.findResources('AWS::IAM::Policy'))
    .map((resource) => Policy.parse(resource).Properties)
    .flatMap(({ Roles, PolicyDocument }) =>
      Roles.flatMap(({ Ref }) => PolicyDocument.Statement.map((statement) => ({ role: Ref, statement }))),
    );
