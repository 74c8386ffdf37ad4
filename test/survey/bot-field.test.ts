import { beforeEach, describe, expect, it } from 'vitest';
import { tallyOf } from '../../functions/domain/tally.ts';
import { hiddenFields, type Page } from '../support/page.ts';
import { present } from '../support/samples.ts';
import { type SurveyService, surveyService } from '../support/survey-service.ts';

let service: SurveyService;
beforeEach(async () => {
  service = await surveyService();
});

const details = (token: string, edition: string, website: string): Promise<Page> =>
  service.post(`/d/${service.desk.code}/details`, { token, edition, attitude: '5', website });

/** A page but for what is random in it. */
const withoutToken = ({ html }: Page): string => html.replaceAll(/name="token" value="[^"]*"/g, '');

describe('the field that only a program fills in', () => {
  it('stands in the form and in the details, out of reach of people, screen readers and autofill', async () => {
    const form = await service.get(`/d/${service.desk.code}`);
    const { page: thanks } = await service.rate(4);
    for (const { html } of [form, thanks]) {
      const [field] = present(/<(\w+) class="aside" aria-hidden="true">.*?<\/\1>/s.exec(html));
      expect(field).toMatch(/<input[^>]*name="website"[^>]*tabindex="-1"[^>]*autocomplete="off"/);
      expect(field).not.toMatch(/required|value=|type="hidden"/);
    }
  });

  it('changes nothing when a browser sends it empty', async () => {
    await service.rate(5, { website: '' });
    expect(await service.responses()).toMatchObject([{ flags: [] }]);
  });

  it('is thanked for like any other answer, word for word', async () => {
    const { page: person } = await service.rate(5);
    const { page: bot } = await service.rate(5, { website: 'https://spam.example' });
    expect(bot.status).toBe(200);
    expect(withoutToken(bot)).toBe(withoutToken(person));
  });

  it('marks the stored response, which is kept and not counted', async () => {
    await service.rate(5, { website: 'x' });
    const [response] = await service.responses();
    expect(response).toMatchObject({ overall: 5, flags: ['bot'] });
    expect(tallyOf(present(response)).summary).toMatchObject({
      counted: [0, 0, 0, 0, 0],
      flagged: [0, 0, 0, 0, 1],
      flags: { bot: 1 },
    });
  });

  it('leaves what stands in it nowhere', async () => {
    await service.rate(5, { website: 'https://spam.example' });
    expect(JSON.stringify(await service.items())).not.toContain('spam.example');
  });

  it('marks a response whose details only were filled in by a program', async () => {
    const { token } = await service.rate(4);
    expect((await details(token, '2', 'x')).status).toBe(200);
    expect(await service.responses()).toMatchObject([{ flags: ['bot'], criteria: { attitude: 5 } }]);
  });

  it('stays marked when a later edition leaves it empty', async () => {
    const { token } = await service.rate(4, { website: 'x' });
    await details(token, '2', '');
    expect(await service.responses()).toMatchObject([{ flags: ['bot'], edition: 2 }]);
  });

  it('marks late answers and those of a kiosk as well', async () => {
    await service.post(`/d/${service.desk.code}`, {
      token: service.token(),
      overall: '5',
      week: '2026-W47',
      website: 'x',
    });
    await service.post(`/d/${service.desk.code}`, {
      token: service.token({ channel: 'kiosk' }),
      overall: '5',
      website: 'x',
    });
    const flags = (await service.responses()).map((response) => response.flags.includes('bot'));
    expect(flags).toEqual([true, true]);
  });

  it('is not asked again about when something else has to be put right', async () => {
    const token = await service.openForm();
    const page = await service.post(`/d/${service.desk.code}`, { token, website: 'x' });
    expect(page.status).toBe(400);
    expect(hiddenFields(page)).toEqual({ token });
    expect(page.html).not.toContain('value="x"');
  });
});
