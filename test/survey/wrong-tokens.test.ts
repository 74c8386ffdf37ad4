import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { vi as texts } from '../../web/texts/vi.ts';
import { checkedFields, tokenOf, typedComment, wordsOf } from '../support/page.ts';
import { dayMs, minuteMs } from '../support/samples.ts';
import { heldKeys, type SurveyService, surveyService, testKey } from '../support/survey-service.ts';

const { problems } = texts;

let service: SurveyService;
beforeEach(async () => {
  service = await surveyService();
});

const typed = { overall: '2', attitude: '3', comment: 'Chờ lâu' };

const refusals: [what: string, token: () => Promise<string> | string, problem: string][] = [
  ['no token at all', () => '', problems.tokenMissing],
  ['a word for a token', () => 'token', problems.tokenInvalid],
  ['a token of 10,000 characters', () => 'a.'.repeat(5_000), problems.tokenInvalid],
  [
    'a token whose signature is forged',
    async () => (await service.openForm()).replace(/[\w-]{43}$/, 'A'.repeat(43)),
    problems.tokenInvalid,
  ],
  [
    'a token whose desk was changed',
    async () =>
      (await service.openForm(service.otherDesk.code)).replace(service.otherDesk.code, service.desk.code),
    problems.tokenInvalid,
  ],
  ["another desk's token", () => service.openForm(service.otherDesk.code), problems.tokenInvalid],
  [
    'a token signed with a key of somebody else under our key id',
    () => service.token({}, { ...testKey('stranger'), id: 'key-b' }),
    problems.tokenInvalid,
  ],
  ['a token of a key that never was', () => service.token({}, testKey('key-z')), problems.tokenExpired],
  [
    'a token of more than 8 days ago',
    () => service.token({ issuedAt: new Date(service.clock.now().getTime() - 8 * dayMs - 1) }),
    problems.tokenExpired,
  ],
  [
    'a token from the future',
    () => service.token({ issuedAt: new Date(service.clock.now().getTime() + 2 * minuteMs) }),
    problems.tokenInvalid,
  ],
];

describe.each(['', '/details'])('a post to /d/:code%s', (end) => {
  it.each(refusals)('with %s is refused and stores nothing', async (_, token, problem) => {
    const fields = { token: await token(), ...typed, ...(end && { edition: '2' }) };
    const page = await service.post(`/d/${service.desk.code}${end}`, fields);
    expect(page.status).toBe(400);
    expect(wordsOf(page)).toContain(problem);
    expect(await service.items('RESPONSES#')).toEqual([]);
    expect(await service.items('COMMENTS#')).toEqual([]);
    expect(service.failures).toEqual([]);
  });

  it('with a token that cannot be used brings a new form with all that was typed, which can be sent', async () => {
    const page = await service.post(`/d/${service.desk.code}${end}`, {
      token: 'x',
      ...typed,
      ...(end && { edition: '2' }),
    });
    expect(checkedFields(page)).toEqual({ attitude: '3' });
    expect(typedComment(page)).toBe('Chờ lâu');

    const again = { token: tokenOf(page), ...typed };
    expect((await service.post(`/d/${service.desk.code}`, again)).status).toBe(200);
    expect(await service.responses()).toMatchObject([{ overall: 2, criteria: { attitude: 3 } }]);
  });
});

describe('a genuine token', () => {
  it('is good for 8 days to the millisecond', async () => {
    const token = await service.openForm();
    service.clock.forward(8 * dayMs);
    expect((await service.post(`/d/${service.desk.code}`, { token, overall: '5' })).status).toBe(200);
  });

  it('of the previous key is accepted', async () => {
    const token = service.token({}, testKey('key-a'));
    expect((await service.post(`/d/${service.desk.code}`, { token, overall: '5' })).status).toBe(200);
  });

  it('still stores one response when the key changed between rating and details', async () => {
    const keys = [testKey('key-b')];
    service = await surveyService({ tokenKeys: heldKeys(keys) });
    const { token } = await service.rate(5);
    keys.unshift(testKey('key-c'));
    const details = { token, edition: '2', visits: '1' };
    expect((await service.post(`/d/${service.desk.code}/details`, details)).status).toBe(200);
    expect(await service.responses()).toMatchObject([{ facts: { visits: '1' }, edition: 2 }]);
  });

  it('is no token without its last character', async () => {
    const token = await service.openForm();
    const page = await service.post(`/d/${service.desk.code}`, { token: token.slice(0, -1), overall: '5' });
    expect(page.status).toBe(400);
  });

  it('cannot be made to name another commune, channel or moment', async () => {
    const parts = service.token().split('.');
    for (const [place, other] of [
      [2, '18074'],
      [3, 'k'],
      [4, (service.clock.now().getTime() - 3 * dayMs).toString(36)],
      [5, 'A'.repeat(22)],
    ] as const) {
      const token = parts.with(place, other).join('.');
      const page = await service.post(`/d/${service.desk.code}`, { token, overall: '5' });
      expect(page.status, `part ${place}`).toBe(400);
    }
  });

  it('is signed, not merely hashed', async () => {
    const parts = service.token().split('.');
    const body = parts.slice(0, -1).join('.');
    const unsigned = createHmac('sha256', '').update(body).digest('base64url');
    const page = await service.post(`/d/${service.desk.code}`, {
      token: `${body}.${unsigned}`,
      overall: '5',
    });
    expect(page.status).toBe(400);
  });
});
