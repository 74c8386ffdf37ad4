import type { Texts } from '../texts/vi.ts';

/** What the numbers mean and what they can't tell. */
export const HowComputed = ({ t: { result } }: { t: Texts }) => (
  <section aria-labelledby="how">
    <h2 id="how">{result.howTitle}</h2>
    {result.how.map((sentence) => (
      <p>{sentence}</p>
    ))}
  </section>
);
