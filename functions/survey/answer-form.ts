import * as z from 'zod/mini';
import { botField } from '../../web/components/bot-field.tsx';
import { parseWeek, type Week } from '../domain/iso-week.ts';
import { textLimits, textWithin, tidied } from '../domain/limited-text.ts';
import {
  type Criterion,
  type CriterionAnswer,
  currentQuestionnaire,
  everyCriterion,
  everyFact,
  type Fact,
  firstQuestionnaire,
  type PublishedQuestionnaire,
  questionnaireOf,
  type Rating,
  ratings,
} from '../domain/questionnaire.ts';
import { recordOf } from '../domain/record-of.ts';
import type { Details } from '../domain/response.ts';
import { claimableWeeks } from '../domain/week-life.ts';
import type { Posted } from './form-body.ts';

/** Why a field can't be taken; the page says it in the person's language. */
export type ProblemKind =
  | 'missing_rating'
  | 'not_offered'
  | 'unknown_field'
  | 'too_long'
  | 'wrong_week'
  | 'wrong_edition';

export interface FieldProblem {
  field: string;
  kind: ProblemKind;
}

/** Fields that hold what a person says beside the overall rating. */
export const detailFields: readonly string[] = [
  ...everyCriterion,
  ...everyFact,
  'procedure',
  'comment',
  'commented',
];

const rating = z.pipe(
  z.enum(['1', '2', '3', '4', '5']),
  z.transform((text): Rating => ratings[Number(text) - 1] ?? 1),
);
const criterion = z.optional(z.union([rating, z.literal('na')]));

/** In every form, beside what it asks. What stands in the bot field is of no interest, only that something does. */
const technical = {
  token: z.optional(z.string()),
  questionnaire: z.optional(z.string()),
  [botField]: z.optional(z.string()),
};

const formsOf = ({ criteria, facts, procedures }: PublishedQuestionnaire) => {
  const fact = (name: Fact) => z.optional(z.enum(facts.find((each) => each.name === name)?.answers ?? []));
  const details = {
    ...technical,
    ...recordOf(criteria, () => criterion),
    ...recordOf(
      facts.map(({ name }) => name),
      fact,
    ),
    procedure: z.optional(z.enum(procedures)),
    comment: z.optional(textWithin(textLimits.comment)),
    commented: z.optional(z.literal('1')),
  };
  return {
    /** `POST /d/:code`: the rating, perhaps with everything else at once. */
    rating: z.strictObject({ overall: rating, week: z.optional(z.string()), ...details }),
    /** `POST /d/:code/details`: a later edition of the same response. */
    details: z.strictObject({
      edition: z.string().check(z.regex(/^([2-9]|[1-9]\d{1,2})$/)),
      overall: z.optional(rating),
      ...details,
    }),
  };
};

const forms = new Map<number, ReturnType<typeof formsOf>>();

/** The forms of a version, made when it is first answered. */
const formsFor = (questionnaire: PublishedQuestionnaire) => {
  const known = forms.get(questionnaire.version);
  if (known) return known;
  const made = formsOf(questionnaire);
  forms.set(questionnaire.version, made);
  return made;
};

/** What a form asked: the version that it names. One that names none asked the first, or nothing beyond the rating. */
const askedBy = (posted: Posted): PublishedQuestionnaire | undefined => {
  const named = posted['questionnaire'];
  if (named !== undefined) return questionnaireOf(Number(named));
  const isAnswered = [...everyCriterion, ...everyFact, 'procedure'].some((name) => posted[name]);
  return isAnswered ? firstQuestionnaire : currentQuestionnaire;
};

export type Read<T> = { ok: true; form: T } | { ok: false; problems: FieldProblem[] };

/**
 * A field left empty is a question left out. Only a comment emptied on a page that showed it (`commented`) says
 * something: take it back. After Back the page shows an empty field, and its author may know nothing of it.
 */
const answered = (posted: Posted): Posted =>
  Object.fromEntries(
    Object.entries(posted).filter(
      ([name, value]) =>
        (name === 'comment' ? tidied(value) : value) !== '' ||
        (name === 'comment' && posted['commented'] === '1'),
    ),
  );

const kindOf = (field: string, posted: Posted): ProblemKind => {
  if (field === 'overall') return posted['overall'] ? 'not_offered' : 'missing_rating';
  if (field === 'comment') return 'too_long';
  return field === 'edition' ? 'wrong_edition' : 'not_offered';
};

const problemsOf = (error: z.core.$ZodError, posted: Posted): FieldProblem[] =>
  error.issues.flatMap((issue): FieldProblem[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((field) => ({ field, kind: 'unknown_field' }))
      : [{ field: String(issue.path[0]), kind: kindOf(String(issue.path[0]), posted) }],
  );

type DetailAnswers = Partial<Record<Criterion, CriterionAnswer>> &
  Partial<Record<Fact, string>> & { procedure?: Details['procedure']; comment?: string };

/** Only what was answered: an absent question must not overwrite an earlier answer. */
const detailsOf = (questionnaire: number, form: DetailAnswers, overall?: Rating): Details => ({
  questionnaire,
  ...(overall && { overall }),
  criteria: Object.fromEntries(
    everyCriterion.flatMap((name) => (form[name] === undefined ? [] : [[name, form[name]]])),
  ),
  facts: Object.fromEntries(
    everyFact.flatMap((name) => (form[name] === undefined ? [] : [[name, form[name]]])),
  ),
  ...(form.procedure && { procedure: form.procedure }),
  ...(form.comment !== undefined && { comment: form.comment }),
});

const unknownQuestionnaire = {
  ok: false,
  problems: [{ field: 'questionnaire', kind: 'unknown_field' }],
} as const satisfies { ok: false; problems: FieldProblem[] };

export interface RatingPosted {
  overall: Rating;
  details: Details;
  isByBot: boolean;
  /** The week that an answer from an outbox says its visit was in. */
  claimedWeek?: Week;
}

/** An answer can't speak of a week after its token's: a week's tally looks in that week and the ones after it. */
export const readRatingForm = (posted: Posted, issued: Week, now: Date): Read<RatingPosted> => {
  const asked = askedBy(posted);
  if (!asked) return unknownQuestionnaire;
  const parsed = formsFor(asked).rating.safeParse(answered(posted));
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error, posted) };
  const { overall, week, ...rest } = parsed.data;
  const claimedWeek = week === undefined ? undefined : parseWeek(week);
  const mayClaim = (claimed: Week) => claimed <= issued && claimableWeeks(now).includes(claimed);
  if (week !== undefined && !(claimedWeek && mayClaim(claimedWeek))) {
    return { ok: false, problems: [{ field: 'week', kind: 'wrong_week' }] };
  }
  return {
    ok: true,
    form: {
      overall,
      details: detailsOf(asked.version, rest, overall),
      isByBot: Boolean(rest[botField]),
      ...(claimedWeek && { claimedWeek }),
    },
  };
};

export interface DetailsPosted {
  edition: number;
  details: Details;
  isByBot: boolean;
}

export const readDetailsForm = (posted: Posted): Read<DetailsPosted> => {
  const asked = askedBy(posted);
  if (!asked) return unknownQuestionnaire;
  const parsed = formsFor(asked).details.safeParse(answered(posted));
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error, posted) };
  const { edition, overall, ...rest } = parsed.data;
  return {
    ok: true,
    form: {
      edition: Number(edition),
      details: detailsOf(asked.version, rest, overall),
      isByBot: Boolean(rest[botField]),
    },
  };
};
