import { describedBy, FieldProblem, type Problem } from '../../components/problems.tsx';
import { forms } from '../texts/forms.ts';

interface FieldProps {
  /** Its id, and its name unless another is given. */
  field: string;
  name?: string;
  label: string;
  hint?: string;
  value?: string | undefined;
  problems: readonly Problem[];
}

const attributesOf = ({ field, name = field, hint, problems }: FieldProps) => ({
  id: field,
  name,
  'aria-describedby': describedBy(field, problems, ...(hint ? [`hint-${field}`] : [])),
  'aria-invalid': problems.some((problem) => problem.field === field) ? 'true' : undefined,
});

const Label = ({ field, label, hint }: Pick<FieldProps, 'field' | 'label' | 'hint'>) => (
  <>
    <label for={field}>{label}</label>
    {hint ? (
      <p class="note" id={`hint-${field}`}>
        {hint}
      </p>
    ) : null}
  </>
);

interface TextProps extends FieldProps {
  type?: 'text' | 'email' | 'date' | 'search';
  inputmode?: 'numeric' | 'email';
  autocomplete?: string;
}

/** A label, perhaps a hint, what is wrong, and one line to type in. Nothing typed is ever refused by the browser. */
export const TextField = ({ type = 'text', inputmode, autocomplete = 'off', ...props }: TextProps) => (
  <div class="field">
    <Label {...props} />
    <FieldProblem field={props.field} problems={props.problems} />
    <input
      type={type}
      inputmode={inputmode}
      autocomplete={autocomplete}
      value={props.value}
      {...attributesOf(props)}
    />
  </div>
);

export const TextArea = ({ rows = 4, ...props }: FieldProps & { rows?: number }) => (
  <div class="field">
    <Label {...props} />
    <FieldProblem field={props.field} problems={props.problems} />
    <textarea rows={rows} {...attributesOf(props)}>
      {/* HTML drops the first line break of a textarea: this one, rather than a person's own. */}
      {`\n${props.value ?? ''}`}
    </textarea>
  </div>
);

export type Option = readonly [value: string, words: string];

/** A choice of one. Without a value nothing is chosen yet; one that is optional can be taken back. */
export const Select = ({
  options,
  isOptional,
  ...props
}: FieldProps & { options: readonly Option[]; isOptional?: boolean }) => (
  <div class="field">
    <Label {...props} />
    <FieldProblem field={props.field} problems={props.problems} />
    <select {...attributesOf(props)}>
      {props.value && !isOptional ? null : <option value="">–</option>}
      {options.map(([value, words]) => (
        <option value={value} selected={value === props.value}>
          {words}
        </option>
      ))}
    </select>
  </div>
);

/** One thing that is so or not. */
export const Checkbox = ({
  field,
  name = field,
  label,
  hint,
  value = '1',
  isChecked,
}: Omit<FieldProps, 'problems'> & { isChecked: boolean }) => (
  <div class="check">
    <input
      type="checkbox"
      id={field}
      name={name}
      value={value}
      checked={isChecked}
      aria-describedby={hint ? `hint-${field}` : undefined}
    />
    <label for={field}>{label}</label>
    {hint ? (
      <p class="note" id={`hint-${field}`}>
        {hint}
      </p>
    ) : null}
  </div>
);

/** Any number of choices under one name. */
export const Checkboxes = ({
  field,
  label,
  hint,
  chosen,
  options,
  problems,
}: Omit<FieldProps, 'value'> & { chosen: readonly string[]; options: readonly Option[] }) => (
  <fieldset
    class="field"
    id={field}
    tabindex={-1}
    aria-describedby={describedBy(field, problems, ...(hint ? [`hint-${field}`] : []))}
  >
    <legend>{label}</legend>
    {hint ? (
      <p class="note" id={`hint-${field}`}>
        {hint}
      </p>
    ) : null}
    <FieldProblem field={field} problems={problems} />
    {options.map(([value, words]) => (
      <Checkbox
        field={`${field}-${value}`}
        name={field}
        label={words}
        value={value}
        isChecked={chosen.includes(value)}
      />
    ))}
  </fieldset>
);

/** The button that sends a form. */
export const Submit = ({ text = forms.save }: { text?: string }) => (
  <p>
    <button class="go" type="submit">
      {text}
    </button>
  </p>
);
