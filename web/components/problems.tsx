import { everyCriterion, everyFact } from '../../functions/domain/questionnaire.ts';
import type { Texts } from '../texts/vi.ts';

/** Raw values as they were posted, by field name. */
export type Typed = Readonly<Partial<Record<string, string>>>;

export interface Problem {
  field: string;
  text: string;
}

const detailNames: readonly string[] = [...everyCriterion, ...everyFact, 'procedure', 'comment'];

/** Whether anything beyond the rating was typed, so that it has to be shown again. */
export const hasDetails = (typed: Typed): boolean => detailNames.some((name) => Boolean(typed[name]));

/** Fields that stand on the page; a problem of any other (a token, an unknown name) has no place to link to. */
const isOnPage = (field: string): boolean => field === 'overall' || detailNames.includes(field);

interface FieldProblemProps {
  field: string;
  problems: readonly Problem[];
  /** Where no list says it first. */
  alert?: boolean;
}

/** What is wrong with one field, tied to it by `aria-describedby={problemId(field)}`. */
export const FieldProblem = ({ field, problems, alert }: FieldProblemProps) => {
  const own = problems.filter((problem) => problem.field === field);
  return own.length === 0 ? null : (
    <p class="problem" id={problemId(field)} role={alert ? 'alert' : undefined}>
      {own.map(({ text }) => text).join(' ')}
    </p>
  );
};

const problemId = (field: string): string => `problem-${field}`;

/** The ids that describe a field: its hints, and its problem when it has one. */
export const describedBy = (
  field: string,
  problems: readonly Problem[],
  ...hints: readonly string[]
): string | undefined => {
  const own = problems.some((problem) => problem.field === field) ? [problemId(field)] : [];
  return [...hints, ...own].join(' ') || undefined;
};

/** Everything that is wrong, said first, each linked to its field. */
export const ProblemList = ({ t, problems }: { t: Texts; problems: readonly Problem[] }) =>
  problems.length === 0 ? null : (
    <div class="problems" role="alert">
      <h2>{t.problems.title}</h2>
      <ul>
        {problems.map(({ field, text }) => (
          <li>{isOnPage(field) ? <a href={`#${field}`}>{text}</a> : text}</li>
        ))}
      </ul>
    </div>
  );
