import { describe, expect, it } from 'vitest';
import { dayOf } from '../../functions/domain/day.ts';
import { criteria } from '../../functions/domain/questionnaire.ts';
import {
  flagsSentence,
  leadSentence,
  movedSentence,
  periodText,
  standingSentence,
  updatedSentence,
  waitingSentence,
} from '../../web/staff/texts/commune-sentences.ts';
import { week } from './samples.tsx';

const newest = week('2026-W47');

/** Four weeks with 62 answers, 59 of them satisfied, as like the weeks before as chance makes them. */
const month = {
  from: week('2026-W44'),
  to: newest,
  rated: 62,
  satisfactionRate: 59 / 62,
  tier: 'reportable',
  trend: 'same',
  flagged: 0,
} as const;

const lead = (about: Partial<Parameters<typeof leadSentence>[0]> = {}) =>
  leadSentence({ ...month, ...about }, newest).replaceAll('\u00a0', ' ');

describe('the first sentence', () => {
  it('says how many, how satisfied and compared with before', () => {
    expect(lead()).toBe('4 tuần gần nhất: 62 lượt đánh giá, 95,2 % hài lòng; so với trước đó: tương đương.');
  });

  it.each([
    ['better', 'so với trước đó: tốt lên.'],
    ['worse', 'so với trước đó: kém đi.'],
    ['too_few', 'chưa đủ lượt để so với trước đó.'],
  ] as const)('says when it is %s', (trend, words) => {
    expect(lead({ trend })).toBe(`4 tuần gần nhất: 62 lượt đánh giá, 95,2 % hài lòng; ${words}`);
  });

  it('says that few answers are for orientation only', () => {
    expect(lead({ rated: 18, satisfactionRate: 17 / 18, tier: 'indicative', trend: 'too_few' })).toBe(
      '4 tuần gần nhất: 18 lượt đánh giá, 94,4 % hài lòng; số lượt còn ít, chỉ để tham khảo và chưa đủ để so với trước đó.',
    );
  });

  it('gives the count alone to who may not see the rate', () => {
    expect(lead({ rated: 18, satisfactionRate: null, tier: 'indicative', trend: null, flagged: null })).toBe(
      '4 tuần gần nhất: 18 lượt đánh giá; chưa đủ 30 lượt để hiện tỷ lệ.',
    );
  });

  it('gives no number at all of fewer than ten answers, nor tells them from none', () => {
    const nothing = { from: null, to: null, rated: null, satisfactionRate: null, trend: null, flagged: null };
    expect(lead({ ...nothing, tier: 'insufficient' })).toBe(
      'Chưa đủ 10 lượt đánh giá nên chưa có số liệu để hiện.',
    );
  });

  it('tells the operator of no answers, and of too few', () => {
    const few = { tier: 'insufficient', trend: 'too_few' } as const;
    expect(lead({ ...few, rated: 0, satisfactionRate: null })).toBe(
      '4 tuần gần nhất: chưa có lượt đánh giá nào.',
    );
    expect(lead({ ...few, rated: 6, satisfactionRate: 5 / 6 })).toBe(
      '4 tuần gần nhất: 6 lượt đánh giá, 83,3 % hài lòng; quá ít lượt để nói lên điều gì.',
    );
  });

  it('mentions flagged answers, and says it louder when they are many', () => {
    expect(lead({ flagged: 12 })).toContain('Ngoài ra có 12 lượt nghi vấn, không tính vào tỷ lệ.');
    expect(lead({ flagged: 31 })).toContain(
      'Có tới 31 lượt nghi vấn (33,3 %), không tính vào tỷ lệ: cần xem lại.',
    );
  });

  it('says until when, for weeks that are not the last ones', () => {
    expect(periodText(week('2026-W38'), week('2026-W41'), newest)).toBe('4 tuần đến hết tuần 41/2026');
    expect(periodText(week('2026-W41'), week('2026-W41'), newest)).toBe('Tuần 41/2026');
  });
});

describe('weeks that wait', () => {
  it('are named, one or several', () => {
    expect(waitingSentence(week('2026-W47'), newest)).toBe(
      'Tuần 47/2026 chưa đủ 10 lượt đánh giá nên chờ gộp với tuần sau.',
    );
    expect(waitingSentence(week('2026-W46'), newest)).toMatch(/^Các tuần 46–47\/2026 chưa đủ/);
  });

  it('are not spoken of when there are none', () => {
    expect(waitingSentence(undefined, newest)).toBeUndefined();
  });
});

describe('what moved', () => {
  const all = (trend: 'same' | 'too_few' | null) =>
    Object.fromEntries(criteria.map((name) => [name, trend])) as Parameters<typeof movedSentence>[0];

  it('names the criteria beyond noise, worse ones first', () => {
    expect(movedSentence({ ...all('same'), attitude: 'better', waiting: 'worse', outcome: 'worse' })).toBe(
      'Kém đi: thời gian chờ và kết quả. Tốt lên: thái độ.',
    );
  });

  it('says when nothing did', () => {
    expect(movedSentence({ ...all('same'), recourse: 'too_few' })).toBe(
      'Không tiêu chí nào thay đổi rõ rệt so với trước đó.',
    );
  });

  it.each(['too_few', null] as const)('says when that can not be known (%s)', (trend) => {
    expect(movedSentence(all(trend))).toBe('Chưa đủ lượt để biết tiêu chí nào thay đổi.');
  });
});

describe('how it stands to the province', () => {
  const standing = (about: Partial<Parameters<typeof standingSentence>[0]>, rated: number | null = 240) =>
    standingSentence({ band: 'same', gap: 0.004, alert: null, ...about }, rated).replaceAll('\u00a0', ' ');

  it.each([
    [{ band: 'same', gap: 0.004 }, 'Tương đương mức chung của tỉnh (+0,4 điểm, tính trong 13 tuần).'],
    [{ band: 'above', gap: 0.0231 }, 'Cao hơn mức chung của tỉnh (+2,3 điểm, tính trong 13 tuần).'],
    [{ band: 'below', gap: -0.031 }, 'Thấp hơn mức chung của tỉnh (−3,1 điểm, tính trong 13 tuần).'],
    [{ band: 'same', gap: -0.0002 }, 'Tương đương mức chung của tỉnh (0,0 điểm, tính trong 13 tuần).'],
  ] as const)('%o', (about, words) => {
    expect(standing(about)).toBe(words);
  });

  it('tells the province of an alert', () => {
    expect(standing({ band: 'below', gap: -0.06, alert: true })).toMatch(/Khó có thể do ngẫu nhiên\.$/);
  });

  it('says how many answers it takes', () => {
    expect(standing({ band: null, gap: null }, 62)).toBe(
      'Cần từ 100 lượt đánh giá trong 13 tuần mới so sánh với mức chung của tỉnh; hiện có 62.',
    );
    expect(standing({ band: null, gap: null }, null)).not.toContain('hiện có');
  });

  it('says when the province has too few to compare with', () => {
    expect(standing({ band: 'none', gap: null })).toBe(
      'Chưa so sánh được: trong tỉnh còn ít đơn vị đủ số liệu, hoặc một đơn vị chiếm quá nhiều lượt.',
    );
  });

  it('gives the operator the gap of who is not compared', () => {
    expect(standing({ band: 'none', gap: -0.02 })).toContain('chênh −2,0 điểm');
  });
});

describe('flagged answers', () => {
  const none = { rated: null, satisfied: null, satisfactionRate: null, low: null, high: null };

  it.each([
    [0, 'Không có lượt nghi vấn nào.'],
    [null, 'Số lượt nghi vấn chỉ được hiện khi gom đủ 10 lượt.'],
    [14, '14 lượt.'],
  ])('%s of them', (flagged, words) => {
    expect(flagsSentence({ flagged, withFlagged: none })).toBe(words);
  });

  it('come with the rate that includes them, where it may be shown', () => {
    const withFlagged = { ...none, rated: 76, satisfied: 70, satisfactionRate: 70 / 76 };
    expect(flagsSentence({ flagged: 14, withFlagged }).replaceAll('\u00a0', ' ')).toBe(
      '14 lượt. Nếu tính cả các lượt này: 76 lượt, 92,1 % hài lòng.',
    );
  });
});

it('weeks that were counted again are named with the day', () => {
  const updated = [
    { from: week('2026-W41'), to: week('2026-W42'), on: dayOf(new Date('2026-11-20T09:00+07:00')) },
  ];
  expect(updatedSentence(updated)).toBe(
    'Số liệu đã cập nhật: tuần 41–42/2026 được tính lại ngày 20/11/2026.',
  );
});
