import { beforeEach, describe, expect, it } from 'vitest';
import { newKioskCredential } from '../../functions/domain/kiosk-credential.ts';
import { vi as texts } from '../../web/texts/vi.ts';
import { wordsOf } from '../support/page.ts';
import { pairKiosk } from '../support/pairing.ts';
import { replaceDesk } from '../support/replaced-desk.ts';
import { hours } from '../support/samples.ts';
import { type SurveyService, surveyService } from '../support/survey-service.ts';

let service: SurveyService;
let credential: string;

beforeEach(async () => {
  service = await surveyService({ desk: { hours: hours('Mon 07:00-08:00') } });
  credential = await pairKiosk(service.table, service.desk);
});

const path = (): string => `/d/${service.desk.code}`;
const askToken = (given: string, at = path(), headers = {}) =>
  service.post(`${at}/kiosk/token`, { credential: given }, headers);

describe('a paired kiosk', () => {
  it('gets a token of its channel for each answer, and none of them is doubted', async () => {
    for (let n = 0; n < 6; n += 1) {
      const { html: token, status, headers } = await askToken(credential);
      expect(status).toBe(200);
      expect(headers.get('cache-control')).toBe('no-store');
      const answer = { token, overall: '5', week: '2026-W46' };
      expect((await service.post(path(), answer)).status).toBe(200);
    }
    const stored = await service.responses('2026-W46');
    expect(stored.map(({ channel, flags }) => [channel, ...flags])).toEqual(Array(6).fill(['kiosk']));
    expect(await service.items('BURST#')).toEqual([]);
  });

  it('gets another token each time', async () => {
    const tokens = [await askToken(credential), await askToken(credential)].map(({ html }) => html);
    expect(tokens[0]).not.toBe(tokens[1]);
  });
});

describe('nobody else', () => {
  it.each([
    ['without a credential', () => askToken('')],
    ['with another one', () => askToken(newKioskCredential(Buffer.alloc(24, 7)))],
    ['with that of another desk', () => askToken(credential, `/d/${service.otherDesk.code}`)],
    ['from another site', () => askToken(credential, path(), { origin: 'https://other.example' })],
    [
      'with a credential in the address',
      () => service.post(`${path()}/kiosk/token?credential=${credential}`, {}),
    ],
    ['with a body that is no form', () => service.post(`${path()}/kiosk/token`, '%zz')],
  ])('gets a token of a kiosk %s', async (_, ask) => {
    const { status, html } = await ask();
    expect(status).toBe(403);
    expect(html).toBe('not paired');
  });

  it('can turn the token of a form into one of a kiosk', async () => {
    const token = (await service.openForm()).replace('.q.', '.k.');
    expect((await service.post(path(), { token, overall: '5' })).status).toBe(400);
    expect(await service.items('RESPONSES#')).toEqual([]);
  });

  it('gets one once the pairing is revoked or made anew, or for a desk that is retired or unknown', async () => {
    const renewed = await pairKiosk(service.table, service.desk);
    expect((await askToken(credential)).status).toBe(403);
    expect((await askToken(renewed)).status).toBe(200);
    await replaceDesk(service.table, service.desk);
    expect((await askToken(renewed)).status).toBe(403);
    await pairKiosk(service.table, service.retiredDesk);
    expect((await askToken(credential, `/d/${service.retiredDesk.code}`)).status).toBe(404);
    expect((await askToken(credential, '/d/unknown')).status).toBe(404);
  });
});

describe('the screen of a kiosk', () => {
  it('is kept by nobody on the way and says what it needs', async () => {
    const page = await service.get(`${path()}/kiosk`);
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(wordsOf(page)).toContain(texts.kiosk.needsScript);
    expect(page.html).toContain(`href="${path()}"`);
    expect(page.html).not.toMatch(/<form|<input|href="\/"/);
  });

  it('is none for a desk that is retired or unknown', async () => {
    expect((await service.get(`/d/${service.retiredDesk.code}/kiosk`)).status).toBe(404);
    expect((await service.get('/d/unknown/kiosk')).status).toBe(404);
  });
});
