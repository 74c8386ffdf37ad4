/** Spellings of a moment that a careless id, key or attribute might carry: which unit, in which base. */
const spellings: readonly (readonly [unitMs: number, radix: number])[] = [
  [1, 10],
  [1_000, 10],
  [60_000, 10],
  [600_000, 10],
  [1, 16],
  [1_000, 16],
  [1, 36],
  [1_000, 36],
];

const toleranceMs = 600_000;
const hoChiMinhMs = 7 * 3_600_000;

/** The beginnings and ends of words, dashes or not: an id that carries time carries it first or last. */
const edgesOf = (text: string, length: number): string[] =>
  [text, text.replaceAll('-', '')]
    .flatMap((spelt) => spelt.toLowerCase().split(/[^0-9a-z]+/))
    .map((word) => word.replace(/^0+/, ''))
    .filter((word) => word.length >= length)
    .flatMap((word) => [word.slice(0, length), word.slice(-length)]);

/** Every run of so many digits. */
const runsOf = (text: string, length: number): string[] =>
  [...text.matchAll(new RegExp(`(?=(\\d{${length}}))`, 'g'))].map(([, run = '']) => run);

const numbersIn = (text: string, moments: readonly Date[]): string[] =>
  spellings.flatMap(([unitMs, radix]) => {
    const lengths = new Set(moments.map((at) => Math.floor(at.getTime() / unitMs).toString(radix).length));
    const candidates = [...lengths].flatMap((length) =>
      radix === 10 ? runsOf(text, length) : edgesOf(text, length),
    );
    return candidates.filter((candidate) => {
      const valueMs = Number.parseInt(candidate, radix) * unitMs;
      return moments.some((at) => Math.abs(valueMs - at.getTime()) <= toleranceMs);
    });
  });

/** Dates and times of day, in UTC and on the clocks of Viet Nam. */
const datesIn = (text: string, moments: readonly Date[]): string[] => {
  const spelt = moments.flatMap((moment) =>
    [0, hoChiMinhMs].flatMap((shiftMs) => {
      const iso = new Date(moment.getTime() + shiftMs).toISOString();
      const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
      return [
        `${year}-${month}-${day}`,
        `${year}${month}${day}`,
        `${day}/${month}/${year}`,
        iso.slice(11, 16),
      ];
    }),
  );
  return [...new Set(spelt)].filter((date) => text.includes(date));
};

/** What in a text spells one of these moments, give or take ten minutes. */
export const momentsIn = (text: string, moments: readonly Date[]): string[] => [
  ...numbersIn(text, moments),
  ...datesIn(text, moments),
];
