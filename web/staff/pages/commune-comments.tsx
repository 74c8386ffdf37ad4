import type { Audience } from '../../../functions/domain/measure/audience.ts';
import type { ShownComments } from '../../../functions/domain/measure/shown-comments.ts';
import { shortWeeks, whole } from '../../charts/texts.ts';
import { communeTexts } from '../texts/commune.ts';

const t = communeTexts.comments;

/** Letters of comments that have room on the printed sheet. */
const printedLetters = 420;

/** How many of these texts, from the first on, have room on paper. */
const printedCount = (texts: readonly string[]): number => {
  let letters = 0;
  const over = texts.findIndex((text) => {
    letters += text.length + 20;
    return letters > printedLetters;
  });
  return over === -1 ? texts.length : over;
};

interface Props {
  blocks: readonly ShownComments[];
  audience: Audience;
}

/** What people wrote, block by block, in no order and beside no rating. */
export const CommuneComments = ({ blocks, audience }: Props) => {
  const printed = printedCount(blocks.flatMap(({ texts }) => texts));
  const all = blocks.reduce((total, { texts }) => total + texts.length, 0);
  let placed = 0;
  return (
    <section class="said" aria-labelledby="comments">
      <h2 id="comments">{t.title}</h2>
      {all === 0 ? <p class="note">{audience === 'operator' ? t.notForOperator : t.none}</p> : null}
      {blocks.map(({ from, to, texts }) => {
        const start = placed;
        placed += texts.length;
        return (
          <div class={start >= printed ? 'no-print' : undefined}>
            <h3>{t.block(shortWeeks(from, to), whole(texts.length))}</h3>
            <ul class="comments">
              {texts.map((text, index) => (
                <li class={start + index >= printed ? 'no-print' : undefined}>{text}</li>
              ))}
            </ul>
          </div>
        );
      })}
      {all > printed ? <p class="note print-only">{t.more(whole(all - printed))}</p> : null}
      {all > 0 ? <p class="note no-print">{t.note}</p> : null}
    </section>
  );
};
