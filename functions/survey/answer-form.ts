import * as z from 'zod/mini';
import { botField } from '../../web/components/bot-field.tsx';
import { parseWeek, type Week } from '../domain/iso-week.ts';
import {
  type Criterion,
  type CriterionAnswer,
  commentLength,
  criteria,
  type Fact,
  factNames,
  facts,
  procedures,
  type Rating,
  ratings,
} from '../domain/questionnaire.ts';
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
  ...criteria,
  ...factNames,
  'procedure',
  'comment',
  'commented',
];

const rating = z.pipe(
  z.enum(['1', '2', '3', '4', '5']),
  z.transform((text): Rating => ratings[Number(text) - 1] ?? 1),
);
const criterion = z.optional(z.union([rating, z.literal('na')]));
const fact = (name: Fact) => z.optional(z.enum(facts[name]));

const details = {
  attitude: criterion,
  guidance: criterion,
  facilities: criterion,
  waiting: criterion,
  transparency: criterion,
  paperwork: criterion,
  outcome: criterion,
  recourse: criterion,
  visits: fact('visits'),
  timeliness: fact('timeliness'),
  extra_payment: fact('extra_payment'),
  harassment: fact('harassment'),
  procedure: z.optional(z.enum(procedures)),
  comment: z.optional(z.string().check(z.maxLength(commentLength))),
  commented: z.optional(z.literal('1')),
} satisfies Record<Criterion | Fact | 'procedure' | 'comment' | 'commented', z.ZodMiniType>;

/** In every form, beside what it asks. What stands in the bot field is of no interest, only that something does. */
const technical = { token: z.optional(z.string()), [botField]: z.optional(z.string()) };

/** `POST /d/:code`: the rating, perhaps with everything else at once. */
const RatingForm = z.strictObject({
  ...technical,
  overall: rating,
  week: z.optional(z.string()),
  ...details,
});

/** `POST /d/:code/details`: a later edition of the same response. */
const DetailsForm = z.strictObject({
  ...technical,
  edition: z.string().check(z.regex(/^([2-9]|[1-9]\d{1,2})$/)),
  overall: z.optional(rating),
  ...details,
});

export type Read<T> = { ok: true; form: T } | { ok: false; problems: FieldProblem[] };

/**
 * A field left empty is a question left out. Only a comment emptied on a page that showed it (`commented`) says
 * something: take it back. After Back the page shows an empty field, and its author may know nothing of it.
 */
const answered = (posted: Posted): Posted =>
  Object.fromEntries(
    Object.entries(posted).filter(
      ([name, value]) => value !== '' || (name === 'comment' && posted['commented'] === '1'),
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
const detailsOf = (form: DetailAnswers, overall?: Rating): Details => ({
  ...(overall && { overall }),
  criteria: Object.fromEntries(
    criteria.flatMap((name) => (form[name] === undefined ? [] : [[name, form[name]]])),
  ),
  facts: Object.fromEntries(
    factNames.flatMap((name) => (form[name] === undefined ? [] : [[name, form[name]]])),
  ),
  ...(form.procedure && { procedure: form.procedure }),
  ...(form.comment !== undefined && { comment: form.comment }),
});

export interface RatingPosted {
  overall: Rating;
  details: Details;
  isByBot: boolean;
  /** The week that an answer from an outbox says its visit was in. */
  claimedWeek?: Week;
}

/** An answer can't speak of a week after its token's: a week's tally looks in that week and the ones after it. */
export const readRatingForm = (posted: Posted, issued: Week, now: Date): Read<RatingPosted> => {
  const parsed = RatingForm.safeParse(answered(posted));
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
      details: detailsOf(rest, overall),
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
  const parsed = DetailsForm.safeParse(answered(posted));
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error, posted) };
  const { edition, overall, ...rest } = parsed.data;
  return {
    ok: true,
    form: {
      edition: Number(edition),
      details: detailsOf(rest, overall),
      isByBot: Boolean(rest[botField]),
    },
  };
};
