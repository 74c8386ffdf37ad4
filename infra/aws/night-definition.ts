import { nightPlan } from '../night-plan.ts';

const retry = nightPlan.retries.map(({ errors, attempts, firstWaitSeconds, factor, longestWaitSeconds }) => ({
  ErrorEquals: errors,
  MaxAttempts: attempts,
  ...(attempts > 0 && {
    IntervalSeconds: firstWaitSeconds,
    BackoffRate: factor,
    MaxDelaySeconds: longestWaitSeconds,
    JitterStrategy: 'FULL',
  }),
}));

const expression = (jsonata: string): string => `{% ${jsonata} %}`;

/**
 * The plan of a night in Amazon States Language. Each province is an execution of its own (a distributed map), so that
 * its retries and its parts weigh on no common history of 25,000 events, and it is found by its name. Its trouble is
 * caught in there and told at the end; an execution that vanishes without a word counts as trouble, too.
 * @param functionArn the function that takes the steps
 * @param stepSeconds longer than the function may run
 */
export const nightDefinition = (functionArn: string, stepSeconds: number) => {
  const step = (payload: string) => ({
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Arguments: { FunctionName: functionArn, Payload: expression(payload) },
    Output: expression('$states.result.Payload'),
    TimeoutSeconds: stepSeconds,
    Retry: retry,
  });

  return {
    Comment: 'Counts the answers of every province',
    QueryLanguage: 'JSONata',
    // A night that hangs ends before the next one begins.
    TimeoutSeconds: 20 * 3600,
    StartAt: 'ListProvinces',
    States: {
      ListProvinces: {
        ...step("$merge([$states.input, {'step': 'list'}])"),
        Next: 'EachProvince',
      },
      EachProvince: {
        Type: 'Map',
        Label: 'Province',
        Items: expression('$states.input.provinces'),
        // All that the list says beside the provinces is said to each of them.
        ItemSelector: expression(
          "$merge([$sift($states.input, function($value, $name) { $name != 'provinces' }), {'step': 'count', 'province': $states.context.Map.Item.Value}])",
        ),
        MaxConcurrency: nightPlan.provincesAtOnce,
        ToleratedFailurePercentage: 100,
        ItemProcessor: {
          // An express execution would end after five minutes.
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
          StartAt: 'Count',
          States: {
            Count: {
              ...step('$states.input'),
              Catch: [
                {
                  ErrorEquals: ['States.ALL'],
                  Output: {
                    province: expression('$states.input.province'),
                    error: expression('$states.errorOutput.Error'),
                  },
                  Next: 'NotCounted',
                },
              ],
              Next: 'IsTimeUp',
            },
            IsTimeUp: {
              Type: 'Choice',
              Choices: [{ Condition: expression('$exists($states.input.next)'), Next: 'Count' }],
              Default: 'Counted',
            },
            Counted: { Type: 'Succeed' },
            NotCounted: { Type: 'Succeed' },
          },
        },
        Output: {
          counted: expression('[$states.result[$exists(progress)]]'),
          notCounted: expression(
            '($counted := $states.result[$exists(progress)].province; [$states.input.provinces[$not($ in $counted)]])',
          ),
        },
        Next: 'AreAllCounted',
      },
      AreAllCounted: {
        Type: 'Choice',
        Choices: [
          { Condition: expression('$count($states.input.notCounted) > 0'), Next: 'ProvincesNotCounted' },
        ],
        Default: 'AllCounted',
      },
      ProvincesNotCounted: {
        Type: 'Fail',
        Error: 'ProvincesNotCounted',
        Cause: expression("$join($states.input.notCounted, ', ')"),
      },
      AllCounted: { Type: 'Succeed' },
    },
  };
};
