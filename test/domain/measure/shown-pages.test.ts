import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../functions/domain/day.ts';
import { type Audience, audiences } from '../../../functions/domain/measure/audience.ts';
import { comparisonOf } from '../../../functions/domain/measure/comparison.ts';
import { chartLimits } from '../../../functions/domain/measure/control-limits.ts';
import type { WrittenComment } from '../../../functions/domain/measure/shown-comments.ts';
import { timelineFor } from '../../../functions/domain/measure/shown-commune.ts';
import {
  rangesOfCommuneWeek,
  showCommuneWeek,
} from '../../../functions/domain/measure/shown-commune-week.ts';
import { showProvincePage } from '../../../functions/domain/measure/shown-province-page.ts';
import { type Detail, emptyDetail, type RatingCounts } from '../../../functions/domain/tally.ts';
import { type Brought, historyFrom, provinceFrom, week } from './histories.ts';

type Weeks = readonly (number | Brought)[];
const weeks = (count: number, each: number | Brought): Weeks => Array.from({ length: count }, () => each);
const revisedOn = dayOf(new Date('2026-06-01T09:00+07:00'));

const attitude = (ratings: RatingCounts): Detail => ({
  ...emptyDetail,
  criteria: { attitude: { ratings, notApplicable: 0 } },
});
const payments = (no: number, yes: number): Detail => ({
  ...emptyDetail,
  facts: { extra_payment: { no, yes } },
});
const harassments = (no: number): Detail => ({ ...emptyDetail, facts: { harassment: { no } } });

describe('the page of a province', () => {
  const pageOf = (
    communes: readonly Weeks[],
    { audience = 'province', details = [] }: { audience?: Audience; details?: readonly Detail[] } = {},
  ) => {
    const view = provinceFrom(communes);
    const codes = view.province.communes.map(({ code }) => code);
    return showProvincePage({
      ...view,
      at: week(Math.max(...communes.map(({ length }) => length)) - 1),
      audience,
      live: new Set(codes),
      details: new Map(details.map((detail, index) => [codes[index] ?? '', detail])),
    });
  };

  it('is shown to the province and to the operator', () => {
    const shownTo = audiences.filter((audience) => pageOf([[40]], { audience }) !== null);
    expect(shownTo).toEqual(['province', 'operator']);
  });

  it('has the numbers of 13 weeks, however many there are', () => {
    expect(pageOf([weeks(20, 40)])?.shown).toMatchObject({ window: 13, communes: [{ rated: 13 * 40 }] });
  });

  it('counts who is live, and compares where that is fair', () => {
    const fair = pageOf(Array.from({ length: 6 }, () => [{ rated: 200, unhappy: 10 }]));
    expect(fair?.coverage).toMatchObject({ communes: 6, live: 6 });
    expect(fair?.shown.compared).toBe(true);
    expect(fair?.funnel?.points).toHaveLength(6);
    expect(pageOf([[200]])?.funnel).toBeNull();
  });

  describe('shows how the province has done lately', () => {
    it('around the rate of all weeks that have one, with the limits of chance for each', () => {
      const trend = pageOf([[{ rated: 60, unhappy: 6 }, 0, { rated: 40, unhappy: 0 }]])?.trend;
      expect(trend?.centre).toBe(94 / 100);
      const [first, without, last] = (trend?.weeks ?? []).slice(-3);
      expect(first).toMatchObject({ week: week(0), rated: 60, limits: chartLimits(60, 0.94) });
      expect(without?.limits).toBeUndefined();
      expect(last?.limits).toEqual(chartLimits(40, 0.94));
    });

    it('without a centre and limits where no week has a rate', () => {
      const trend = pageOf([[3]])?.trend;
      expect(trend?.centre).toBeUndefined();
      expect(trend?.weeks.map(({ limits }) => limits)).toEqual(Array.from({ length: 13 }));
    });

    it('leaves out of the centre what it does not show of a week', () => {
      // Of the second week only the number of answers is shown.
      const trend = pageOf([
        [
          { rated: 50, unhappy: 5 },
          { rated: 10, unhappy: 10 },
        ],
      ])?.trend;
      expect(trend?.weeks.at(-1)).toMatchObject({ rated: 10, satisfied: null });
      expect(trend?.centre).toBe(0.9);
    });
  });

  it('tells answers to the sensitive questions of communes where thirty answered one of them', () => {
    const details = [payments(29, 0), payments(29, 1), harassments(30), harassments(29), emptyDetail];
    expect(
      pageOf(
        weeks(5, 40).map(() => [40]),
        { details },
      )?.sensitive,
    ).toEqual([
      {
        commune: '18001',
        extraPayment: { answered: 30, answers: { no: 29, yes: 1, undisclosed: 0 } },
        harassment: { answered: null, answers: null },
      },
      {
        commune: '18002',
        extraPayment: { answered: null, answers: null },
        harassment: { answered: 30, answers: { no: 30, yes: 0, undisclosed: 0 } },
      },
    ]);
  });

  it('adds up a criterion over the communes whose rate of it is shown', () => {
    const details = [attitude([5, 0, 0, 0, 35]), attitude([0, 0, 0, 10, 20]), attitude([9, 0, 0, 0, 20])];
    const criteria = pageOf([[40], [40], [40]], { details })?.criteria;
    expect(criteria?.attitude).toEqual({ rated: 70, satisfied: 65 });
    expect(criteria?.waiting).toEqual({ rated: 0, satisfied: 0 });
  });

  it('names the communes of which a closed week of the 13 was changed', () => {
    const view = provinceFrom([weeks(14, 40), weeks(14, 40), weeks(14, 40)]);
    const changed = (code: string, index: number) => {
      const history = view.histories.get(code) ?? historyFrom([]);
      const entries = history.weeks.map((entry, place) =>
        place === index ? { ...entry, status: 'closed' as const, revision: 2, revisedOn } : entry,
      );
      view.histories.set(code, { ...history, weeks: entries });
    };
    changed('18000', 0);
    changed('18002', 13);
    const page = showProvincePage({
      ...view,
      at: week(13),
      audience: 'province',
      live: new Set(),
      details: new Map(),
    });
    expect(page?.updated).toEqual([
      { commune: '18002', updated: [{ from: week(13), to: week(13), on: revisedOn }] },
    ]);
  });
});

describe('the page of a commune', () => {
  const timelineOf = (brought: Weeks, audience: Audience = 'commune') =>
    timelineFor(audience, historyFrom(brought), week(brought.length - 1));
  const pageOf = (
    brought: Weeks,
    {
      audience = 'commune',
      details = {},
      comments = [],
    }: { audience?: Audience; details?: { comparison?: Detail }; comments?: readonly WrittenComment[] } = {},
  ) =>
    showCommuneWeek({
      timeline: timelineOf(brought, audience),
      audience,
      comparison: comparisonOf([]),
      details,
      comments,
    });

  it('has the numbers of the last block, of four weeks and of thirteen', () => {
    const page = pageOf([...weeks(10, 20), 5, 5, ...weeks(6, 30)]);
    expect(page.latest).toMatchObject({ from: week(17), rated: 30 });
    expect(page.month).toMatchObject({ from: week(14), rated: 4 * 30 });
    expect(page.quarter).toMatchObject({ from: week(5), rated: 5 * 20 + 10 + 6 * 30 });
    expect(page.chart?.points).toHaveLength(17);
  });

  it('begins with the first week of which anything can be shown', () => {
    expect(pageOf([0, 0, 6, 6]).first).toBe(week(2));
    expect(pageOf([6]).first).toBeNull();
  });

  it('says when a week of the four has no number of visits', () => {
    const reported = weeks(4, { rated: 20, visits: 50 });
    expect(pageOf([20, ...reported]).isVisitsMissing).toBe(false);
    expect(pageOf([...reported.slice(1), 20]).isVisitsMissing).toBe(true);
    expect(pageOf([6]).isVisitsMissing).toBe(false);
  });

  it('has the criteria and facts of thirteen weeks', () => {
    const comparison = {
      ...attitude([0, 0, 0, 10, 20]),
      facts: { visits: { 1: 25, 2: 5 }, timeliness: { on_time: 31 } },
    };
    const page = pageOf([40], { details: { comparison } });
    expect(page.criteria.attitude).toMatchObject({ rated: 30, satisfied: 30 });
    expect([page.visits.answered, page.timeliness.answered]).toEqual([30, 31]);
  });

  it('has what was written about its blocks, the newest first', () => {
    const comments = [
      { week: week(0), text: 'một' },
      { week: week(1), text: 'hai' },
      { week: week(2), text: 'chờ' },
    ];
    expect(pageOf([20, 20, 3], { comments }).comments.map(({ texts }) => texts)).toEqual([['hai'], ['một']]);
  });

  it('says how final the weeks of its chart are', () => {
    const history = historyFrom(weeks(27, 20));
    const entries = history.weeks.map((entry, index) =>
      index < 2 ? { ...entry, status: 'closed' as const, revision: 2, revisedOn } : entry,
    );
    const page = showCommuneWeek({
      timeline: timelineFor('commune', { ...history, weeks: entries }, week(26)),
      audience: 'commune',
      comparison: comparisonOf([]),
      details: {},
      comments: [],
    });
    expect(page.finality.updated).toEqual([{ from: week(1), to: week(1), on: revisedOn }]);
  });

  it('is made of the comments of four weeks beside the details of all its windows', () => {
    const { comments, comparison } = rangesOfCommuneWeek(timelineOf(weeks(20, 20)));
    expect(comments).toMatchObject({ from: week(16), to: week(19) });
    expect(comparison).toMatchObject({ from: week(7), to: week(19) });
  });
});
