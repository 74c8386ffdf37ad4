import { beforeEach, describe, expect, it } from 'vitest';
import { allOn } from '../../functions/domain/commune-settings.ts';
import { settingsStore } from '../../functions/store/settings-store.ts';
import { forms } from '../../web/staff/texts/forms.ts';
import { questionnaire as t } from '../../web/staff/texts/questionnaire.ts';
import {
  accountWith,
  type DashboardService,
  dashboardService,
  grants,
} from '../support/dashboard-service.ts';
import { type Page, wordsOf } from '../support/page.ts';
import { present, thanhSen } from '../support/samples.ts';
import { fieldsToSend, problemOf } from '../support/staff-forms.ts';

let service: DashboardService;
beforeEach(async () => {
  service = await dashboardService();
  service.signIn(accountWith(grants.admin));
});

const path = '/dashboard/province/42/questionnaire';
const ofCommune = `${path}/${thanhSen.code}`;
const lines = async () => (await service.items('AUDIT#')).filter(({ sk }) => sk.startsWith('OF#'));
const stored = async () => settingsStore(service.table).of('42', thanhSen.code);

/** Sends the form of a page with some boxes unticked and some fields changed. */
const save = (
  page: Page,
  action: string,
  without: readonly string[],
  changed: Record<string, string> = {},
) => {
  const kept = fieldsToSend(page, action).filter(
    ([name, value]) => !without.includes(value) && !without.includes(name) && !Object.hasOwn(changed, name),
  );
  return service.postBody(action, new URLSearchParams([...kept, ...Object.entries(changed)]));
};

describe('the questionnaire', () => {
  it('has everything on and published until somebody changes it', async () => {
    const page = await service.get(path);
    const ticked = fieldsToSend(page, path).filter(([name]) => name === 'criteria' || name === 'procedures');
    expect(ticked).toHaveLength(16);
    expect(page.html).toMatch(/id="isPublic"[^>]*checked/);
  });

  it('of the province is changed as a whole, with one line of what changed', async () => {
    const answer = await save(await service.get(path), path, ['waiting', 'isPublic']);
    expect(answer.headers.get('location')).toBe(`${path}?done=changed`);
    expect((await stored()).province).toEqual({
      criteriaOff: ['waiting'],
      proceduresOff: [],
      isPublic: false,
    });
    expect(await lines()).toMatchObject([
      {
        subject: 'SWITCHES#42',
        version: 1,
        before: { criteriaOff: [], isPublic: true },
        after: { criteriaOff: ['waiting'], isPublic: false },
      },
    ]);
  });

  it('of a commune is its own, and says what the province has switched off', async () => {
    await save(await service.get(path), path, ['waiting', 'isPublic']);
    const page = await service.get(ofCommune);
    expect(wordsOf(page)).toContain(t.offInProvince('Thời gian chờ đến lượt hợp lý'));
    expect(wordsOf(page)).toContain(t.notPublicInProvince);
    await save(page, ofCommune, ['immigration']);
    expect((await stored()).commune).toEqual({ ...allOn, proceduresOff: ['immigration'] });
    expect(wordsOf(await service.get(path))).toContain('Công an phường Thành Sen 8/8 7/8 Có');
  });

  it('may ask for nothing but the overall rating', async () => {
    const answer = await service.post(ofCommune, { seen: '0', isPublic: '1' });
    expect(answer.status).toBe(303);
    expect((await stored()).commune.criteriaOff).toHaveLength(8);
  });

  it('that is saved as it was leaves no line', async () => {
    const answer = await save(await service.get(path), path, []);
    expect(answer.headers.get('location')).toBe(`${path}?done=unchanged`);
    expect(await lines()).toEqual([]);
  });

  it('refuses what is no choice and keeps the rest', async () => {
    const page = await service.get(path);
    const answer = await service.postBody(
      path,
      new URLSearchParams([
        ...fieldsToSend(page, path).filter(([, v]) => v !== 'waiting'),
        ['criteria', 'price'],
      ]),
    );
    expect(answer.status).toBe(400);
    expect(problemOf(answer, 'criteria')).toBe(t.unknownChoice);
    const ticked = fieldsToSend(answer, path).map(([, value]) => value);
    expect(ticked).not.toContain('waiting');
    expect(ticked).toContain('attitude');
    expect(await lines()).toEqual([]);
  });

  it('is not written over by an admin who has not seen the last change: both are shown', async () => {
    const mine = await service.get(ofCommune);
    await save(await service.get(ofCommune), ofCommune, ['waiting']);
    const answer = await save(mine, ofCommune, ['recourse']);
    expect(answer.status).toBe(409);
    expect(wordsOf(answer)).toContain(forms.conflictTitle);
    expect(fieldsToSend(answer, ofCommune).map(([, value]) => value)).not.toContain('recourse');
    expect((await stored()).commune.criteriaOff).toEqual(['waiting']);
    expect((await save(answer, ofCommune, [])).status).toBe(303);
    expect((await stored()).commune.criteriaOff).toEqual(['recourse']);
  });

  it('is not that of a commune of another province, nor of one that is not there', async () => {
    for (const code of ['00004', '99999', 'x']) {
      expect((await service.get(`${path}/${code}`)).status).toBe(404);
      expect((await service.post(`${path}/${code}`, { seen: '0' })).status).toBe(404);
    }
    expect(await service.items('SETTINGS#')).toEqual([]);
  });

  it('leads from the list to each commune', async () => {
    expect((await service.get(path)).html).toContain(`href="${ofCommune}"`);
  });
});

it.each([
  ['a reader', grants.reader],
  ['a chief, even of the commune', grants.chief],
  ['the admin of another province', grants.otherAdmin],
])('the questionnaire is not changed by %s', async (_, grant) => {
  const page = await service.get(ofCommune);
  service.signIn(accountWith(grant));
  expect((await service.get(ofCommune)).status).toBe(403);
  expect((await save(page, ofCommune, ['waiting'])).status).toBe(403);
  expect(present(await stored()).commune).toEqual(allOn);
});
