import type { Problem } from '../../web/components/problems.tsx';
import type { Texts } from '../../web/texts/vi.ts';
import type { TokenRefusal } from '../domain/form-token.ts';
import { commentLength, criteria } from '../domain/questionnaire.ts';
import type { FieldProblem } from './answer-form.ts';
import type { FormBody } from './form-body.ts';

const isCriterion = (field: string): boolean => (criteria as readonly string[]).includes(field);

const wordsFor = ({ field, kind }: FieldProblem, { problems }: Texts): string => {
  switch (kind) {
    case 'missing_rating':
      return problems.overallMissing;
    case 'not_offered':
      if (field === 'overall') return problems.overallUnknown;
      return isCriterion(field) ? problems.criterion : problems.choice;
    case 'too_long':
      return problems.commentTooLong(commentLength);
    case 'unknown_field':
      return problems.unknownField;
    case 'wrong_week':
      return problems.week;
    case 'wrong_edition':
      return problems.edition;
  }
};

/** What is wrong with the answers, in the language of the page. */
export const fieldProblems = (problems: readonly FieldProblem[], t: Texts): Problem[] =>
  problems.map((problem) => ({ field: problem.field, text: wordsFor(problem, t) }));

/** A token that can't be used: the person has done nothing wrong and is told what to do. */
export const tokenProblem = (reason: TokenRefusal, { problems }: Texts): Problem => ({
  field: 'token',
  text: {
    missing: problems.tokenMissing,
    expired: problems.tokenExpired,
    malformed: problems.tokenInvalid,
    forged: problems.tokenInvalid,
    other_desk: problems.tokenInvalid,
  }[reason],
});

type BodyRefusal = Exclude<(FormBody & { ok: false })['reason'], 'content_type'>;

/** A body that is a form but can't be read. */
export const bodyProblem = (
  reason: BodyRefusal,
  posted: Readonly<Record<string, string>>,
  { problems }: Texts,
): Problem =>
  reason === 'encoding'
    ? { field: posted['comment'] ? 'comment' : 'form', text: problems.commentUnreadable }
    : { field: 'form', text: problems.unknownField };
