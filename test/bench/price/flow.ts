import * as z from 'zod/mini';
import { invokeBundle } from '../../support/bundles.ts';
import { getEvent, postEvent } from '../../support/lambda-events.ts';
import { runNightOfStage } from '../../support/night-of-stage.ts';
import { tokenIn } from '../support/decoded.ts';
import type { DeployedStage } from '../support/deployed-stage.ts';
import type { Operation } from '../support/recorder.ts';

/** One invocation of a function and what it used. */
export interface Use {
  milliseconds: number;
  operations: Operation[];
  /** Of the body as a phone gets it. */
  bodyBytes: number;
}

/** What a citizen does, one invocation each. */
export interface Visit {
  scan: Use;
  rating: Use;
  details: Use | undefined;
}

const HttpAnswer = z.object({
  statusCode: z.literal(200),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  isBase64Encoded: z.optional(z.boolean()),
});

const comment = 'Cán bộ hướng dẫn rõ ràng, nhưng buổi sáng phải chờ hơi lâu vì chỉ có một bàn làm việc.';
const phone = { 'accept-encoding': 'gzip, deflate, br' };

const survey = async (
  { environment, recorder }: DeployedStage,
  event: unknown,
): Promise<{ use: Use; headers: Record<string, string>; body: Buffer }> => {
  recorder.taken();
  const { result, milliseconds } = await invokeBundle('survey', event, environment);
  const { headers, body, isBase64Encoded } = HttpAnswer.parse(result);
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  return {
    use: { milliseconds, operations: recorder.taken(), bodyBytes: bytes.length },
    headers,
    body: bytes,
  };
};

/** Scans, rates and perhaps adds details, as a phone does; with the bundles that are deployed. */
export const visit = async (
  stage: DeployedStage,
  desk: string,
  { hasDetails }: { hasDetails: boolean },
): Promise<Visit> => {
  const form = await survey(stage, getEvent(`/d/${desk}`, phone));
  const token = tokenIn(form);
  const rated = await survey(stage, postEvent(`/d/${desk}`, { token, overall: '4' }, phone));
  const details = hasDetails
    ? await survey(
        stage,
        postEvent(
          `/d/${desk}/details`,
          { token, edition: '2', attitude: '5', waiting: '3', visits: '1', extra_payment: 'no', comment },
          phone,
        ),
      )
    : undefined;
  return { scan: form.use, rating: rated.use, details: details?.use };
};

/** A night: every invocation of the aggregate function together, and what walking its states takes. */
export interface Night extends Use {
  invocations: number;
  transitions: number;
}

/** @param definition the state machine's */
export const night = async (
  { environment, recorder }: DeployedStage,
  definition: unknown,
): Promise<Night> => {
  recorder.taken();
  const { milliseconds, invocations, transitions } = await runNightOfStage(definition, environment);
  return { milliseconds, invocations, transitions, operations: recorder.taken(), bodyBytes: 0 };
};
