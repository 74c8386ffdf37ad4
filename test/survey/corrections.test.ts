import { beforeEach, describe, expect, it } from 'vitest';
import { vi as texts } from '../../web/texts/vi.ts';
import {
  checkedFields,
  formActions,
  hiddenFields,
  type Page,
  typedComment,
  wordsOf,
} from '../support/page.ts';
import { hourMs, minuteMs } from '../support/samples.ts';
import { type Fields, readingMs, type SurveyService, surveyService } from '../support/survey-service.ts';

const { notices } = texts.thanks;

let service: SurveyService;
let token: string;
beforeEach(async () => {
  service = await surveyService();
  ({ token } = await service.rate(4));
  service.clock.forward(minuteMs);
});

const correct = (fields: Fields): Promise<Page> =>
  service.post(`/d/${service.desk.code}/details`, { token, ...fields });

describe('the author of a response', () => {
  it('adds details to it', async () => {
    const details = { attitude: '5', recourse: 'na', timeliness: 'early', procedure: 'residence' };
    const page = await correct({ edition: '2', ...details, comment: 'Cảm ơn' });
    expect(page.status).toBe(200);
    expect(wordsOf(page)).toContain(notices.added);
    expect(await service.responses()).toMatchObject([
      {
        overall: 4,
        criteria: { attitude: 5, recourse: 'na' },
        facts: { timeliness: 'early' },
        procedure: 'residence',
        edition: 2,
      },
    ]);
    expect(await service.comments()).toMatchObject([{ text: 'Cảm ơn' }]);
  });

  it('changes the rating', async () => {
    const page = await correct({ edition: '2', overall: '1' });
    expect(wordsOf(page)).toContain(`${texts.thanks.recordedRating}: ${texts.ratings[1]}`);
    expect(await service.responses()).toMatchObject([{ overall: 1, edition: 2 }]);
  });

  it('is offered the edition after the recorded one each time', async () => {
    const page = await correct({ edition: '2', overall: '5' });
    expect(hiddenFields(page)).toEqual({ token, edition: '3' });
    await correct({ ...hiddenFields(page), overall: '3' });
    expect(await service.responses()).toMatchObject([{ overall: 3, edition: 3 }]);
  });

  it('loses nothing that was said before by leaving it out later', async () => {
    await correct({ edition: '2', attitude: '5', visits: '2', procedure: 'other', comment: 'Tốt' });
    await correct({ edition: '3', overall: '5', guidance: '4' });
    expect(await service.responses()).toMatchObject([
      { overall: 5, criteria: { attitude: 5, guidance: 4 }, facts: { visits: '2' }, procedure: 'other' },
    ]);
    expect(await service.comments()).toMatchObject([{ text: 'Tốt' }]);
  });

  it('replaces the comment, and takes it back by emptying it', async () => {
    await correct({ edition: '2', comment: 'Chờ lâu' });
    await correct({ edition: '3', comment: 'Chờ hơi lâu' });
    expect(await service.comments()).toMatchObject([{ text: 'Chờ hơi lâu' }]);
    await correct({ edition: '4', comment: '', commented: '1' });
    expect((await service.comments()).map(({ text }) => text)).toEqual(['']);
  });

  it('keeps the comment when a page that never showed it sends an empty one', async () => {
    await correct({ edition: '2', comment: 'Chờ lâu' });
    await correct({ edition: '3', overall: '2', comment: '' });
    expect(await service.comments()).toMatchObject([{ text: 'Chờ lâu' }]);
  });

  it('leaves no trace of a comment by sending an empty one', async () => {
    await correct({ edition: '2', comment: '', attitude: '5' });
    expect(await service.comments()).toEqual([]);
  });

  it('leaves one response, whatever was corrected', async () => {
    for (const edition of [2, 3, 4]) await correct({ edition: `${edition}`, overall: '5' });
    expect(await service.items('RESPONSES#')).toHaveLength(1);
  });
});

describe('an edition that is not higher than the recorded one', () => {
  beforeEach(async () => {
    await correct({ edition: '3', overall: '2', attitude: '1', comment: 'Ý kiến ba' });
  });

  it.each(['2', '3'])('%s changes nothing and is answered with what is recorded', async (edition) => {
    const page = await correct({ edition, overall: '5', attitude: '5', comment: 'Ý kiến khác' });
    expect(page.status).toBe(200);
    expect(wordsOf(page)).toContain(notices.unchanged);
    expect(wordsOf(page)).toContain(`${texts.thanks.recordedRating}: ${texts.ratings[2]}`);
    expect(await service.responses()).toMatchObject([{ overall: 2, criteria: { attitude: 1 }, edition: 3 }]);
    expect(await service.comments()).toMatchObject([{ text: 'Ý kiến ba' }]);
  });

  it('gives back what was typed, to be sent as the next one', async () => {
    const page = await correct({ edition: '2', attitude: '5', comment: 'Ý kiến khác' });
    expect(checkedFields(page)).toEqual({ attitude: '5' });
    expect(typedComment(page)).toBe('Ý kiến khác');

    await correct({ ...hiddenFields(page), ...checkedFields(page), comment: 'Ý kiến khác' });
    expect(await service.responses()).toMatchObject([{ criteria: { attitude: 5 }, edition: 4 }]);
    expect(await service.comments()).toMatchObject([{ text: 'Ý kiến khác' }]);
  });
});

describe('editions sent at once', () => {
  it('when they are the same are stored once, and all are answered', async () => {
    const pages = await Promise.all([1, 2, 3, 4].map(() => correct({ edition: '2', attitude: '3' })));
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await service.responses()).toMatchObject([{ criteria: { attitude: 3 }, edition: 2 }]);
  });

  it('end with the highest one', async () => {
    const pages = await Promise.all(
      ['2', '3', '4'].map((edition) => correct({ edition, visits: edition === '4' ? '3' : '1' })),
    );
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await service.responses()).toMatchObject([{ facts: { visits: '3' }, edition: 4 }]);
  });
});

describe('two hours after the form was opened', () => {
  const untilTooLate = 2 * hourMs - readingMs - minuteMs;

  it('to the millisecond a correction is still taken', async () => {
    service.clock.forward(untilTooLate);
    expect((await correct({ edition: '2', overall: '1' })).status).toBe(200);
  });

  it('a correction is too late; the comment stays readable and nothing is stored', async () => {
    service.clock.forward(untilTooLate + 1);
    const page = await correct({ edition: '2', overall: '1', comment: 'Quên mất\n<b>điều này</b>' });
    expect(page.status).toBe(409);
    expect(wordsOf(page)).toContain(notices.too_late);
    expect(wordsOf(page)).toContain('Quên mất <b>điều này</b>');
    expect(formActions(page)).not.toContain(`/d/${service.desk.code}/details`);
    expect(await service.responses()).toMatchObject([{ overall: 4, edition: 1 }]);
    expect(await service.comments()).toEqual([]);
  });

  it('an edition that was stored in time is still answered with thanks', async () => {
    await correct({ edition: '2', overall: '5' });
    service.clock.forward(3 * hourMs);
    expect((await correct({ edition: '2', overall: '5' })).status).toBe(200);
  });
});
