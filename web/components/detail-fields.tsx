import type { Questions } from '../../functions/domain/commune-settings.ts';
import {
  commentLength,
  criteria,
  factNames,
  facts,
  procedures,
} from '../../functions/domain/questionnaire.ts';
import { drawnOnce } from '../drawn-once.ts';
import type { Texts } from '../texts/vi.ts';
import { Choices } from './choices.tsx';
import { describedBy, FieldProblem, hasDetails, type Problem, type Typed } from './problems.tsx';
import { bestFirst } from './rating-buttons.tsx';

interface Props {
  t: Texts;
  asks: Questions;
  typed: Typed;
  problems: readonly Problem[];
}

/** What is asked, and what was answered on an older page that still asked it: nothing typed is lost. */
const asked = <T extends string>(
  all: readonly T[],
  on: readonly T[],
  isAnswered: (each: T) => boolean,
): T[] => all.filter((each) => on.includes(each) || isAnswered(each));

const Criteria = ({ t, asks, typed, problems }: Props) => {
  const fields = asked(criteria, asks.criteria, (field) => Boolean(typed[field]));
  if (fields.length === 0) return null;
  const scale = bestFirst.map((rating) => [String(rating), t.ratings[rating]] as const);
  return (
    <>
      <h3>{t.details.criteriaTitle}</h3>
      {fields.map((field) => (
        <Choices
          field={field}
          legend={t.details.criteria[field]}
          choices={[...scale, ['na', t.details.notApplicable]]}
          typed={typed}
          problems={problems}
        />
      ))}
    </>
  );
};

/** Asked for the province alone, so it is said beside them. */
const provinceOnly: readonly string[] = ['extra_payment', 'harassment'];

const ProcedureChoice = ({ t, asks, typed, problems }: Props) => {
  const offered = asked(procedures, asks.procedures, (procedure) => typed['procedure'] === procedure);
  return offered.length === 0 ? null : (
    <Choices
      field="procedure"
      legend={t.details.procedureTitle}
      choices={offered.map((procedure) => [procedure, t.details.procedures[procedure]] as const)}
      typed={typed}
      problems={problems}
    />
  );
};

const Facts = ({ t, typed, problems }: Omit<Props, 'asks'>) => (
  <>
    <h3>{t.details.factsTitle}</h3>
    {factNames.map((field) => {
      const words: Partial<Record<string, string>> = t.details.factChoices[field];
      return (
        <Choices
          field={field}
          legend={t.details.facts[field]}
          choices={facts[field].map((value) => [value, words[value] ?? value] as const)}
          typed={typed}
          problems={problems}
          hint={provinceOnly.includes(field) ? t.details.provinceOnly : undefined}
        />
      );
    })}
  </>
);

const Comment = ({ t, typed, problems }: Omit<Props, 'asks'>) => (
  <div class="comment">
    <label for="comment">{t.details.comment}</label>
    <p class="hint" id="hint-comment">
      <b>{t.details.commentWarning}.</b> {t.details.commentHint(commentLength)}
    </p>
    <FieldProblem field="comment" problems={problems} />
    {/* Tells a comment taken back from one that this page never showed. */}
    {typed['comment'] || typed['commented'] ? <input type="hidden" name="commented" value="1" /> : null}
    <textarea
      id="comment"
      name="comment"
      rows={4}
      maxlength={commentLength}
      aria-describedby={describedBy('comment', problems, 'hint-comment')}
      aria-invalid={problems.some(({ field }) => field === 'comment') ? 'true' : undefined}
    >
      {/* HTML drops the first line break of a textarea: this one, rather than a person's own. */}
      {`\n${typed['comment'] ?? ''}`}
    </textarea>
  </div>
);

const Fields = (props: Props) => (
  <>
    <Criteria {...props} />
    <Facts {...props} />
    <ProcedureChoice {...props} />
    <Comment {...props} />
  </>
);

type Asked = Pick<Props, 't' | 'asks'>;

/** Tells forms apart in which nothing is typed. */
export const nameOfQuestions = ({ t, asks }: Asked): string =>
  [t.site.ownName, ...asks.criteria, ...asks.procedures].join(' ');

const untouched = drawnOnce(nameOfQuestions, ({ t, asks }: Asked) => (
  <Fields t={t} asks={asks} typed={{}} problems={[]} />
));

export const isUntouched = ({ typed, problems }: Pick<Props, 'typed' | 'problems'>): boolean =>
  problems.length === 0 && !hasDetails(typed) && !typed['commented'];

/** All that can be said beyond the rating, every part optional. */
export const DetailFields = (props: Props) => (isUntouched(props) ? untouched(props) : <Fields {...props} />);
