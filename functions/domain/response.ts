import * as z from 'zod/mini';
import type { DeskCode } from './desk-code.ts';
import { type Flag, flags } from './flags.ts';
import type { Week } from './iso-week.ts';
import {
  type Criterion,
  type CriterionAnswer,
  channels,
  criteria,
  type Fact,
  facts,
  languages,
  procedures,
  ratings,
} from './questionnaire.ts';
import type { CommuneCode } from './unit.ts';

const Rating = z.literal([...ratings]);

/** One submitted survey. It carries weeks, never a moment, and nothing about its author. */
export const Response = z.object({
  /** The random nonce of its token. */
  id: z.string(),
  desk: z.custom<DeskCode>((value) => typeof value === 'string'),
  commune: z.custom<CommuneCode>((value) => typeof value === 'string'),
  /** Week of the visit. */
  week: z.custom<Week>((value) => typeof value === 'string'),
  /** Week in which the token was issued: with the commune, where the response is kept. */
  arrival: z.custom<Week>((value) => typeof value === 'string'),
  channel: z.enum(channels),
  questionnaire: z.number(),
  language: z.enum(languages),
  overall: Rating,
  criteria: z.custom<Partial<Record<Criterion, CriterionAnswer>>>((value) => isAnswers(value)),
  facts: z.custom<Partial<Record<Fact, string>>>((value) => isFacts(value)),
  procedure: z.optional(z.enum(procedures)),
  flags: z.array(z.enum(flags)),
  edition: z.number(),
});
export type Response = z.infer<typeof Response>;

/** What of a response is counted. */
export const CountedResponse = z.pick(Response, {
  desk: true,
  channel: true,
  language: true,
  overall: true,
  criteria: true,
  facts: true,
  procedure: true,
  flags: true,
});
export type CountedResponse = z.infer<typeof CountedResponse>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isAnswers = (value: unknown): boolean =>
  isRecord(value) &&
  Object.entries(value).every(
    ([name, answer]) =>
      (criteria as readonly string[]).includes(name) &&
      (answer === 'na' || (ratings as readonly unknown[]).includes(answer)),
  );

const isFacts = (value: unknown): boolean =>
  isRecord(value) &&
  Object.entries(value).every(
    ([name, answer]) =>
      Object.hasOwn(facts, name) && (facts[name as Fact] as readonly unknown[]).includes(answer),
  );

/** What a person said, beside the rating: whatever was left out keeps what was said before. */
export interface Details {
  overall?: Response['overall'];
  criteria: Response['criteria'];
  facts: Response['facts'];
  procedure?: Response['procedure'];
  /** '' takes an earlier comment back. */
  comment?: string;
}

/** How long its author may correct a response, counted from the issue of its token. */
export const correctionMs = 2 * 3_600_000;

export const mayCorrect = (issuedAt: Date, now: Date): boolean =>
  now.getTime() - issuedAt.getTime() <= correctionMs;

/** The response after its author's next edition. */
export const corrected = (
  recorded: Response,
  { overall, criteria: changed, facts: said, procedure }: Details,
  edition: number,
  doubts: readonly Flag[],
): Response => ({
  ...recorded,
  overall: overall ?? recorded.overall,
  criteria: { ...recorded.criteria, ...changed },
  facts: { ...recorded.facts, ...said },
  ...(procedure ? { procedure } : {}),
  flags: [...new Set([...recorded.flags, ...doubts])],
  edition,
});
