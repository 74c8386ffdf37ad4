import { beforeEach, describe, expect, it } from 'vitest';
import { vi as texts } from '../../web/texts/vi.ts';
import { wordsOf } from '../support/page.ts';
import { hours, minuteMs } from '../support/samples.ts';
import { type Fields, type SurveyService, surveyService } from '../support/survey-service.ts';

let service: SurveyService;
beforeEach(async () => {
  service = await surveyService();
});

/** An outbox fetches a token of its own and posts at once. */
const deliver = async (fields: Fields) => {
  const token = await service.openForm();
  const page = await service.post(`/d/${service.desk.code}`, { token, overall: '5', ...fields });
  return { token, page };
};

describe('an answer from an outbox', () => {
  it('is stored in the week of its visit, which it claims', async () => {
    const { page } = await deliver({ week: '2026-W46' });
    expect(page.status).toBe(200);
    expect(await service.responses('2026-W46')).toMatchObject([{ week: '2026-W46', arrival: '2026-W47' }]);
    expect(await service.responses('2026-W47')).toEqual([]);
  });

  it('is marked late, and neither too fast nor at a closed hour', async () => {
    service = await surveyService({
      at: '2026-11-18T23:00+07:00',
      desk: { hours: hours('Mon 07:00-08:00') },
    });
    await deliver({ week: '2026-W47' });
    expect(await service.responses()).toMatchObject([{ flags: ['late'] }]);
  });

  it('is still one of a burst', async () => {
    for (let n = 0; n < 5; n += 1) await deliver({ week: '2026-W46' });
    const flags = (await service.responses('2026-W46'))
      .map((response) => response.flags.join(' '))
      .toSorted();
    expect(flags).toEqual(['burst late', 'late', 'late', 'late', 'late']);
  });

  it('brings rating, details and comment in one post', async () => {
    await deliver({ week: '2026-W46', attitude: '2', comment: 'Chờ lâu' });
    expect(await service.responses('2026-W46')).toMatchObject([{ criteria: { attitude: 2 }, edition: 1 }]);
    expect(await service.comments()).toMatchObject([{ week: '2026-W46', text: 'Chờ lâu' }]);
  });

  it('delivered again under the same token stays one response', async () => {
    const { token } = await deliver({ week: '2026-W46' });
    const again = { token, overall: '5', week: '2026-W46' };
    expect((await service.post(`/d/${service.desk.code}`, again)).status).toBe(200);
    expect(await service.items('RESPONSES#')).toHaveLength(1);
  });

  it('expires with the other answers of its week', async () => {
    await deliver({ week: '2026-W46', comment: 'Chờ lâu' });
    service.clock.moveTo('2026-11-12T10:00+07:00');
    await service.rate(4, { comment: 'Đúng giờ' });
    for (const kind of ['RESPONSES#', 'COMMENTS#']) {
      const expiries = (await service.items(kind)).map((item) => item['expiresAt']);
      expect(expiries).toHaveLength(2);
      expect(new Set(expiries).size).toBe(1);
    }
  });

  it('can be corrected like any other', async () => {
    const { token } = await deliver({ week: '2026-W46' });
    await service.post(`/d/${service.desk.code}/details`, { token, edition: '2', overall: '3' });
    expect(await service.responses('2026-W46')).toMatchObject([{ overall: 3, edition: 2, flags: ['late'] }]);
  });
});

describe('the week that an answer claims', () => {
  it.each([
    ['2026-11-18T09:00+07:00', '2026-W45', 400],
    ['2026-11-18T09:00+07:00', '2026-W46', 200],
    ['2026-11-18T09:00+07:00', '2026-W47', 200],
    ['2026-11-18T09:00+07:00', '2026-W48', 400],
    // Eight days before Monday's last moment is Sunday of the week before last.
    ['2026-11-16T23:59:59.999+07:00', '2026-W45', 200],
    ['2026-11-17T00:00+07:00', '2026-W45', 400],
    // 2026 has 53 weeks.
    ['2027-01-05T09:00+07:00', '2026-W53', 200],
    ['2027-01-05T09:00+07:00', '2026-W52', 400],
    ['2026-11-18T09:00+07:00', '2026-W54', 400],
    ['2026-11-18T09:00+07:00', '2025-W47', 400],
    ['2026-11-18T09:00+07:00', 'W47', 400],
    ['2026-11-18T09:00+07:00', '2026-W47 ', 400],
    ['2026-11-18T09:00+07:00', 'last', 400],
  ])('delivered at %s may it be %s? %d', async (at, claimed, status) => {
    service.clock.moveTo(at);
    const { page } = await deliver({ week: claimed });
    expect(page.status).toBe(status);
    expect(await service.items('RESPONSES#')).toHaveLength(status === 200 ? 1 : 0);
  });

  it('is said to be wrong on the form that comes back', async () => {
    const { page } = await deliver({ week: '2026-W40', comment: 'Chờ lâu' });
    expect(wordsOf(page)).toContain(texts.problems.week);
    expect(await service.comments()).toEqual([]);
  });

  it('cannot be later than that of the token, where no aggregation would look for it', async () => {
    service.clock.moveTo('2026-11-15T23:59+07:00');
    const token = await service.openForm();
    service.clock.forward(2 * minuteMs);
    const page = await service.post(`/d/${service.desk.code}`, { token, overall: '5', week: '2026-W47' });
    expect(page.status).toBe(400);
    expect(await service.items('RESPONSES#')).toEqual([]);
  });

  it('is that of the token when none is claimed: a page left open over Sunday', async () => {
    service.clock.moveTo('2026-11-15T23:59+07:00');
    const token = await service.openForm();
    service.clock.forward(2 * minuteMs);
    await service.post(`/d/${service.desk.code}`, { token, overall: '5' });
    expect(await service.responses('2026-W46')).toMatchObject([{ week: '2026-W46', flags: [] }]);
  });

  it('is nothing that a correction may claim', async () => {
    const { token } = await service.rate(5);
    const fields = { token, edition: '2', week: '2026-W46' };
    expect((await service.post(`/d/${service.desk.code}/details`, fields)).status).toBe(400);
  });
});
