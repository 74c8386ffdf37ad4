import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { criteria, facts, procedures } from '../../functions/domain/questionnaire.ts';

/** Fewer than posts, so that most forms are posted several times. */
export const formsInBatch = 40;

/** What is posted, in words that a failure can be read from. */
export interface FuzzedPost {
  route: '' | '/details' | '/language';
  query: string;
  /** Which of the forms of its batch, each of another desk: the same number twice is a replay or a correction. */
  form: number;
  /** What was done to its token. */
  token: 'own' | 'other desk' | 'old' | 'cut' | 'signed by nobody' | 'missing' | 'hostile';
  fields: readonly (readonly [name: string, value: string])[];
  /** Written behind the body as it stands. */
  tail: string;
}

/** Everything that our markup can be recognised by is not in these: `zqx` is no word of ours. */
const markup = fc.constantFrom(
  '<zqx>',
  '<script>zqx()</script>',
  '"><img src=zqx onerror=zqx()>',
  "' onfocus=zqx autofocus '",
  '" onfocus="zqx" x="',
  '</textarea><zqx>',
  '</title></style><svg/onload=zqx>',
  '<!--zqx-->',
  '&lt;zqx&gt;&#60;zqx&#62;',
  '{{zqx}}<%zqx%>',
  'javascript:zqx',
  '\u2028<zqx\u2029>',
  '<\u0000zqx>',
);

const control = fc.constantFrom(
  '\u0000',
  '\u001b[31m',
  '\u007f',
  '\u0085',
  '\r\n',
  '\t',
  '\u202e',
  '\ufeff',
  '\ud800',
);

const number = fc.constantFrom(
  '0',
  '6',
  '-1',
  '4.5',
  '05',
  ' 5',
  '5 ',
  '5\n',
  '٥',
  '５',
  '1e0',
  '0x5',
  'NaN',
  'Infinity',
  '99999999999999999999',
  '9'.repeat(400),
  'na ',
  'NA',
  'true',
  'null',
  '[object Object]',
  '__proto__',
  'constructor',
  'toString',
);

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    'Cán bộ rất tốt, cảm ơn',
    'Gọi 0912 345 678',
    'a'.repeat(500),
    'ạ'.repeat(501),
    '🙂'.repeat(260),
  ),
);

const hostile = fc.oneof(
  markup,
  control,
  number,
  text,
  fc.tuple(text, markup, control).map((parts) => parts.join('')),
);

const oneOf = (values: readonly string[]) => fc.constantFrom(...values);
const rating = oneOf(['1', '2', '3', '4', '5']);
const overall = fc.tuple(fc.constant('overall'), rating);

/** A question answered as the form offers it. */
const answer: fc.Arbitrary<[string, string]> = fc.oneof(
  fc.tuple(oneOf(criteria), oneOf(['1', '2', '3', '4', '5', 'na', ''])),
  fc
    .constantFrom(...Object.entries(facts))
    .chain(([name, values]) => fc.tuple(fc.constant(name), oneOf(values))),
  fc.tuple(fc.constant('procedure'), oneOf(procedures)),
  fc.tuple(fc.constant('comment'), text),
  fc.tuple(fc.constant('website'), fc.constantFrom('', 'https://zqx.example')),
);

const answers = fc.uniqueArray(answer, { maxLength: 8, selector: ([name]) => name });

const edition = fc.tuple(fc.constant('edition'), fc.constantFrom('2', '2', '3', '4', '999'));

const knownName = oneOf([
  ...criteria,
  ...Object.keys(facts),
  'overall',
  'procedure',
  'comment',
  'token',
  'edition',
  'week',
  'website',
  'shown',
  'lang',
]);

/** Something that no form of ours posts. */
const wrong: fc.Arbitrary<[string, string]> = fc.oneof(
  fc.tuple(knownName, hostile),
  fc.tuple(hostile, hostile),
  fc.tuple(
    fc.constant('week'),
    fc.constantFrom('2026-W47', '2026-W46', '2026-W48', '2026-W99', '0000-W00', ''),
  ),
  fc.tuple(fc.constant('edition'), fc.constantFrom('1', '0', '-2', '1000', '2.5', '')),
  fc.tuple(
    fc.constant('shown'),
    fc.constantFrom('form', 'recorded', 'too_late', 'invalid', 'unavailable', 'too_many'),
  ),
);

/** Valid, or valid but for one or more things. */
const fields = (route: FuzzedPost['route']): fc.Arbitrary<[string, string][]> => {
  const valid =
    route === ''
      ? fc.tuple(overall, answers).map(([rated, others]) => [rated, ...others])
      : fc
          .tuple(edition, fc.option(overall), answers)
          .map(([first, rated, others]) => [first, ...(rated ? [rated] : []), ...others]);
  return fc.oneof(
    { weight: 5, arbitrary: valid },
    {
      weight: 3,
      arbitrary: fc.tuple(valid, fc.array(wrong, { minLength: 1, maxLength: 3 })).map((each) => each.flat()),
    },
    { weight: 1, arbitrary: fc.array(fc.oneof(wrong, answer), { maxLength: 6 }) },
  );
};

const post = (route: FuzzedPost['route']): fc.Arbitrary<FuzzedPost> =>
  fc.record({
    route: fc.constant(route),
    query: fc.oneof(
      { weight: 4, arbitrary: fc.constant('') },
      { weight: 2, arbitrary: fc.constantFrom('?lang=en', '?lang=vi') },
      {
        weight: 1,
        arbitrary: hostile.map(
          (value) => `?lang=${encodeURIComponent(value.replaceAll(/\p{Surrogate}/gu, ''))}`,
        ),
      },
    ),
    form: fc.nat({ max: formsInBatch - 1 }),
    token: fc.oneof(
      { weight: 8, arbitrary: fc.constant('own' as const) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('other desk', 'old', 'cut', 'signed by nobody', 'missing', 'hostile'),
      },
    ),
    fields: fields(route),
    tail: fc.oneof(
      { weight: 12, arbitrary: fc.constant('') },
      {
        weight: 1,
        arbitrary: fc.constantFrom('&', '&&&=', '%00', '%C3%28', '%', '&overall=1', '&a', '\u00ff', '&%00='),
      },
    ),
  });

/** So many posts that arrive at once. */
export const batchOfPosts = (size: number): fc.Arbitrary<FuzzedPost[]> =>
  fc.array(
    fc.oneof(
      { weight: 6, arbitrary: post('') },
      { weight: 3, arbitrary: post('/details') },
      { weight: 1, arbitrary: post('/language') },
    ),
    { minLength: size, maxLength: size },
  );

/** 128 bits, another value for every name. */
export const nonceOf = (name: string): string =>
  createHash('sha256').update(name).digest().subarray(0, 16).toString('base64url');

/** A tag's name, and with each of its attributes: what stands in quotes is text. */
const partsOf = (tag: string): string[] => {
  const bare = tag.replaceAll(/"[^"]*"/g, '');
  const [name = ''] = bare.split(/[\s>]/);
  return [name, ...[...bare.matchAll(/\s([^\s=>/]+)/g)].map(([, attribute = '']) => `${name} ${attribute}`)];
};

/** Learns which tags and attributes pages are made of, and tells what else a page has: all that a script could come in by. */
export const markupReader = () => {
  const parts = new Set<string>();
  const tags = new Set<string>();
  const newTags = (html: string): string[] => (html.match(/<[^>]*>/g) ?? []).filter((tag) => !tags.has(tag));
  return {
    learn: (html: string): void => {
      for (const tag of newTags(html)) {
        tags.add(tag);
        for (const part of partsOf(tag)) parts.add(part);
      }
    },
    unknown: (html: string): string[] =>
      newTags(html)
        .flatMap(partsOf)
        .filter((part) => !parts.has(part)),
  };
};

/** Beginnings of tags in what was posted that stand in a page as they were posted. */
export const reflectedTags = (html: string, texts: readonly string[]): string[] =>
  texts
    .flatMap((posted) => [...posted.matchAll(/<.{2,12}/gsu)].map(([start]) => start))
    .filter((start) => html.includes(start));
