import type { Problem } from '../../components/problems.tsx';
import { forms } from '../texts/forms.ts';

/**
 * Everything that is wrong, said first, each linked to its field. It has the focus as soon as the page is there, so that
 * a screen reader begins with it; without script there is no other way than the attribute.
 */
export const ProblemSummary = ({
  problems,
  title = forms.problemsTitle,
  isPartlySaved,
}: {
  problems: readonly Problem[];
  title?: string;
  /** What is right was saved all the same. */
  isPartlySaved?: boolean;
}) =>
  problems.length === 0 ? null : (
    <div class="problems" role="alert" tabindex={-1} autofocus>
      <h2>{title}</h2>
      <ul>
        {problems.map(({ field, text }) => (
          <li>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
      {isPartlySaved ? null : <p>{forms.nothingSaved}</p>}
    </div>
  );

/** Something was done. */
export const Done = ({ text }: { text: string | undefined }) =>
  text ? (
    <p class="done" role="status">
      {text}
    </p>
  ) : null;

/** One thing that two people have changed, in words. */
export interface Difference {
  label: string;
  stored: string;
  typed: string;
}

/** What somebody else has saved meanwhile, beside what is in the form. */
export const ConflictNotice = ({ differences }: { differences: readonly Difference[] }) => (
  <div class="problems" role="alert" tabindex={-1} autofocus>
    <h2>{forms.conflictTitle}</h2>
    <p>{forms.conflictText}</p>
    {differences.length > 0 ? (
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{forms.conflictField}</th>
              <th scope="col" class="text">
                {forms.conflictStored}
              </th>
              <th scope="col" class="text">
                {forms.conflictTyped}
              </th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ label, stored, typed }) => (
              <tr>
                <th scope="row">{label}</th>
                <td class="text lines">{stored || forms.none}</td>
                <td class="text lines">{typed || forms.none}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    ) : null}
  </div>
);

/** The differing ones of some fields said in words. */
export const differing = (fields: readonly Difference[]): Difference[] =>
  fields.filter(({ stored, typed }) => stored !== typed);
