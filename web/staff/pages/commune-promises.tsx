import { communeTexts } from '../texts/commune.ts';

const t = communeTexts.promises;

/** Something that the commune said it will do, ready to print. */
export interface ShownPromise {
  text: string;
  /** By when, or since when it is done. */
  state: string;
}

interface Props {
  promises: readonly ShownPromise[];
  href: string;
  mayWrite: boolean;
}

/** What was promised, and the way to all of it. */
export const CommunePromises = ({ promises, href, mayWrite }: Props) => (
  <section class={promises.length === 0 ? 'no-print' : undefined} aria-labelledby="promises">
    <h2 id="promises">{t.title}</h2>
    {promises.length === 0 ? (
      <p class="note">
        {t.none} {mayWrite ? t.invitation : null}
      </p>
    ) : (
      <ul>
        {promises.map(({ text, state }) => (
          <li>
            {text} <span class="note">{state}</span>
          </li>
        ))}
      </ul>
    )}
    <p class="no-print">
      <a href={href}>{mayWrite && promises.length === 0 ? t.write : t.all}</a>
    </p>
  </section>
);
