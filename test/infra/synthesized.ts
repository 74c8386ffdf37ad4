import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll } from 'vitest';
import * as z from 'zod/mini';
import { type StageConfig, stageConfig } from '../../infra/aws/config.ts';
import { FeedbackStack } from '../../infra/aws/feedback-stack.ts';
import { repositoryRoot } from '../../infra/bundles.ts';

const CdkJson = z.object({ context: z.record(z.string(), z.unknown()) });
const { context } = CdkJson.parse(JSON.parse(readFileSync(join(repositoryRoot, 'cdk.json'), 'utf8')));

const folder = mkdtempSync(join(tmpdir(), 'thuoc-do-cdk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The stack as `cdk synth` makes it; without the library's own validation, which takes seconds. */
export const feedbackStack = (
  changes: Partial<StageConfig> = {},
  { isValidated = false } = {},
): FeedbackStack => {
  const app = new App({
    context,
    outdir: mkdtempSync(join(folder, 'out-')),
    builtinCloudFormationValidation: isValidated,
  });
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

/** The partitions to which a statement is limited, as patterns; undefined when it is not about the table. */
export const partitionsOf = ({ Condition }: Statement): string[] | undefined =>
  z.optional(z.array(z.string())).parse(Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys']);

/** Statements of the role of one part of the stack. */
export const grantsOf = (template: Template, part: string): Statement[] =>
  grants(template)
    .filter(({ role }) => role.startsWith(`${part}Role`))
    .map(({ statement }) => statement);
