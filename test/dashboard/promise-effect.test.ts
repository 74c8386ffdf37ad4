import { beforeEach, expect, it } from 'vitest';
import { weeksFrom } from '../../functions/domain/iso-week.ts';
import { emptyTally, type RatingCounts, type Tally } from '../../functions/domain/tally.ts';
import { promiseStore } from '../../functions/store/promise-store.ts';
import { tallyStore } from '../../functions/store/tally-store.ts';
import { promises as t } from '../../web/staff/texts/promises.ts';
import {
  accountWith,
  type DashboardService,
  dashboardService,
  grants,
} from '../support/dashboard-service.ts';
import { wordsOf } from '../support/page.ts';
import { day, samplePromise } from '../support/sample-promises.ts';
import { thanhSen, week } from '../support/samples.ts';

const list = `/dashboard/commune/${thanhSen.code}/promises`;
let service: DashboardService;

/** Ten answers in a week, so many of them satisfied with waiting. */
const tallyWith = (satisfied: number): Tally => {
  const ratings: RatingCounts = [10 - satisfied, 0, 0, 0, satisfied];
  return {
    summary: { ...emptyTally.summary, counted: [0, 0, 0, 0, 10] },
    detail: { ...emptyTally.detail, criteria: { waiting: { ratings, notApplicable: 0 } } },
  };
};

const answers = async (first: string, last: string, satisfied: number) => {
  const tallies = tallyStore(service.table);
  for (const each of weeksFrom(week(first), week(last))) {
    const { run } = await tallies.beginRun('42');
    const counted = { ...tallyWith(satisfied), status: 'closed', revision: 1 } as const;
    await tallies.put(thanhSen.code, each, counted, undefined, run);
  }
};

beforeEach(async () => {
  service = await dashboardService({ at: '2026-11-23T08:00+07:00' });
  service.signIn(accountWith(grants.chief));
});

const promised = (about: Parameters<typeof samplePromise>[0]) =>
  promiseStore(service.table).put('42', samplePromise({ criterion: 'waiting', ...about }));

it('a kept promise shows its criterion before and after, and that it is better', async () => {
  await answers('2026-W20', '2026-W32', 6);
  await answers('2026-W34', '2026-W47', 10);
  // Made on Monday of week 33, done in it.
  await promised({ madeOn: day('2026-08-10'), doneOn: day('2026-08-14') });
  const words = wordsOf(await service.get(list));
  expect(words).toContain('Trước khi hứa 60,0 % hài lòng (130 lượt, tuần 20–32 năm 2026)');
  // Week 33 had no answers and is of one block with week 34, so what came after begins with week 35.
  expect(words).toContain('Sau khi xong 100,0 % hài lòng (130 lượt, tuần 35–47 năm 2026)');
  expect(words).toContain(t.effect.trend.better);
});

it('too few answers are said to be too few', async () => {
  await answers('2026-W20', '2026-W32', 6);
  await answers('2026-W46', '2026-W47', 10);
  await promised({ madeOn: day('2026-08-10'), doneOn: day('2026-11-04') });
  expect(wordsOf(await service.get(list))).toContain(t.effect.trend.too_few);
});

it('a promise that is not kept shows only how it was before', async () => {
  await answers('2026-W20', '2026-W32', 6);
  await promised({ madeOn: day('2026-08-10') });
  const words = wordsOf(await service.get(list));
  expect(words).toContain('60,0 % hài lòng');
  expect(words).not.toContain(t.effect.after);
});

it('nothing of the open week is part of it, nor of weeks that hold too few answers', async () => {
  await answers('2026-W48', '2026-W48', 3);
  await promised({ madeOn: day('2026-10-05'), doneOn: day('2026-11-10') });
  const words = wordsOf(await service.get(list));
  expect(words).toContain(`${t.effect.before} ${t.effect.none}`);
  expect(words).toContain(t.effect.pending);
  expect(words).not.toContain('30,0');
});
