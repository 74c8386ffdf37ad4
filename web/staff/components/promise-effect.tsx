import type { ShownEffect } from '../../../functions/domain/measure/shown-promise.ts';
import { count, percent, weekRange } from '../../texts/numbers.ts';
import { vi } from '../../texts/vi.ts';
import { promises } from '../texts/promises.ts';

const t = promises.effect;

const sideInWords = ({ satisfactionRate, rated, from, to }: ShownEffect['before']): string => {
  if (!from || !to) return t.none;
  const weeks = weekRange(from, to, vi);
  if (rated === null) return t.tooFew;
  return satisfactionRate === null
    ? t.countOnly(count(rated, 'vi'), weeks)
    : t.side(percent(satisfactionRate, 'vi'), count(rated, 'vi'), weeks);
};

/** How the criterion of a promise was before it was made and is since it was kept. */
export const PromiseEffect = ({ effect, isDone }: { effect: ShownEffect; isDone: boolean }) => (
  <>
    <dl class="effect">
      <div>
        <dt>{t.before}</dt>
        <dd>{sideInWords(effect.before)}</dd>
      </div>
      {isDone ? (
        <div>
          <dt>{t.after}</dt>
          <dd>{sideInWords(effect.after)}</dd>
        </div>
      ) : null}
    </dl>
    {isDone ? <p>{effect.after.from ? t.trend[effect.trend] : t.pending}</p> : null}
  </>
);
