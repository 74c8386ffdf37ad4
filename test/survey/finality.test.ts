import { beforeEach, expect, it } from 'vitest';
import { aggregateProvince } from '../../functions/aggregate/aggregate-province.ts';
import { nightlyStores, nightWith } from '../support/aggregation.ts';
import { haTinh, sampleResponse, thanhSen, week } from '../support/samples.ts';
import { type SurveyService, surveyService } from '../support/survey-service.ts';

const w47 = week('2026-W47');
const provisional = 'Tạm tính: còn nhận lượt đánh giá gửi muộn của tuần 47 năm 2026.';
const updated = 'Đã cập nhật: số liệu tuần 47 năm 2026 được tính lại ngày 20/12/2026.';

let service: SurveyService;
let stores: ReturnType<typeof nightlyStores>;
beforeEach(async () => {
  service = await surveyService();
  stores = nightlyStores(service.table);
  await answers(34);
});

const answers = (count: number, overall: 1 | 5 = 5) =>
  stores.responses.addAll(Array.from({ length: count }, () => sampleResponse({ week: w47, overall })));
const night = async (moment: string) => {
  service.clock.moveTo(moment);
  await nightWith({ ...stores, log: { failure: () => {} }, now: service.clock.now });
};
const recount = (moment: string) => {
  service.clock.moveTo(moment);
  return aggregateProvince(stores, haTinh, { weeks: [w47], now: service.clock.now() });
};
const pages = async () => {
  const [commune, province] = [await service.get(`/c/${thanhSen.code}`), await service.get('/p/42')];
  return [commune.html, province.html];
};
const expectOnEach = async (...expected: string[]) => {
  for (const html of await pages()) {
    for (const text of [provisional, updated]) expect(html.includes(text)).toBe(expected.includes(text));
  }
};

it('a week is called provisional from Monday until it has been counted after it closed', async () => {
  await night('2026-11-23T00:15+07:00');
  await expectOnEach(provisional);
  await night('2026-12-01T01:30+07:00');
  await expectOnEach(provisional);
  service.clock.moveTo('2026-12-02T01:00+07:00');
  await expectOnEach(provisional);
  await night('2026-12-02T01:30+07:00');
  await expectOnEach();
});

it('the number of a provisional week stays as it is while few come late, and says all when it closes', async () => {
  await night('2026-11-23T00:15+07:00');
  const shownOn: boolean[] = [];
  for (const day of ['2026-11-25', '2026-11-28', '2026-12-01', '2026-12-02']) {
    await answers(1, 1);
    await night(`${day}T01:30+07:00`);
    shownOn.push((await pages()).every((html) => /\b38\b/.test(html)));
    expect((await pages()).some((html) => /\b3[567]\b lượt|>3[567]</.test(html))).toBe(false);
  }
  expect(shownOn).toEqual([false, false, false, true]);
});

it('a closed week that was counted again and changed is said to be updated, with the day', async () => {
  await night('2026-12-02T01:30+07:00');
  await recount('2026-12-19T09:00+07:00');
  await expectOnEach();
  await answers(2);
  await recount('2026-12-20T09:00+07:00');
  await expectOnEach(updated);
});

it('where there are too few answers to show, nothing is said of what became of them', async () => {
  const few = await surveyService();
  stores = nightlyStores(few.table);
  service = few;
  await answers(20);
  await night('2026-12-02T01:30+07:00');
  await answers(2);
  await recount('2026-12-20T09:00+07:00');
  await expectOnEach();
});
