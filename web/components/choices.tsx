import { describedBy, FieldProblem, type Problem, type Typed } from './problems.tsx';

interface Props {
  field: string;
  legend: string;
  choices: readonly (readonly [value: string, words: string])[];
  typed: Typed;
  problems: readonly Problem[];
  hint?: string;
}

/** One question with one answer. Nothing is selected but what was typed before. */
export const Choices = ({ field, legend, choices, typed, problems, hint }: Props) => {
  const hints = hint ? [`hint-${field}`] : [];
  return (
    <fieldset id={field} class="choices" aria-describedby={describedBy(field, problems, ...hints)}>
      <legend>{legend}</legend>
      {hint ? (
        <p class="hint" id={`hint-${field}`}>
          {hint}
        </p>
      ) : null}
      <FieldProblem field={field} problems={problems} />
      <div class="grid">
        {choices.map(([value, words]) => (
          <div class="choice">
            <input
              type="radio"
              id={`${field}-${value}`}
              name={field}
              value={value}
              checked={typed[field] === value}
            />
            <label for={`${field}-${value}`}>{words}</label>
          </div>
        ))}
      </div>
    </fieldset>
  );
};
