import { describe, expect, it } from 'vitest';
import { scrub } from '../../functions/domain/scrub.ts';
import { comments, heldOut } from './scrub-comments.ts';

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
  const words = parts.filter((_, i) => i % 2 === 0);
  const marks = parts.filter((_, i) => i % 2 === 1);
  const texts = marks.map((mark) => mark.replace(/^(?:«\w+:|‹)/, '').slice(0, -1));
  const plain = words.map((word, i) => word + (texts[i] ?? '')).join('');
  // An unchanged number is preferred, lest a space inside it be taken for the one that ends it.
  const place = (text: string | undefined): string => (text ? `(${literally(text)}|.*?)` : '');
  const pattern = words.map((word, i) => literally(word) + place(texts[i])).join('');
  const places = new RegExp(`^${pattern}$`, 'su').exec(scrub(plain));
  return texts.map((text, i) => ({
    text,
    isIdentifier: marks[i]?.startsWith('«') ?? false,
    became: places?.[i + 1],
  }));
};

/** Only labels and punctuation are left of it. */
const isRemoved = ({ became = 'x' }: Mark): boolean =>
  became.includes('[') && !/[\p{L}\d]/u.test(became.replaceAll(/\[[^\]]+\]/g, ''));

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

describe.each([
  ['comments that the rules were tuned with', comments],
  ['comments written afterwards', heldOut],
])('of %s', (name, labelled) => {
  const marks = labelled.flatMap(scrubMarked);
  const identifiers = marks.filter(({ isIdentifier }) => isIdentifier);
  const harmless = marks.filter(({ isIdentifier }) => !isIdentifier);
  const missed = identifiers.filter((mark) => !isRemoved(mark));
  const touched = harmless.filter(({ text, became }) => text !== became);

  it('at least 98 % of the identifiers are removed', () => {
    process.stdout.write(
      `${name}: ${labelled.length}; recall ${percent(identifiers.length - missed.length, identifiers.length)} of ` +
        `${identifiers.length} identifiers; touched ${percent(touched.length, harmless.length)} of ` +
        `${harmless.length} harmless numbers\n`,
    );
    expect(missed.length / identifiers.length, JSON.stringify(missed)).toBeLessThanOrEqual(0.02);
  });

  it('at most 1 % of the harmless numbers are touched', () => {
    expect(touched.length / harmless.length, JSON.stringify(touched)).toBeLessThanOrEqual(0.01);
  });
});

it('the set is as large and as mixed as the promise speaks of', () => {
  const identifierCount = comments.join().split('«').length - 1;
  const withIdentifier = comments.filter((comment) => comment.includes('«')).length;
  const harmlessCount = comments.join().split('‹').length - 1;
  expect([
    comments.length >= 200,
    identifierCount >= 120,
    withIdentifier >= 100,
    harmlessCount >= 150,
  ]).toEqual([true, true, true, true]);
});
