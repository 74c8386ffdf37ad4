import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type NightSteps, StepRequest } from '../../functions/aggregate/night-steps.ts';
import { runNight } from '../../infra/local/run-night.ts';
import { nightDefinitionOf } from '../support/night-of-stage.ts';
import { week } from '../support/samples.ts';
import { execute, StateError } from '../support/state-machine.ts';
import { feedbackTemplate } from './synthesized.ts';

// The synthesised state machine and the night of one machine, walked side by side through the same troubles.

const definition = nightDefinitionOf(feedbackTemplate());
const weeks = [week('2026-W47')];
const how = { closesWeeks: true, atOnce: false };

/** What a call comes to: it is done, its time is up, or it fails with an error of this name. */
const outcomes = [
  'done',
  'time up',
  'Unavailable',
  'Sandbox.Timedout',
  'Lambda.TooManyRequestsException',
  'RangeError',
] as const;
type Outcome = (typeof outcomes)[number];

/** What each call of a step comes to, one after another; done from then on. */
interface Troubles {
  list: readonly Outcome[];
  provinces: Readonly<Record<string, readonly Outcome[]>>;
}

interface Walked {
  /** What was asked of each province, in order. */
  calls: Record<string, unknown[]>;
  lists: number;
  /** Seconds, in no order: provinces wait beside each other. */
  waits: number[];
  mostAtOnce: number;
  /** The provinces that were not counted, or why there was no night. */
  end: readonly string[] | string;
}

/** Steps that come to what they are told to, and a note of everything asked of them. */
const troubledSteps = ({ list, provinces }: Troubles) => {
  const walked: Omit<Walked, 'end'> = { calls: {}, lists: 0, waits: [], mostAtOnce: 0 };
  const left = new Map(Object.entries({ ...provinces, list }).map(([name, all]) => [name, [...all]]));
  const outcomeOf = (name: string): Outcome => {
    const outcome = left.get(name)?.shift() ?? 'done';
    if (outcome !== 'done' && outcome !== 'time up') {
      throw Object.assign(new Error('as told'), { name: outcome });
    }
    return outcome;
  };
  let atOnce = 0;
  const steps: NightSteps = {
    list: async () => {
      walked.lists += 1;
      outcomeOf('list');
      return { provinces: Object.keys(provinces).toSorted(), weeks, how };
    },
    count: async (request) => {
      walked.calls[request.province] = [...(walked.calls[request.province] ?? []), request];
      atOnce += 1;
      walked.mostAtOnce = Math.max(walked.mostAtOnce, atOnce);
      try {
        for (let turn = 0; turn < 3; turn += 1) await setImmediate();
        const { province, progress } = request;
        const counted = 1 + (progress?.counted ?? 0);
        return {
          step: 'count',
          province,
          weeks,
          ...(outcomeOf(request.province) === 'time up' && {
            next: { week: weeks[0] ?? week('2026-W47'), commune: String(10_000 + counted) },
          }),
          progress: { counted, of: 9, responses: 2 * counted, written: 0 },
        };
      } finally {
        atOnce -= 1;
      }
    },
  };
  const waiting = { wait: async (seconds: number) => walked.waits.push(seconds), random: () => 0.75 };
  const done = (end: Walked['end']): Walked => ({
    ...walked,
    waits: walked.waits.toSorted((a, b) => a - b),
    end,
  });
  return { steps, waiting, done };
};

const onOneMachine = async (troubles: Troubles): Promise<Walked> => {
  const { steps, waiting, done } = troubledSteps(troubles);
  try {
    const { notCounted } = await runNight(steps, {}, waiting);
    return done(notCounted);
  } catch (error) {
    return done(error instanceof Error ? error.name : 'unknown');
  }
};

const Output = z.object({ notCounted: z.array(z.string()) });

const inTheCloud = async (troubles: Troubles): Promise<Walked> => {
  const { steps, waiting, done } = troubledSteps(troubles);
  const invoke = (_: string, payload: unknown): Promise<unknown> => {
    const request = StepRequest.parse(payload);
    return request.step === 'list' ? steps.list(request) : steps.count(request);
  };
  try {
    return done(Output.parse(await execute(definition, {}, { invoke, ...waiting })).notCounted);
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
    return done(error.name === 'ProvincesNotCounted' ? error.message.split(', ') : error.name);
  }
};

const someOutcomes = fc.array(fc.constantFrom(...outcomes), { maxLength: 7 });
const troubles = fc.record({
  list: someOutcomes,
  provinces: fc.dictionary(
    fc.integer({ min: 1, max: 96 }).map((n) => String(n).padStart(2, '0')),
    someOutcomes,
    { maxKeys: 9 },
  ),
});

describe('the night in the cloud and the night on one machine', () => {
  it('ask the same of each province, wait as long between attempts, and end alike', async () => {
    await fc.assert(
      fc.asyncProperty(troubles, async (each) => {
        expect(await inTheCloud(each)).toEqual(await onOneMachine(each));
      }),
      { numRuns: 150 },
    );
  });

  it('count every province where nothing is in the way, so many at once', async () => {
    const provinces = Object.fromEntries(Array.from({ length: 34 }, (_, n) => [String(n + 10), []]));
    const walked = await inTheCloud({ list: [], provinces });
    expect(walked).toEqual(await onOneMachine({ list: [], provinces }));
    expect(walked).toMatchObject({ lists: 1, waits: [], mostAtOnce: 4, end: [] });
    expect(Object.keys(walked.calls)).toHaveLength(34);
  });

  it('do not try again what was refused, and try for an hour what could not be begun', async () => {
    const walked = await inTheCloud({
      list: [],
      provinces: {
        '01': ['RangeError'],
        '42': Array.from({ length: 21 }, (): Outcome => 'Lambda.TooManyRequestsException'),
        '79': Array.from({ length: 20 }, (): Outcome => 'Lambda.TooManyRequestsException'),
      },
    });
    expect(walked.end).toEqual(['01', '42']);
    expect(walked.calls['01']).toHaveLength(1);
    expect(walked.calls['42']).toHaveLength(21);
    expect(walked.waits.reduce((a, b) => a + b) / 2).toBeGreaterThan(3_600);
  });
});

describe('the night in the cloud', () => {
  const counting = async (_: string, payload: unknown) => {
    const request = StepRequest.parse(payload);
    return request.step === 'list'
      ? { provinces: request.provinces ?? ['01', '42'], weeks: request.weeks ?? weeks, how }
      : { ...request, progress: { counted: 2, of: 2, responses: 5, written: 3 } };
  };
  const world = { invoke: counting, wait: async () => {}, random: Math.random };

  it('tells of each province how far it came, and of no desk and no moment', async () => {
    expect(await execute(definition, {}, world)).toEqual({
      counted: ['01', '42'].map((province) => ({
        step: 'count',
        province,
        weeks,
        how,
        progress: { counted: 2, of: 2, responses: 5, written: 3 },
      })),
      notCounted: [],
    });
  });

  it('can be asked for some provinces and weeks', async () => {
    const input = { provinces: ['42'], weeks: ['2026-W44'] };
    expect(await execute(definition, input, world)).toMatchObject({
      counted: [{ province: '42', weeks: ['2026-W44'] }],
    });
  });

  it('takes a province whose execution vanished for one that was not counted', async () => {
    const isAborted = (item: unknown) => JSON.stringify(item).includes('"42"');
    await expect(execute(definition, {}, { ...world, isAborted })).rejects.toThrow(/^42$/);
  });

  it('has nothing to do where no province is known', async () => {
    expect(await execute(definition, { provinces: [] }, world)).toEqual({ counted: [], notCounted: [] });
  });
});
