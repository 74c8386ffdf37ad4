import { describe, expect, it } from 'vitest';
import type { Audience } from '../../../functions/domain/measure/audience.ts';
import { audiences } from '../../../functions/domain/measure/audience.ts';
import { exportProvince } from '../../../functions/domain/measure/province-export.ts';
import {
  detailRanges,
  type ShownCommune,
  type SummedDetails,
  showCommune,
  showOverTime,
  timelineFor,
  type WindowLength,
} from '../../../functions/domain/measure/shown-commune.ts';
import { showMeasure } from '../../../functions/domain/measure/shown-measure.ts';
import {
  comparisonFor,
  type ProvinceExport,
  showProvince,
  windowRanges,
} from '../../../functions/domain/measure/shown-province.ts';
import { showSignals } from '../../../functions/domain/measure/shown-signals.ts';
import { criteria } from '../../../functions/domain/questionnaire.ts';
import { type Detail, emptyDetail, type RatingCounts } from '../../../functions/domain/tally.ts';
import { type Brought, historyFrom, provinceFrom, week } from './histories.ts';
import vectors from './vectors.json' with { type: 'json' };

const exportOf = (
  audience: Audience,
  communes: readonly (readonly (number | Brought)[])[],
  { window = 13, details }: { window?: WindowLength; details?: Map<string, Detail> } = {},
): ProvinceExport => {
  const at = week(Math.max(...communes.map((weeks) => weeks.length)) - 1);
  return exportProvince({ ...provinceFrom(communes), at, audience, window, details });
};

const firstOf = ({ communes: [row] }: ProvinceExport): ProvinceExport['communes'][number] => {
  if (!row) throw new Error('no row');
  return row;
};

/** The row of one commune among nine others, which are enough to compare. */
const rowOf = (audience: Audience, brought: Brought): ProvinceExport['communes'][number] =>
  firstOf(exportOf(audience, [[brought], ...Array.from({ length: 9 }, () => [{ rated: 200, unhappy: 10 }])]));

const namesOfShown = (row: object): string[] =>
  Object.entries(row)
    .filter(([name, value]) => value !== null && !['commune', 'name', 'tier', 'criteria'].includes(name))
    .map(([name]) => name);

const headline = [
  'from',
  'to',
  'rated',
  'satisfied',
  'topBox',
  'satisfactionRate',
  'low',
  'high',
  'meanScore',
];
const everything = [
  'from',
  'to',
  'all',
  'flagged',
  'rated',
  'satisfied',
  'topBox',
  'unhappy',
  'satisfactionRate',
  'low',
  'high',
  'meanScore',
];

describe('what an audience is shown of a commune', () => {
  const few = { rated: 9, visits: 50 };
  const some = { rated: 29, visits: 50 };
  const enough = { rated: 30, visits: 50 };
  const many = { rated: 100, visits: 200 };

  it('public: the headline, from 30 answers on, and never a comparison', () => {
    expect(namesOfShown(rowOf('public', few))).toEqual([]);
    expect(namesOfShown(rowOf('public', some))).toEqual([]);
    expect(namesOfShown(rowOf('public', enough))).toEqual(headline);
    expect(namesOfShown(rowOf('public', many))).toEqual(headline);
  });

  it('public: not even whether there are ten answers', () => {
    expect(rowOf('public', some)).toEqual({ ...rowOf('public', few), commune: '18000' });
    expect(rowOf('public', some).tier).toBe('insufficient');
    expect(rowOf('public', enough).tier).toBe('reportable');
  });

  it('commune: everything of its own from ten on, its band and gap from a hundred on', () => {
    expect(namesOfShown(rowOf('commune', few))).toEqual([]);
    expect(namesOfShown(rowOf('commune', some))).toEqual([...everything, 'responseRate', 'trend']);
    expect(rowOf('commune', some).tier).toBe('indicative');
    expect(namesOfShown(rowOf('commune', many))).toEqual([
      ...everything,
      'responseRate',
      'band',
      'gap',
      'trend',
    ]);
  });

  it('province: the count from ten on, everything from 30 on, the comparison from a hundred on', () => {
    expect(namesOfShown(rowOf('province', few))).toEqual([]);
    expect(namesOfShown(rowOf('province', some))).toEqual(['from', 'to', 'rated']);
    expect(namesOfShown(rowOf('province', enough))).toEqual([
      ...everything,
      'responseRate',
      'shrunken',
      'trend',
    ]);
    expect(namesOfShown(rowOf('province', { ...many, rated: 99 }))).not.toContain('band');
    expect(namesOfShown(rowOf('province', many))).toEqual([
      ...everything,
      'responseRate',
      'band',
      'alert',
      'gap',
      'shrunken',
      'trend',
    ]);
  });

  it('operator: all that exists, whatever the number', () => {
    const all = [...everything, 'responseRate', 'band', 'alert', 'gap', 'shrunken', 'trend'];
    for (const brought of [few, some, enough, many])
      expect(namesOfShown(rowOf('operator', brought))).toEqual(all);
    expect(rowOf('operator', few)).toMatchObject({ rated: 9, band: 'none', alert: false, trend: 'too_few' });
  });

  it('operator: null only where a rate of nobody would be meant', () => {
    const row = exportOf('operator', [[0], [20]], { details: new Map() }).communes[0];
    expect(row).toMatchObject({ all: 0, flagged: 0, rated: 0, satisfied: 0, topBox: 0, unhappy: 0 });
    expect(row).toMatchObject({ satisfactionRate: null, low: null, high: null, meanScore: null, gap: null });
    expect(row).toMatchObject({ from: week(-12), to: week(0), shrunken: 1, trend: 'too_few' });
    expect(row?.criteria.waiting).toMatchObject({ rated: 0, satisfied: 0, satisfactionRate: null });
  });
});

describe('the export of a province', () => {
  const level = 6 / 7;
  const communes = Array.from({ length: 7 }, () => [{ rated: 140, unhappy: 20 }]);

  it('has these names, in this order', () => {
    const { communes: rows, ...province } = exportOf('province', communes, { details: new Map() });
    expect(Object.keys(province)).toEqual(['province', 'window', 'level', 'priorStrength', 'compared']);
    expect(Object.keys(rows[0] ?? {}).join(' ')).toBe(
      'commune name from to all flagged rated satisfied topBox unhappy satisfactionRate low high meanScore ' +
        'responseRate tier band alert gap shrunken trend criteria',
    );
    expect(Object.keys(rows[0]?.criteria ?? {})).toEqual([...criteria]);
    expect(Object.keys(rows[0]?.criteria.attitude ?? {})).toEqual([
      'rated',
      'satisfied',
      'satisfactionRate',
      'low',
      'high',
    ]);
  });

  it('gives rates unrounded to the operator and to four decimals to others', () => {
    expect(exportOf('operator', communes).level).toBe(level);
    expect(exportOf('province', communes)).toMatchObject({
      level: 0.8571,
      priorStrength: 200,
      compared: true,
    });
    const [rounded] = exportOf('commune', [[{ rated: 120, unhappy: 14 }], ...communes]).communes;
    expect(rounded).toMatchObject({ satisfactionRate: 0.8833, meanScore: 90.6667, gap: 0.0233 });
    expect(Object.is(exportOf('province', communes).communes[0]?.gap, 0)).toBe(true);
  });

  it('shows the level to the province and the operator only', () => {
    expect(exportOf('commune', communes)).toMatchObject({ level: null, priorStrength: null, compared: true });
    expect(exportOf('public', communes)).toMatchObject({ level: null, priorStrength: null, compared: null });
  });

  it('shows the province no level that stands on fewer than 30 answers', () => {
    expect(exportOf('province', [[15], [14]])).toMatchObject({ level: null, priorStrength: null });
    expect(exportOf('province', [[15], [15], [9]])).toMatchObject({ level: 1, priorStrength: 40 });
    expect(exportOf('operator', [[15]]).level).toBe(1);
  });

  it('shows no level where there is none', () => {
    expect(exportOf('operator', [[9], [0]])).toMatchObject({
      level: null,
      priorStrength: 40,
      compared: false,
    });
  });

  it('shows the band none, without a gap, where a comparison would not be fair', () => {
    const [row] = exportOf('province', [[{ rated: 300, unhappy: 30 }], [100]]).communes;
    expect(row).toMatchObject({ band: 'none', alert: false, gap: null, shrunken: 0.9011 });
    expect(exportOf('operator', [[{ rated: 300, unhappy: 30 }], [100]]).communes[0]?.gap).toBeCloseTo(
      -0.025,
      12,
    );
  });

  it('keeps the order of the roster and names communes without any answers', () => {
    const { province, histories } = provinceFrom([[50], [0], [60]]);
    const rows = showProvince({ province, histories, at: week(0), audience: 'province', window: 1 }).communes;
    expect(rows.map(({ commune, rated }) => [commune, rated])).toEqual([
      ['18000', 50],
      ['18001', null],
      ['18002', 60],
    ]);
    expect(rows[1]).toMatchObject({ name: 'Xã 18001', tier: 'insufficient', all: null });
    histories.delete('18001');
    expect(
      showProvince({ province, histories, at: week(0), audience: 'province', window: 1 }).communes,
    ).toEqual(rows);
  });

  it('compares by 13 weeks and tells the trend of four, whatever window is asked for', () => {
    const weeks = Array.from({ length: 14 }, () => ({ rated: 30, unhappy: 2 }));
    const worse = weeks.map((each, index) => (index < 10 ? each : { rated: 30, unhappy: 12 }));
    const all = [worse, ...Array.from({ length: 8 }, () => weeks)];
    const [one, four, thirteen] = ([1, 4, 13] as const).map((window) =>
      exportOf('province', all, { window }),
    );
    expect(one?.communes[0]).toMatchObject({
      from: week(13),
      rated: 30,
      trend: 'worse',
      band: 'below',
      alert: true,
    });
    expect(four?.communes[0]).toMatchObject({ from: week(10), rated: 120, trend: 'worse', band: 'below' });
    expect(thirteen?.communes[0]).toMatchObject({ from: week(1), rated: 390, trend: 'worse', band: 'below' });
    expect(one?.level).toBe(thirteen?.level);
    expect(one?.communes[0]?.gap).toBe(thirteen?.communes[0]?.gap);
    expect(one?.communes[0]?.shrunken).toBe(four?.communes[0]?.shrunken);
    expect(one?.communes[1]?.trend).toBe('same');
  });

  it('agrees with values computed elsewhere', () => {
    for (const expected of vectors.provinces) {
      const shown = exportOf(
        'operator',
        expected.communes.map(({ satisfied, rated }) => [{ rated, unhappy: rated - satisfied }]),
      );
      expect(shown.level).toBeCloseTo(expected.level, 12);
      expect(shown.priorStrength).toBeCloseTo(expected.priorStrength, 9);
      expect(shown.communes.map(({ band, alert, tier }) => ({ band, alert, tier }))).toEqual(
        expected.communes.map(({ band, alert, tier }) => ({ band, alert, tier })),
      );
    }
  });

  it('says which weeks of each commune it is made of', () => {
    const view = {
      ...provinceFrom([
        [5, 6, 20],
        [0, 3, 4],
        [12, 0, 0],
      ]),
      at: week(2),
    };
    expect([...windowRanges({ ...view, audience: 'province' }, 1)]).toEqual([
      ['18000', { from: week(2), to: week(2) }],
      ['18002', { from: week(0), to: week(0) }],
    ]);
    expect(windowRanges({ ...view, audience: 'operator' }, 4).get('18001')).toEqual({
      from: week(-1),
      to: week(2),
    });
  });
});

describe('responses beside the counted ones', () => {
  it('are shown with them from ten on, or where there are none', () => {
    expect(rowOf('commune', { rated: 50 })).toMatchObject({ all: 50, flagged: 0 });
    expect(rowOf('commune', { rated: 50, flagged: 10 })).toMatchObject({ all: 60, flagged: 10 });
    expect(rowOf('commune', { rated: 50, flagged: 9 })).toMatchObject({ all: null, flagged: null });
    expect(rowOf('commune', { rated: 50, assisted: 9 })).toMatchObject({ all: null, flagged: 0 });
    expect(rowOf('commune', { rated: 50, flagged: 10, assisted: 2 })).toMatchObject({
      all: null,
      flagged: 10,
    });
    expect(rowOf('operator', { rated: 50, flagged: 9, assisted: 2 })).toMatchObject({ all: 61, flagged: 9 });
  });

  it('count in the response rate as far as they may be told', () => {
    expect(rowOf('province', { rated: 50, flagged: 10, visits: 120 }).responseRate).toBe(0.5);
    // Nine flagged ones could be computed from the rate and the visits.
    expect(rowOf('province', { rated: 48, flagged: 9, visits: 120 }).responseRate).toBe(0.4);
    expect(rowOf('commune', { rated: 48, flagged: 12, assisted: 5, visits: 120 }).responseRate).toBe(0.5);
    expect(rowOf('operator', { rated: 50, flagged: 9, assisted: 1, visits: 30 }).responseRate).toBe(2);
    expect(rowOf('operator', { rated: 50, visits: 0 }).responseRate).toBeNull();
    expect(rowOf('operator', { rated: 50 }).responseRate).toBeNull();
  });

  it('are left out of the response rate as long as a part of their group is outside', () => {
    const weeks = [
      { rated: 20, flagged: 6, visits: 40 },
      { rated: 20, flagged: 5, visits: 40 },
      { rated: 20, flagged: 30, visits: 100 },
    ];
    const rates = ([1, 4] as const).map(
      (window) => exportOf('commune', [weeks], { window }).communes[0]?.responseRate,
    );
    expect(rates).toEqual([0.5, 0.5611]);
    expect(exportOf('commune', [weeks.slice(1)]).communes[0]?.responseRate).toBe(0.5);
    expect(exportOf('commune', [weeks.slice(0, 2)], { window: 1 }).communes[0]?.responseRate).toBe(0.5);
  });

  it('are counted over blocks whose every week has its visits', () => {
    const weeks = [
      { rated: 30, visits: 60 },
      { rated: 4, visits: 10 },
      { rated: 20 },
      { rated: 12, visits: 24 },
    ];
    expect(exportOf('commune', [weeks]).communes[0]?.responseRate).toBe(0.5);
    // Single weeks for the operator: 46 responses, 94 visits.
    expect(exportOf('operator', [weeks]).communes[0]?.responseRate).toBe(46 / 94);
  });
});

const ratings = (satisfied: number, unhappy = 0): RatingCounts => [unhappy, 0, 0, 0, satisfied];
const criterion = (satisfied: number) => ({ ratings: ratings(satisfied), notApplicable: 1 });

const communeOf = (
  audience: Audience,
  weeks: readonly (number | Brought)[],
  details: SummedDetails,
  window: WindowLength = 13,
): ShownCommune =>
  showCommune({
    timeline: timelineFor(audience, historyFrom(weeks), week(weeks.length - 1)),
    window,
    audience,
    comparison: { level: 0.9, compared: true, priorStrength: 40 },
    details,
  });

describe('a criterion', () => {
  const window: Detail = {
    ...emptyDetail,
    criteria: { attitude: criterion(9), waiting: criterion(10), outcome: criterion(30) },
  };

  it('is shown by the number of its own answers', () => {
    const rated = (audience: Audience): (number | null)[] => {
      const { attitude, waiting, outcome, recourse } = communeOf(audience, [200], { window }).criteria;
      return [attitude, waiting, outcome, recourse].map((each) => each.rated);
    };
    expect(rated('public')).toEqual([null, null, null, null]);
    expect(rated('commune')).toEqual([null, 10, 30, null]);
    expect(rated('province')).toEqual([null, 10, 30, null]);
    expect(rated('operator')).toEqual([9, 10, 30, 0]);
  });

  it('is a count alone to the province below 30', () => {
    const shown = communeOf('province', [200], { window }).criteria;
    expect(shown.waiting).toMatchObject({ rated: 10, satisfied: null, satisfactionRate: null, low: null });
    expect(shown.outcome).toMatchObject({ rated: 30, satisfied: 30, satisfactionRate: 1, high: 1 });
  });

  it('is not shown where its answers were not loaded', () => {
    expect(communeOf('operator', [200], {}).criteria.outcome.rated).toBeNull();
    expect(exportOf('operator', [[200]]).communes[0]?.criteria.outcome.rated).toBeNull();
  });

  it('has moved, or not, between the weeks of the trend', () => {
    const weeks = Array.from({ length: 8 }, () => 50);
    const details = {
      trend: { ...emptyDetail, criteria: { waiting: criterion(100) } },
      beforeTrend: { ...emptyDetail, criteria: { waiting: { ratings: ratings(60, 40), notApplicable: 0 } } },
    };
    expect(communeOf('commune', weeks, details).moved).toMatchObject({
      waiting: 'better',
      outcome: 'too_few',
    });
    expect(communeOf('public', weeks, details).moved.waiting).toBeNull();
    expect(communeOf('commune', weeks, {}).moved.waiting).toBeNull();
    expect(communeOf('commune', weeks, { trend: details.trend }).moved.waiting).toBe('too_few');
    expect(communeOf('province', [20], details).moved.waiting).toBeNull();
  });
});

describe('a breakdown', () => {
  const breakdown: Detail = {
    ...emptyDetail,
    desks: { BBBB: ratings(60), AAAA: ratings(55, 5) },
    procedures: { residence: ratings(100), other: ratings(12) },
    languages: { vi: 115, en: 5 },
  };

  it('is of desks, procedures, channels and languages, hidden where cells are small', () => {
    const shown = communeOf('commune', [120], { breakdown }).breakdowns;
    expect(shown?.desks.map(({ name, rated }) => [name, rated])).toEqual([
      ['AAAA', 60],
      ['BBBB', 60],
    ]);
    expect(shown?.desks[0]?.satisfactionRate).toBeCloseTo(55 / 60, 12);
    expect(shown?.channels).toEqual([
      { name: 'qr', rated: 120 },
      { name: 'kiosk', rated: 0 },
    ]);
    expect(shown?.languages).toEqual([
      { name: 'vi', rated: null },
      { name: 'en', rated: null },
    ]);
    expect([shown?.from, shown?.to]).toEqual([week(0), week(0)]);
  });

  it('counts those who did not say, for everybody can take the others away', () => {
    const procedures = communeOf('commune', [120], { breakdown }).breakdowns?.procedures ?? [];
    const rated = Object.fromEntries(procedures.map((cell) => [cell.name, cell.rated]));
    // Eight said nothing: hidden, and the next smallest with them.
    expect(rated).toMatchObject({ residence: 100, other: null, unstated: null, immigration: 0 });
    expect(procedures.find(({ name }) => name === 'immigration')).toMatchObject({ satisfied: 0, low: null });
    const operators = communeOf('operator', [120], { breakdown }).breakdowns?.procedures ?? [];
    expect(operators.find(({ name }) => name === 'unstated')).toMatchObject({ rated: 8, satisfied: 3 + 5 });
  });

  it('shows the province only the count of a cell under 30', () => {
    const detail = { ...breakdown, desks: { AAAA: ratings(100), BBBB: ratings(20) } };
    const desks = communeOf('province', [120], { breakdown: detail }).breakdowns?.desks;
    expect(desks?.[1]).toMatchObject({ rated: 20, satisfactionRate: null });
    expect(desks?.[0]).toMatchObject({ rated: 100, satisfactionRate: 1 });
  });

  it('is never public, and needs a hundred answers', () => {
    expect(communeOf('public', [120], { breakdown }).breakdowns).toBeNull();
    expect(communeOf('commune', [99], { breakdown }).breakdowns).toBeNull();
    expect(communeOf('commune', [120], {}).breakdowns).toBeNull();
    expect(communeOf('operator', [3], { breakdown: emptyDetail }).breakdowns).not.toBeNull();
  });
});

describe('a question about facts', () => {
  const asked = (answered: number): Detail => ({
    ...emptyDetail,
    facts: {
      visits: { 1: answered - 2, 3: 2 },
      extra_payment: { no: answered - 3, yes: 3 },
      harassment: { no: answered },
    },
  });
  const of = (audience: Audience, answered: number): ShownCommune =>
    communeOf(audience, [200], { window: asked(answered), comparison: asked(answered) });

  it('is shown like a criterion, by its own answers', () => {
    expect(of('commune', 10).visits).toEqual({ answered: 10, answers: { 1: 8, 2: 0, 3: 2 } });
    expect(of('commune', 9).visits).toEqual({ answered: null, answers: null });
    expect(of('province', 29).visits).toEqual({ answered: 29, answers: null });
    expect(of('public', 100).visits).toEqual({ answered: null, answers: null });
    expect(of('commune', 50).timeliness.answered).toBeNull();
    expect(of('operator', 5).timeliness).toEqual({
      answered: 0,
      answers: { early: 0, on_time: 0, late: 0, pending: 0 },
    });
    expect(communeOf('operator', [200], {}).visits.answered).toBeNull();
  });

  it('that hurts is shown to the province only, when 30 answered it', () => {
    expect(of('province', 30).extraPayment).toEqual({
      answered: 30,
      answers: { no: 27, yes: 3, undisclosed: 0 },
    });
    expect(of('province', 29).extraPayment).toEqual({ answered: null, answers: null });
    expect(of('operator', 5).harassment.answered).toBe(5);
    for (const audience of ['public', 'commune'] as const) {
      expect(of(audience, 200).extraPayment).toEqual({ answered: null, answers: null });
      expect(of(audience, 200).harassment).toEqual({ answered: null, answers: null });
    }
    expect(communeOf('operator', [200], {}).harassment.answered).toBeNull();
  });

  it('that hurts is summed over the province, small communes among them when they are 30 together', () => {
    const view = { ...provinceFrom([[200], [200], [200]]), at: week(0) };
    const summed = (audience: Audience, ...answered: number[]): number | null | undefined =>
      showSignals({
        ...view,
        audience,
        details: new Map(answered.map((count, index) => [String(18_000 + index), asked(count)])),
      })?.facts.extra_payment.answered;
    expect(summed('province', 40, 20, 9)).toBe(40);
    expect(summed('province', 40, 20, 10)).toBe(70);
    expect(summed('province', 10, 10, 9)).toBeNull();
    expect(summed('operator', 40, 20, 9)).toBe(69);
    expect(summed('commune', 40, 20, 10)).toBeUndefined();
    expect(summed('public', 40, 20, 10)).toBeUndefined();
  });
});

describe('beside the measure', () => {
  it('stands the rate with flagged answers, when ten are flagged', () => {
    const rate = (audience: Audience, brought: Brought): number | null =>
      communeOf(audience, [brought], {}).withFlagged.satisfactionRate;
    expect(rate('commune', { rated: 30, unhappy: 10, flagged: 10 })).toBe(0.75);
    expect(rate('commune', { rated: 30, unhappy: 10, flagged: 9 })).toBeNull();
    expect(rate('commune', { rated: 30, unhappy: 10 })).toBeNull();
    expect(rate('province', { rated: 29, flagged: 50 })).toBeNull();
    expect(rate('public', { rated: 300, flagged: 50 })).toBeNull();
    expect(rate('operator', { rated: 3, flagged: 1 })).toBe(1);
  });

  it('stand the answers entered by staff, apart', () => {
    const rated = (audience: Audience, assisted: number): number | null =>
      communeOf(audience, [{ rated: 50, assisted }], {}).assisted.rated;
    expect(rated('commune', 9)).toBeNull();
    expect(rated('commune', 10)).toBe(10);
    expect(rated('public', 100)).toBeNull();
    expect(rated('operator', 9)).toBe(9);
  });

  it('is improbable perfection told to the province and the operator', () => {
    const told = audiences.map((audience) => communeOf(audience, [200], {}).improbablyPerfect);
    expect(told).toEqual([null, null, true, true]);
    expect(communeOf('province', [{ rated: 200, unhappy: 1 }], {}).improbablyPerfect).toBe(false);
  });

  it('is improbable perfection not told of a commune whose rate is hidden', () => {
    // At a level of a half, ten satisfied of ten are improbable, too.
    const communes = [[29], [30], [{ rated: 200, unhappy: 130 }]];
    const view = { ...provinceFrom(communes), at: week(0), details: new Map() };
    expect(showSignals({ ...view, audience: 'province' })?.improbablyPerfect).toEqual(['18001']);
    expect(showSignals({ ...view, audience: 'operator' })?.improbablyPerfect).toEqual(['18000', '18001']);
  });

  it('are the signs that make a province look closer', () => {
    const usual = { rated: 200, unhappy: 20 };
    const view = { ...provinceFrom([[200], ...Array.from({ length: 7 }, () => [usual])]), at: week(0) };
    const signals = showSignals({ ...view, audience: 'province', details: new Map() });
    expect(signals).toMatchObject({ comparedCount: 8, improbablyPerfect: ['18000'] });
    expect(signals?.expectedBelowByChance).toBeCloseTo(0.2, 12);
  });
});

describe('a commune', () => {
  const weeks = [6, 4, { rated: 40, unhappy: 3 }, 12, 30, 9];

  it('is shown over time in blocks, in weeks to the operator', () => {
    const rated = (audience: Audience) =>
      showOverTime(audience, timelineFor(audience, historyFrom(weeks), week(5))).map((each) => each.rated);
    expect(rated('commune')).toEqual([10, 40, 12, 30]);
    expect(rated('province')).toEqual([10, 40, 12, 30]);
    expect(rated('public')).toEqual([null, 40, null, 30]);
    expect(rated('operator')).toEqual([6, 4, 40, 12, 30, 9]);
  });

  it('says which weeks its page is made of', () => {
    const timeline = timelineFor('commune', historyFrom(weeks), week(5));
    const { window, trend, beforeTrend, comparison, breakdown } = detailRanges(timeline, 1);
    const spans = [window, trend, comparison].map((range) => [range?.from, range?.to]);
    expect(spans).toEqual([
      [week(4), week(4)],
      [week(0), week(4)],
      [week(0), week(4)],
    ]);
    expect([beforeTrend, breakdown]).toEqual([undefined, undefined]);
  });

  it('has the same numbers on its own page as in its province', () => {
    const view = { ...provinceFrom([weeks, ...Array.from({ length: 6 }, () => weeks)]), at: week(5) };
    for (const audience of audiences) {
      const own = showCommune({
        timeline: timelineFor(audience, view.histories.get('18000') ?? historyFrom([]), view.at),
        window: 4,
        audience,
        comparison: comparisonFor({ ...view, audience }),
      });
      const { commune, name, ...row } = firstOf(showProvince({ ...view, audience, window: 4 }));
      expect([commune, name]).toEqual(['18000', 'Xã 18000']);
      expect(own).toMatchObject(row);
    }
  });

  it('without a window is shown as nothing', () => {
    const nothing = showMeasure('commune', undefined);
    expect(nothing.tier).toBe('insufficient');
    expect(namesOfShown(nothing)).toEqual([]);
  });
});
