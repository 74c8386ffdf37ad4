import jsonata from 'jsonata';
import pMap from 'p-map';
import * as z from 'zod/mini';

/*
 * Walks a definition in Amazon States Language (https://states-language.net, JSONata) as Step Functions does, as far
 * as ours uses it: the schemas are strict, so that a field this file knows nothing of fails instead of being ignored.
 */

const Retrier = z.strictObject({
  ErrorEquals: z.array(z.string()),
  MaxAttempts: z.number(),
  IntervalSeconds: z._default(z.number(), 1),
  BackoffRate: z._default(z.number(), 2),
  MaxDelaySeconds: z._default(z.number(), Number.POSITIVE_INFINITY),
  JitterStrategy: z._default(z.enum(['NONE', 'FULL']), 'NONE'),
});
type Retrier = z.infer<typeof Retrier>;

const Catcher = z.strictObject({
  ErrorEquals: z.array(z.string()),
  Output: z.optional(z.unknown()),
  Next: z.string(),
});
type Catcher = z.infer<typeof Catcher>;

const handling = { Retry: z._default(z.array(Retrier), []), Catch: z._default(z.array(Catcher), []) };

const Task = z.strictObject({
  Type: z.literal('Task'),
  Resource: z.literal('arn:aws:states:::lambda:invoke'),
  Arguments: z.object({ FunctionName: z.string(), Payload: z.unknown() }),
  Output: z.optional(z.unknown()),
  TimeoutSeconds: z.number(),
  Next: z.string(),
  ...handling,
});
type Task = z.infer<typeof Task>;

const Choice = z.strictObject({
  Type: z.literal('Choice'),
  Choices: z.array(z.strictObject({ Condition: z.string(), Next: z.string() })),
  Default: z.string(),
});
const Fail = z.strictObject({ Type: z.literal('Fail'), Error: z.string(), Cause: z.string() });
const Succeed = z.strictObject({ Type: z.literal('Succeed') });

const processorStates = z.record(z.string(), z.discriminatedUnion('Type', [Task, Choice, Fail, Succeed]));
const Distributed = z.strictObject({
  Type: z.literal('Map'),
  Label: z.string(),
  Items: z.unknown(),
  ItemSelector: z.unknown(),
  MaxConcurrency: z.number(),
  ToleratedFailurePercentage: z.literal(100),
  ItemProcessor: z.strictObject({
    ProcessorConfig: z.strictObject({ Mode: z.literal('DISTRIBUTED'), ExecutionType: z.literal('STANDARD') }),
    StartAt: z.string(),
    States: processorStates,
  }),
  Output: z.optional(z.unknown()),
  Next: z.string(),
});
type Distributed = z.infer<typeof Distributed>;

const State = z.discriminatedUnion('Type', [Task, Choice, Fail, Succeed, Distributed]);
type State = z.infer<typeof State>;

export const Definition = z.strictObject({
  Comment: z.string(),
  QueryLanguage: z.literal('JSONata'),
  TimeoutSeconds: z.number(),
  StartAt: z.string(),
  States: z.record(z.string(), State),
});

/** What a state fails with, and an execution in the end. */
export class StateError extends Error {
  /** Its message is what Step Functions calls the cause. */
  constructor(name: string, cause: string) {
    super(cause);
    this.name = name;
  }
}

export interface World {
  /** Calls a function; its error fails the task by its name. */
  invoke(functionName: string, payload: unknown): Promise<unknown>;
  wait(seconds: number): Promise<unknown>;
  random(): number;
  /** Told of every execution that starts, children too, and of every state that is entered. */
  moved?(to: string): void;
  /** Whether a child execution vanishes: stopped by somebody, so that it leaves no output. */
  isAborted?(item: unknown): boolean;
}

interface Scope {
  input: unknown;
  result?: unknown;
  errorOutput?: unknown;
  context?: unknown;
}

const isExpression = /^\{%([\s\S]*)%\}$/;
const Items = z.array(z.unknown());
const Invoked = z.object({ FunctionName: z.string(), Payload: z.unknown() });

/** A template with its expressions evaluated; an expression without a value fails, as JSON knows no undefined. */
const evaluated = async (template: unknown, scope: Scope): Promise<unknown> => {
  if (typeof template === 'string') {
    const [, text] = isExpression.exec(template) ?? [];
    if (text === undefined) return template;
    const value: unknown = await jsonata(text).evaluate({}, { states: scope });
    if (value === undefined) throw new StateError('States.QueryEvaluationError', template);
    // JSONata marks its own sequences with hidden names; JSON has none.
    return JSON.parse(JSON.stringify(value));
  }
  if (Array.isArray(template)) return Promise.all(template.map((part) => evaluated(part, scope)));
  if (template === null || typeof template !== 'object') return template;
  const entries = Object.entries(template).map(async ([name, part]) => [name, await evaluated(part, scope)]);
  return Object.fromEntries(await Promise.all(entries));
};

const asStateError = (error: unknown): StateError => {
  if (error instanceof StateError) return error;
  return error instanceof Error
    ? new StateError(error.name, error.message)
    : new StateError('Unknown', String(error));
};

const matches = (error: StateError, names: readonly string[]): boolean =>
  names.includes(error.name) || names.includes('States.ALL');

const runTask = async (task: Task, input: unknown, world: World): Promise<unknown> => {
  const { FunctionName, Payload } = Invoked.parse(await evaluated(task.Arguments, { input }));
  const result = { Payload: await world.invoke(FunctionName, Payload) };
  return task.Output === undefined ? result : evaluated(task.Output, { input, result });
};

/** Does the work of a state until it succeeds or its retriers give it up. */
const retried = async (
  retriers: readonly Retrier[],
  work: () => Promise<unknown>,
  world: World,
): Promise<unknown> => {
  const attempts = new Map<Retrier, number>();
  for (;;) {
    try {
      return await work();
    } catch (thrown) {
      const error = asStateError(thrown);
      const retrier = retriers.find(({ ErrorEquals }) => matches(error, ErrorEquals));
      const before = (retrier && attempts.get(retrier)) ?? 0;
      if (!retrier || before >= retrier.MaxAttempts) throw error;
      attempts.set(retrier, before + 1);
      const { IntervalSeconds, BackoffRate, MaxDelaySeconds, JitterStrategy } = retrier;
      const longest = Math.min(MaxDelaySeconds, IntervalSeconds * BackoffRate ** before);
      await world.wait(JitterStrategy === 'FULL' ? longest * world.random() : longest);
    }
  }
};

const caught = async (
  catchers: readonly Catcher[],
  error: StateError,
  input: unknown,
): Promise<{ output: unknown; next: string }> => {
  const catcher = catchers.find(({ ErrorEquals }) => matches(error, ErrorEquals));
  if (!catcher) throw error;
  const errorOutput = { Error: error.name, Cause: error.message };
  const output =
    catcher.Output === undefined ? errorOutput : await evaluated(catcher.Output, { input, errorOutput });
  return { output, next: catcher.Next };
};

const runMap = async (map: Distributed, input: unknown, world: World): Promise<unknown> => {
  const items = Items.parse(await evaluated(map.Items, { input }));
  const results = await pMap(
    items,
    async (Value, Index) => {
      const item = await evaluated(map.ItemSelector, { input, context: { Map: { Item: { Index, Value } } } });
      // A child that failed is tolerated, and leaves what it failed with.
      return world.isAborted?.(item)
        ? []
        : [await walk(map.ItemProcessor, item, world).catch((error: StateError) => ({ Error: error.name }))];
    },
    { concurrency: map.MaxConcurrency },
  );
  const result = results.flat();
  return map.Output === undefined ? result : evaluated(map.Output, { input, result });
};

const walk = async (
  { StartAt, States }: { StartAt: string; States: Readonly<Record<string, State>> },
  input: unknown,
  world: World,
): Promise<unknown> => {
  let [name, value] = [StartAt, input];
  world.moved?.('start');
  for (;;) {
    const state = States[name];
    if (!state) throw new StateError('States.Runtime', `there is no state ${name}`);
    world.moved?.(name);
    switch (state.Type) {
      case 'Succeed':
        return value;
      case 'Fail':
        throw new StateError(state.Error, String(await evaluated(state.Cause, { input: value })));
      case 'Choice': {
        let next = state.Default;
        for (const choice of state.Choices.toReversed()) {
          if ((await evaluated(choice.Condition, { input: value })) === true) next = choice.Next;
        }
        name = next;
        break;
      }
      case 'Map':
        value = await runMap(state, value, world);
        name = state.Next;
        break;
      case 'Task':
        try {
          value = await retried(state.Retry, () => runTask(state, value, world), world);
          name = state.Next;
        } catch (error) {
          ({ output: value, next: name } = await caught(state.Catch, asStateError(error), value));
        }
        break;
    }
  }
};

/** Runs an execution to its end: its output, or the StateError it failed with. */
export const execute = async (definition: unknown, input: unknown, world: World): Promise<unknown> =>
  walk(Definition.parse(definition), input, world);
