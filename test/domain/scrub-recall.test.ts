import { expect, it } from 'vitest';
import { scrub } from '../../functions/domain/scrub.ts';
import { comments } from './scrub-comments.ts';

interface Mark {
  text: string;
  isIdentifier: boolean;
  /** What stands in its place once the comment is scrubbed; undefined when even the words around it changed. */
  became: string | undefined;
}

const literally = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

/** Scrubs a labelled comment and finds each mark's place again by the words around it. */
const scrubMarked = (labelled: string): Mark[] => {
  const parts = labelled.split(/(«\w+:[^»]+»|‹[^›]+›)/);
  const [words, marked] = [parts.filter((_, i) => i % 2 === 0), parts.filter((_, i) => i % 2 === 1)];
  const texts = marked.map((mark) => mark.replace(/^(?:«\w+:|‹)/, '').slice(0, -1));
  const plain = words.map((word, i) => word + (texts[i] ?? '')).join('');
  // An unchanged number is preferred, lest a space inside it be taken for the one that ends it.
  const place = (i: number): string => (i < texts.length ? `(${literally(texts[i] ?? '')}|.*?)` : '');
  const places = new RegExp(`^${words.map((word, i) => literally(word) + place(i)).join('')}$`, 'su').exec(
    scrub(plain),
  );
  return texts.map((text, i) => ({
    text,
    isIdentifier: marked[i]?.startsWith('«') ?? false,
    became: places?.[i + 1],
  }));
};

/** Only labels and punctuation are left of it. */
const isRemoved = ({ became = 'x' }: Mark): boolean =>
  became.includes('[') && !/[\p{L}\d]/u.test(became.replaceAll(/\[[^\]]+\]/g, ''));

const describeScore = (name: string, labelled: readonly string[]): { recall: number; touched: number } => {
  const marks = labelled.flatMap(scrubMarked);
  const identifiers = marks.filter(({ isIdentifier }) => isIdentifier);
  const harmless = marks.filter(({ isIdentifier }) => !isIdentifier);
  const missed = identifiers.filter((mark) => !isRemoved(mark));
  const touched = harmless.filter(({ text, became }) => text !== became);
  const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
  process.stdout.write(
    `${name}: ${labelled.length} comments, ${identifiers.length} identifiers, recall ` +
      `${percent(identifiers.length - missed.length, identifiers.length)}; ${harmless.length} harmless ` +
      `numbers, touched ${percent(touched.length, harmless.length)}\n` +
      [...missed, ...touched].map(({ text, became }) => `  ${text} → ${became}\n`).join(''),
  );
  return { recall: 1 - missed.length / identifiers.length, touched: touched.length / harmless.length };
};

it('scrubbing removes at least 98 % of the identifiers', () => {
  expect(describeScore('scrubbing', comments).recall).toBeGreaterThanOrEqual(0.98);
});
import { heldOut } from './scrub-comments.ts';
it('held out', () => { describeScore('held out', heldOut); });
import { heldOut2 } from './scrub-comments.ts';
it('held out 2', () => { describeScore('held out 2', heldOut2); });
