import { beforeEach, describe, expect, it } from 'vitest';
import { type Rating, ratings } from '../../functions/domain/questionnaire.ts';
import { vi as texts } from '../../web/texts/vi.ts';
import { formActions, hiddenFields, type Page, wordsOf } from '../support/page.ts';
import { dayMs, minuteMs } from '../support/samples.ts';
import { type SurveyService, surveyService } from '../support/survey-service.ts';

let service: SurveyService;
let path: string;
beforeEach(async () => {
  service = await surveyService();
  path = `/d/${service.desk.code}`;
});

const chosen = (rating: Rating) => `${texts.thanks.recordedRating}: ${texts.ratings[rating]}`;
const says = (page: Page, words: string) => expect(wordsOf(page)).toContain(words);

describe('a tap on a face', () => {
  it.each(ratings)('stores the rating %d and says thank you', async (rating) => {
    const { page } = await service.rate(rating);
    expect(page.status).toBe(200);
    says(page, texts.thanks.notices.recorded);
    says(page, chosen(rating));
    expect(await service.responses()).toMatchObject([{ overall: rating }]);
  });

  it('stores a week and an answer and nothing else', async () => {
    const { token } = await service.rate(4);
    const id = token.split('.')[5];
    expect(await service.items('RESPONSES#')).toEqual([
      {
        pk: 'RESPONSES#18073#2026-W47',
        sk: id,
        desk: service.desk.code,
        commune: '18073',
        week: '2026-W47',
        arrival: '2026-W47',
        channel: 'qr',
        questionnaire: 1,
        language: 'vi',
        overall: 4,
        criteria: {},
        facts: {},
        flags: [],
        edition: 1,
        expiresAt: Date.parse('2028-11-23T00:00+07:00') / 1000,
      },
    ]);
  });

  it('offers the next edition under the same token, and the official channels', async () => {
    const { token, page } = await service.rate(2);
    expect(hiddenFields(page)).toEqual({ token, edition: '2' });
    expect(formActions(page)).toContain(`${path}/details`);
    says(page, texts.complaints.title);
  });

  it('never puts the token into an address', async () => {
    const { token, page } = await service.rate(2);
    const addresses = [...page.html.matchAll(/(?:href|action|src)="([^"]*)"/g)].map(
      ([, address = '']) => address,
    );
    expect(addresses.filter((address) => address.includes(token.slice(-20)))).toEqual([]);
  });

  it('is one response per visit: who comes again counts again', async () => {
    await service.rate(5);
    await service.rate(1);
    expect((await service.responses()).map(({ overall }) => overall).toSorted((a, b) => a - b)).toEqual([
      1, 5,
    ]);
  });

  it('may carry every detail at once, as an outbox sends it', async () => {
    const details = { attitude: '5', waiting: 'na', visits: '3', procedure: 'other', comment: 'Rất tốt' };
    await service.rate(5, details);
    expect(await service.responses()).toMatchObject([
      { criteria: { attitude: 5, waiting: 'na' }, facts: { visits: '3' }, procedure: 'other', edition: 1 },
    ]);
    expect(await service.comments()).toMatchObject([{ text: 'Rất tốt', edition: 1 }]);
  });

  it('counts a field left empty as a question left out', async () => {
    await service.rate(5, { attitude: '', visits: '', procedure: '', comment: '', week: '' });
    const [response] = await service.responses();
    expect(response).toMatchObject({ criteria: {}, facts: {}, flags: [] });
    expect(response).not.toHaveProperty('procedure');
    expect(await service.comments()).toEqual([]);
  });
});

describe('the same form sent again', () => {
  it('with the same rating is thanked as the first time', async () => {
    const { token, page } = await service.rate(3);
    const again = await service.post(path, { token, overall: '3' });
    expect(again.status).toBe(200);
    expect(again.html).toBe(page.html);
    expect(await service.items('RESPONSES#')).toHaveLength(1);
  });

  it('with another rating, after Back, shows what is recorded and changes nothing', async () => {
    const { token } = await service.rate(5);
    const again = await service.post(path, { token, overall: '1' });
    expect(again.status).toBe(200);
    says(again, chosen(5));
    expect(await service.responses()).toMatchObject([{ overall: 5, edition: 1 }]);
  });

  it('days later is still the same response', async () => {
    const { token } = await service.rate(5);
    service.clock.forward(7 * dayMs);
    says(await service.post(path, { token, overall: '1' }), chosen(5));
    expect(await service.items('RESPONSES#')).toHaveLength(1);
  });

  it('after a correction shows the corrected rating', async () => {
    const { token } = await service.rate(5);
    await service.post(`${path}/details`, { token, edition: '2', overall: '2' });
    const again = await service.post(path, { token, overall: '5' });
    says(again, chosen(2));
    expect(hiddenFields(again)['edition']).toBe('3');
  });

  it('with a comment that the first one had not stores no comment beside the recorded rating', async () => {
    const { token } = await service.rate(5);
    await service.post(path, { token, overall: '5', comment: 'Xin thêm ghế' });
    expect(await service.comments()).toEqual([]);
  });

  it.each([2, 20])('%d times at once leaves one response, and all are thanked', async (times) => {
    const token = await service.openForm();
    service.clock.forward(minuteMs);
    const fields = { token, overall: '4', comment: 'Nhanh' };
    const pages = await Promise.all(Array.from({ length: times }, () => service.post(path, fields)));
    expect(pages.map(({ status }) => status)).toEqual(Array.from({ length: times }, () => 200));
    expect(await service.items('RESPONSES#')).toHaveLength(1);
    expect(await service.comments()).toHaveLength(1);
    expect(await service.responses()).toMatchObject([{ overall: 4, flags: [] }]);
  });

  it('with every rating at once leaves one of them, and all are shown the same', async () => {
    const token = await service.openForm();
    service.clock.forward(minuteMs);
    const pages = await Promise.all(
      ratings.map((rating) => service.post(path, { token, overall: `${rating}` })),
    );
    const [recorded] = await service.responses();
    for (const page of pages) says(page, chosen(recorded?.overall ?? 1));
    expect(await service.items('RESPONSES#')).toHaveLength(1);
  });
});

describe('a form', () => {
  it('has a token of its own each time', async () => {
    const tokens = await Promise.all([1, 2, 3].map(() => service.openForm()));
    expect(new Set(tokens).size).toBe(3);
  });

  it('stores nothing by being looked at', async () => {
    const before = await service.items();
    await service.openForm();
    expect(await service.items()).toEqual(before);
  });

  it('of a kiosk stores its channel', async () => {
    const token = service.token({ channel: 'kiosk' });
    await service.post(path, { token, overall: '4' });
    expect(await service.responses()).toMatchObject([{ channel: 'kiosk' }]);
  });
});
