import * as z from 'zod/mini';
import type { DeskCode } from './desk-code.ts';
import { type Flag, flags } from './flags.ts';
import type { Week } from './iso-week.ts';
import {
  type Criterion,
  type CriterionAnswer,
  channels,
  everyProcedure,
  type Fact,
  languages,
  questionnaireOf,
  ratings,
} from './questionnaire.ts';
import type { CommuneCode } from './unit.ts';

interface Answers {
  questionnaire: number;
  criteria: Readonly<Record<string, unknown>>;
  facts: Readonly<Record<string, unknown>>;
  procedure?: string | undefined;
}

const isRating = (answer: unknown): boolean => ratings.some((rating) => rating === answer);

/** Whether a response answers what the questionnaire asked that it names. */
export const answersItsQuestionnaire = ({ questionnaire, criteria, facts, procedure }: Answers): boolean => {
  const asked = questionnaireOf(questionnaire);
  if (!asked) return false;
  const isCriterion = ([name, answer]: [string, unknown]) =>
    asked.criteria.some((criterion) => criterion === name) && (answer === 'na' || isRating(answer));
  const isFact = ([name, answer]: [string, unknown]) =>
    asked.facts.some((fact) => fact.name === name && fact.answers.some((each) => each === answer));
  return (
    Object.entries(criteria).every(isCriterion) &&
    Object.entries(facts).every(isFact) &&
    (procedure === undefined || asked.procedures.some((each) => each === procedure))
  );
};

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null;

const fields = {
  /** The random nonce of its token. */
  id: z.string(),
  desk: z.custom<DeskCode>((value) => typeof value === 'string'),
  commune: z.custom<CommuneCode>((value) => typeof value === 'string'),
  /** Week of the visit. */
  week: z.custom<Week>((value) => typeof value === 'string'),
  /** Week in which the token was issued: with the commune, where the response is kept. */
  arrival: z.custom<Week>((value) => typeof value === 'string'),
  channel: z.enum(channels),
  /** The version that it answers, and that says what may stand in it. */
  questionnaire: z.number(),
  language: z.enum(languages),
  overall: z.literal([...ratings]),
  criteria: z.custom<Partial<Record<Criterion, CriterionAnswer>>>(isRecord),
  facts: z.custom<Partial<Record<Fact, string>>>(isRecord),
  procedure: z.optional(z.enum(everyProcedure)),
  flags: z.array(z.enum(flags)),
  edition: z.number(),
};

const isAnswered = z.refine<Answers>(
  answersItsQuestionnaire,
  'answers something else than its questionnaire asked',
);

/** One submitted survey. It carries weeks, never a moment, and nothing about its author. */
export const Response = z.object(fields).check(isAnswered);
export type Response = z.infer<typeof Response>;

/** What of a response is counted. */
const counted = z.pick(z.object(fields), {
  desk: true,
  channel: true,
  questionnaire: true,
  language: true,
  overall: true,
  criteria: true,
  facts: true,
  procedure: true,
  flags: true,
});
export const CountedResponse = counted.check(isAnswered);
export type CountedResponse = z.infer<typeof CountedResponse>;

/** What a person said, beside the rating: whatever was left out keeps what was said before. */
export interface Details {
  /** The version whose questions were answered. */
  questionnaire: number;
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

/** Of what was said before, what the questionnaire asks too that was answered now: it may be a newer one. */
const keptFor = (
  recorded: Response,
  questionnaire: number,
): Pick<Response, 'criteria' | 'facts' | 'procedure'> => {
  const asked = questionnaireOf(questionnaire);
  if (recorded.questionnaire === questionnaire || !asked) return recorded;
  const { criteria, facts, procedure } = recorded;
  const isAsked = (answers: Partial<Answers>): boolean =>
    answersItsQuestionnaire({ questionnaire, criteria: {}, facts: {}, ...answers });
  return {
    criteria: Object.fromEntries(
      Object.entries(criteria).filter(([name, answer]) => isAsked({ criteria: { [name]: answer } })),
    ),
    facts: Object.fromEntries(
      Object.entries(facts).filter(([name, answer]) => isAsked({ facts: { [name]: answer } })),
    ),
    ...(procedure && isAsked({ procedure }) && { procedure }),
  };
};

/** The response after its author's next edition. */
export const corrected = (
  recorded: Response,
  { questionnaire, overall, criteria: changed, facts: said, procedure }: Details,
  edition: number,
  doubts: readonly Flag[],
): Response => {
  const { procedure: _, ...rest } = recorded;
  const kept = keptFor(recorded, questionnaire);
  const chosen = procedure ?? kept.procedure;
  return {
    ...rest,
    questionnaire,
    overall: overall ?? recorded.overall,
    criteria: { ...kept.criteria, ...changed },
    facts: { ...kept.facts, ...said },
    ...(chosen && { procedure: chosen }),
    flags: [...new Set([...recorded.flags, ...doubts])],
    edition,
  };
};
