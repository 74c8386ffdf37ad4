import { beforeEach, describe, expect, it } from 'vitest';
import { allOn, type Switches } from '../../functions/domain/commune-settings.ts';
import { type SettingsStore, settingsStore } from '../../functions/store/settings-store.ts';
import { wordsOf } from '../support/page.ts';
import { hours, thanhSen } from '../support/samples.ts';
import { type SurveyService, surveyService } from '../support/survey-service.ts';

let service: SurveyService;
let settings: SettingsStore;
beforeEach(async () => {
  service = await surveyService();
  settings = settingsStore(service.table);
});

const inCommune = (changed: Partial<Switches>) =>
  settings.putSwitches(
    { province: '42', commune: thanhSen.code },
    { value: { ...allOn, ...changed }, version: 1 },
  );
const inProvince = (changed: Partial<Switches>) =>
  settings.putSwitches({ province: '42' }, { value: { ...allOn, ...changed }, version: 1 });

const details = (token: string, fields: Record<string, string>) =>
  service.post(`/d/${service.desk.code}/details`, { token, edition: '2', ...fields });

describe('a criterion that is switched off', () => {
  it('is not asked', async () => {
    await inCommune({ criteriaOff: ['waiting'] });
    const { page } = await service.rate(5);
    expect(page.html).not.toContain('name="waiting"');
    expect(page.html).toContain('name="attitude"');
  });

  it('is still taken from a page that was open before', async () => {
    const { token } = await service.rate(5);
    await inCommune({ criteriaOff: ['waiting'] });
    expect((await details(token, { waiting: '2' })).status).toBe(200);
    expect(await service.responses()).toMatchObject([{ criteria: { waiting: 2 } }]);
  });

  it('comes back with an answer that has to be put right elsewhere: nothing typed is lost', async () => {
    const { token } = await service.rate(5);
    await inCommune({ criteriaOff: ['waiting'] });
    const page = await details(token, { waiting: '2', comment: 'a'.repeat(501) });
    expect(page.status).toBe(400);
    expect(page.html).toMatch(/name="waiting" value="2" checked/);
  });

  it('leaves no heading behind when it was the last', async () => {
    await inProvince({
      criteriaOff: [
        'attitude',
        'guidance',
        'facilities',
        'waiting',
        'transparency',
        'paperwork',
        'outcome',
        'recourse',
      ],
    });
    expect(wordsOf((await service.rate(5)).page)).not.toContain('từng mặt sau');
  });
});

describe('a procedure that a commune does not offer', () => {
  it('is not among the choices', async () => {
    await inCommune({ proceduresOff: ['immigration'] });
    const { page } = await service.rate(5);
    expect(page.html).not.toContain('value="immigration"');
    expect(page.html).toContain('value="residence"');
  });

  it('is still taken from a page that was open before', async () => {
    const { token } = await service.rate(5);
    await inCommune({ proceduresOff: ['immigration'] });
    expect((await details(token, { procedure: 'immigration' })).status).toBe(200);
    expect(await service.responses()).toMatchObject([{ procedure: 'immigration' }]);
  });
});

describe('the calendar of the province', () => {
  const open = hours('Mon-Fri 07:30-11:30');
  const rateOn = async (at: string) => {
    service.clock.moveTo(at);
    await service.rate(5);
    return (await service.items('RESPONSES#')).map((item) => item['flags']);
  };
  beforeEach(async () => {
    service = await surveyService({ desk: { hours: open } });
    await settingsStore(service.table).putCalendar('42', {
      value: { added: [{ day: '2026-11-20', name: 'Nghỉ bù' }], worked: ['2026-09-02'] },
      version: 1,
    });
  });

  it('closes the desks on a day that it adds', async () => {
    expect(await rateOn('2026-11-20T09:00+07:00')).toEqual([['closed_hours']]);
  });

  it('lets the desks serve on a holiday that it takes out', async () => {
    expect(await rateOn('2026-09-02T09:00+07:00')).toEqual([[]]);
  });
});

describe('results that are not published', () => {
  it.each([
    ['of a commune', () => inCommune({ isPublic: false })],
    ['of its whole province', () => inProvince({ isPublic: false })],
  ])('%s are no page, and say so', async (_, unpublish) => {
    await unpublish();
    const page = await service.get(`/c/${thanhSen.code}`);
    expect(page.status).toBe(404);
    expect(wordsOf(page)).toContain('chưa được công bố');
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  it('are not linked from the page of thanks', async () => {
    await inCommune({ isPublic: false });
    expect((await service.rate(5)).page.html).not.toContain(`/c/${thanhSen.code}`);
  });

  it('of one commune are not in the list of its province', async () => {
    await inCommune({ isPublic: false });
    const page = await service.get('/p/42');
    expect(page.html).not.toContain(`/c/${thanhSen.code}`);
    expect(page.html).toContain('Can Lộc');
  });

  it('of a province are no page', async () => {
    await inProvince({ isPublic: false });
    expect((await service.get('/p/42')).status).toBe(404);
  });
});
