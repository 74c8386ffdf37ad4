import { beforeEach, describe, expect, it } from 'vitest';
import { criteria } from '../../functions/domain/questionnaire.ts';
import { holding, matching } from '../support/matchers.ts';
import { hours, minuteMs } from '../support/samples.ts';
import { type Fields, readingMs, type SurveyService, surveyService } from '../support/survey-service.ts';

let service: SurveyService;
beforeEach(async () => {
  service = await surveyService();
});

const path = () => `/d/${service.desk.code}`;
const flagsOf = async () => (await service.responses()).map(({ flags }) => flags);

/** Opens a form at a moment and rates after so long. */
const rateAfter = async (milliseconds: number, fields: Fields = {}) => {
  const token = await service.openForm();
  service.clock.forward(milliseconds);
  const page = await service.post(path(), { token, overall: '5', ...fields });
  return { token, page };
};

describe('too_fast', () => {
  it.each([
    [0, ['too_fast']],
    [1_999, ['too_fast']],
    [2_000, []],
  ])('a rating %d ms after its form has the flags %j', async (milliseconds, flags) => {
    await rateAfter(milliseconds);
    expect(await flagsOf()).toEqual([flags]);
  });

  it('stays when the response is corrected later', async () => {
    const { token } = await rateAfter(100);
    service.clock.forward(minuteMs);
    await service.post(`${path()}/details`, { token, edition: '2', overall: '1' });
    expect(await service.responses()).toMatchObject([{ flags: ['too_fast'], edition: 2 }]);
  });
});

describe('closed_hours', () => {
  const open = hours('Mon-Fri 07:30-11:30, 13:30-17:00');

  it.each([
    ['in the morning', '2026-11-18T09:00+07:00', []],
    ['half an hour early', '2026-11-18T07:00+07:00', []],
    ['more than half an hour early', '2026-11-18T06:59:59+07:00', ['closed_hours']],
    ['at noon, which is within half an hour of neither', '2026-11-18T12:30+07:00', ['closed_hours']],
    ['at night', '2026-11-18T23:00+07:00', ['closed_hours']],
    ['on Sunday', '2026-11-15T09:00+07:00', ['closed_hours']],
    ['on a public holiday', '2026-09-02T09:00+07:00', ['closed_hours']],
  ])('a form opened %s makes a response with the flags %j', async (_, at, flags) => {
    service = await surveyService({ at, desk: { hours: open } });
    await service.rate(5);
    const items = await service.items('RESPONSES#');
    expect(items.map((item) => item['flags'])).toEqual([flags]);
  });

  it('is never said of a desk without hours', async () => {
    service = await surveyService({ at: '2026-11-15T03:00+07:00' });
    await service.rate(5);
    expect((await service.items('RESPONSES#')).map((item) => item['flags'])).toEqual([[]]);
  });
});

describe('straight_lined', () => {
  const alike = (answer: string) => Object.fromEntries(criteria.map((criterion) => [criterion, answer]));

  it.each(['5', '1', 'na'])('details with all eight criteria "%s" within 10 s are marked', async (answer) => {
    const { token } = await service.rate(5);
    service.clock.forward(9_999 - readingMs);
    await service.post(`${path()}/details`, { token, edition: '2', ...alike(answer) });
    expect(await flagsOf()).toEqual([['straight_lined']]);
  });

  it.each([
    ['after 10 s', 10_000 - readingMs, alike('5')],
    ['with one criterion left out', 1_000, { ...alike('5'), recourse: '' }],
    ['with one criterion different', 1_000, { ...alike('5'), recourse: '4' }],
  ])('details %s are not', async (_, wait, answers) => {
    const { token } = await service.rate(5);
    service.clock.forward(wait);
    await service.post(`${path()}/details`, { token, edition: '2', ...answers });
    expect(await flagsOf()).toEqual([[]]);
  });

  it('is seen in a rating that brings its details at once, too', async () => {
    await rateAfter(8_000, alike('5'));
    expect(await flagsOf()).toEqual([['straight_lined']]);
  });
});

describe('burst', () => {
  const burstsOf = async () => (await flagsOf()).filter((flags) => flags.includes('burst')).length;

  it.each([
    [4, 0],
    [5, 1],
    [7, 3],
  ])('%d ratings at one desk in ten minutes hold %d of a burst', async (ratings, bursts) => {
    for (let n = 0; n < ratings; n += 1) await service.rate(5);
    expect(await burstsOf()).toBe(bursts);
  });

  it('marks the later ones, not the first', async () => {
    for (const rating of [5, 5, 5, 5, 1] as const) await service.rate(rating);
    expect(await service.responses()).toContainEqual(holding({ overall: 1, flags: ['burst'] }));
  });

  it('does not count replays', async () => {
    const { token } = await service.rate(5);
    for (let n = 0; n < 6; n += 1) await service.post(path(), { token, overall: '5' });
    await service.rate(5);
    expect(await burstsOf()).toBe(0);
  });

  it('does not count corrections', async () => {
    const { token } = await service.rate(5);
    for (let edition = 2; edition < 8; edition += 1) {
      await service.post(`${path()}/details`, { token, edition: `${edition}`, overall: '4' });
    }
    await service.rate(5);
    expect(await burstsOf()).toBe(0);
  });

  it('begins anew with the next ten minutes of the clock', async () => {
    for (let n = 0; n < 4; n += 1) await service.rate(5);
    service.clock.moveTo('2026-11-18T09:10+07:00');
    for (let n = 0; n < 4; n += 1) await service.rate(5);
    expect(await burstsOf()).toBe(0);
  });

  it('is counted for each desk alone', async () => {
    for (let n = 0; n < 4; n += 1) await service.rate(5);
    await service.rate(5, {}, service.otherDesk.code);
    expect(await burstsOf()).toBe(0);
    const others = await service.items('RESPONSES#18074');
    expect(others.map((item) => item['burst'])).toEqual([undefined]);
  });

  it('marks all but four of twenty that arrive at once', async () => {
    const tokens = await Promise.all(Array.from({ length: 20 }, () => service.openForm()));
    service.clock.forward(readingMs);
    await Promise.all(tokens.map((token) => service.post(path(), { token, overall: '5' })));
    expect(await burstsOf()).toBe(16);
  });

  it('survives a correction', async () => {
    for (let n = 0; n < 4; n += 1) await service.rate(5);
    const { token } = await service.rate(1);
    await service.post(`${path()}/details`, { token, edition: '2', overall: '2' });
    expect(await service.responses()).toContainEqual(holding({ overall: 2, flags: ['burst'] }));
  });

  it('keeps no readable ten minutes in the table', async () => {
    await service.rate(5);
    expect(await service.items('BURST#')).toEqual([
      {
        pk: 'BURST#18073',
        sk: service.desk.code,
        bucket: matching(/^[\w-]{43}$/),
        responses: 1,
      },
    ]);
  });
});

describe('an answer at a kiosk', () => {
  it('is doubted for none of these: its form stands open and people queue before it', async () => {
    service = await surveyService({ desk: { hours: hours('Mon 07:00-08:00') } });
    for (let n = 0; n < 6; n += 1) {
      await service.post(path(), { token: service.token({ channel: 'kiosk' }), overall: '5' });
    }
    expect(await flagsOf()).toEqual([[], [], [], [], [], []]);
  });
});

describe('the author of a doubted response', () => {
  it('is shown the same page as anybody', async () => {
    const page = async (wait: number) => {
      const { token, page: shown } = await rateAfter(wait, { overall: '3' });
      return shown.html.replaceAll(token, 'token');
    };
    expect(await page(100)).toBe(await page(60_000));
    expect(await flagsOf()).toContainEqual(['too_fast']);
  });

  it('is not told of a burst', async () => {
    const pages: string[] = [];
    for (let n = 0; n < 6; n += 1) {
      const { token, page } = await service.rate(5);
      pages.push(page.html.replaceAll(token, 'token'));
    }
    expect(new Set(pages).size).toBe(1);
  });
});
