import type { Rating } from '../../functions/domain/questionnaire.ts';
import { drawnOnce } from '../drawn-once.ts';
import type { Texts } from '../texts/vi.ts';
import { Face } from './face.tsx';
import { describedBy, FieldProblem, type Problem } from './problems.tsx';

/**
 * "Up" is read as "better", so the best rating stands first; what a first place gains from being read first, the
 * last place gains from being nearest to the thumb. All five have one size, weight and colour and fit one screen.
 */
export const bestFirst = [5, 4, 3, 2, 1] as const satisfies Rating[];

interface Props {
  t: Texts;
  /** Id of the question. */
  labelledBy: string;
  problems?: readonly Problem[];
  /** Whether no list says the problems first. */
  alert?: boolean;
  /** What is recorded now; said in words, never pre-selected. */
  current?: Rating;
}

const Buttons = ({ t, labelledBy, problems = [], alert, current }: Props) => (
  <fieldset
    class="ratings"
    id="overall"
    aria-labelledby={labelledBy}
    aria-describedby={describedBy('overall', problems)}
  >
    <FieldProblem field="overall" problems={problems} alert={alert} />
    {bestFirst.map((rating) => (
      <button type="submit" name="overall" value={rating}>
        <Face rating={rating} />
        <span>
          {t.ratings[rating]}
          {rating === current ? <small> ({t.thanks.current})</small> : null}
        </span>
      </button>
    ))}
  </fieldset>
);

const untouched = drawnOnce(
  ({ t, labelledBy, current }: Pick<Props, 't' | 'labelledBy' | 'current'>) =>
    [t.site.ownName, labelledBy, current].join(' '),
  Buttons,
);

/** Five buttons, each of which sends the form: on a phone in a column, full width for either hand, else in a row. */
export const RatingButtons = (props: Props) =>
  props.problems?.length ? <Buttons {...props} /> : untouched(props);
