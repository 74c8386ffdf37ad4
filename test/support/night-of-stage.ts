import type { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod/mini';
import { type BundleEnvironment, invokeBundle } from './bundles.ts';
import { execute, type World } from './state-machine.ts';

const Reference = z.union([
  z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }),
  z.object({ Ref: z.string() }),
]);
const Part = z.union([z.string(), Reference]);
const StateMachine = z.object({
  Properties: z.object({
    DefinitionString: z.object({ 'Fn::Join': z.tuple([z.literal(''), z.array(Part)]) }),
  }),
});

/** What the parts of a template that are known only in the cloud are called in it. */
const nameOf = (part: z.infer<typeof Part>): string => {
  if (typeof part === 'string') return part;
  return 'Ref' in part ? part.Ref : part['Fn::GetAtt'][0];
};

/** The definition of the one state machine of a stack; functions go by their logical ids. */
export const nightDefinitionOf = (template: Template): unknown => {
  const [machine] = Object.values(template.findResources('AWS::StepFunctions::StateMachine'));
  const { DefinitionString } = StateMachine.parse(machine).Properties;
  return JSON.parse(DefinitionString['Fn::Join'][1].map(nameOf).join(''));
};

export interface StageNight {
  /** Of the execution. */
  output: unknown;
  /** What Step Functions bills: states entered, and to be careful one more for each execution that starts. */
  transitions: number;
  /** Of the function. */
  invocations: number;
  /** In the function. */
  milliseconds: number;
}

export interface StageNightOptions extends Partial<Pick<World, 'wait' | 'random'>> {
  /** Of the execution; the schedules give none. */
  input?: unknown;
  /** What the function believes to have left, in place of its whole time. */
  remainingMs?: number;
  /** The error with which Lambda refuses to begin an invocation, if it does. */
  refuse?: () => string | undefined;
}

/** What both schedules start, as Step Functions and Lambda would run it: the definition, and the built bundle. */
export const runNightOfStage = async (
  definition: unknown,
  environment: BundleEnvironment,
  {
    input = {},
    remainingMs,
    refuse = () => undefined,
    wait = async () => {},
    random = Math.random,
  }: StageNightOptions = {},
): Promise<StageNight> => {
  let transitions = 0;
  let invocations = 0;
  let milliseconds = 0;
  const failure = (name: string, message: string): Error => Object.assign(new Error(message), { name });
  const output = await execute(definition, input, {
    invoke: async (functionName, payload) => {
      if (!functionName.startsWith('Aggregate')) throw new Error(`the night calls ${functionName}`);
      const refusal = refuse();
      if (refusal) throw failure(refusal, 'refused');
      const { result, error, ...invocation } = await invokeBundle('aggregate', payload, environment, {
        ...(remainingMs !== undefined && { remainingMs }),
      });
      invocations += 1;
      milliseconds += invocation.milliseconds;
      if (error) throw failure(error.name, error.message);
      return result;
    },
    wait,
    random,
    moved: () => {
      transitions += 1;
    },
  });
  return { output, transitions, invocations, milliseconds };
};
