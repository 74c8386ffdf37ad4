import type { CommunePromise } from '../../functions/domain/promise.ts';
import type { Texts } from '../texts/vi.ts';

/** '2026-11-23' → '11/2026'. */
const monthOf = (day: string): string => day.slice(0, 7).split('-').toReversed().join('/');

/** What a commune has done because people said so. Its words are the officers', in Vietnamese, escaped and scrubbed. */
export const KeptPromises = ({
  t,
  promises,
}: {
  t: Texts;
  promises: readonly Pick<CommunePromise, 'text' | 'criterion' | 'doneOn'>[];
}) =>
  promises.length === 0 ? null : (
    <section aria-labelledby="kept">
      <h2 id="kept">{t.result.keptTitle}</h2>
      <ul>
        {promises.map(({ text, criterion, doneOn }) => (
          <li>
            <p lang="vi">{text}</p>
            <p>
              {t.details.criteria[criterion]}
              {doneOn ? `. ${t.result.keptIn(monthOf(doneOn))}` : ''}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
