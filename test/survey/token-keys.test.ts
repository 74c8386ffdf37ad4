import { beforeEach, describe, expect, it } from 'vitest';
import type { TokenKey } from '../../functions/domain/form-token.ts';
import { rememberingKeys } from '../../functions/survey/token-keys.ts';
import { Unavailable } from '../../functions/unavailable.ts';
import { hiddenFields, wordsOf } from '../support/page.ts';
import { hourMs, testClock } from '../support/samples.ts';
import { surveyService, testKey } from '../support/survey-service.ts';

const first = testKey('key-a');
const second = testKey('key-b');
const third = testKey('key-c');

let clock: ReturnType<typeof testClock>;
let held: TokenKey[];
let loads: number;
const load = async () => {
  loads += 1;
  return [...held];
};
const remembering = () => rememberingKeys(load, clock.now);

beforeEach(() => {
  clock = testClock();
  held = [second, first];
  loads = 0;
});

describe('remembered keys', () => {
  it('are fetched once for any number of forms and answers in an hour', async () => {
    const keys = remembering();
    for (let n = 0; n < 20; n += 1) {
      await keys.current();
      await keys.find('key-a');
      clock.forward(hourMs / 21);
    }
    expect(loads).toBe(1);
  });

  it('are fetched once by many that ask at the same time', async () => {
    const keys = remembering();
    await Promise.all(Array.from({ length: 20 }, () => keys.current()));
    expect(loads).toBe(1);
  });

  it('are fetched again after an hour', async () => {
    const keys = remembering();
    await keys.current();
    clock.forward(hourMs);
    held = [third, second];
    expect(await keys.current()).toBe(third);
  });

  it('accept the current key and the one before', async () => {
    const keys = remembering();
    expect(await keys.find('key-b')).toBe(second);
    expect(await keys.find('key-a')).toBe(first);
  });

  it('are fetched at once for a key that another process saw first', async () => {
    const keys = remembering();
    await keys.current();
    clock.forward(60_000);
    held = [third, second];
    expect(await keys.find('key-c')).toBe(third);
    expect(loads).toBe(2);
  });

  it('are fetched once for a hundred unknown keys: forged ones buy no requests', async () => {
    const keys = remembering();
    await keys.current();
    clock.forward(60_000);
    for (let n = 0; n < 100; n += 1) expect(await keys.find(`forged-${n}`)).toBeUndefined();
    expect(loads).toBe(2);
  });

  it('forget the key before the previous one', async () => {
    const keys = remembering();
    await keys.current();
    clock.forward(hourMs);
    held = [third, second];
    expect(await keys.find('key-a')).toBeUndefined();
  });

  it('are asked for again after a failure', async () => {
    let isDown = true;
    const keys = rememberingKeys(async () => {
      if (isDown) throw new Unavailable('token keys', new Error('throttled'));
      return load();
    }, clock.now);
    await expect(keys.current()).rejects.toThrow(Unavailable);
    isDown = false;
    expect(await keys.current()).toBe(second);
  });

  it('are unavailable when there is none', async () => {
    held = [];
    await expect(remembering().current()).rejects.toThrow(Unavailable);
  });
});

describe('a form whose key was rotated', () => {
  it('is taken while its key is the previous one, and renewed after that', async () => {
    const keys = remembering();
    held = [first];
    const service = await surveyService({ tokenKeys: keys });
    const path = `/d/${service.desk.code}`;
    const tokens = [await service.openForm(), await service.openForm()];

    held = [second, first];
    clock.forward(2 * hourMs);
    const taken = await service.post(path, { token: tokens[0] ?? '', overall: '5' });
    expect(taken.status).toBe(200);

    held = [third, second];
    clock.forward(2 * hourMs);
    const renewed = await service.post(path, { token: tokens[1] ?? '', overall: '5', comment: 'Tốt' });
    expect(renewed.status).toBe(400);
    expect(wordsOf(renewed)).toContain('Phiếu đã mở quá lâu');
    expect(hiddenFields(renewed)['token']).toMatch(/^key-c\./);
  });
});

describe('when the keys cannot be fetched', () => {
  const broken = rememberingKeys(async () => {
    throw new Unavailable('token keys', new Error('down'));
  }, testClock().now);

  it('a form is an apology that asks to come back', async () => {
    const service = await surveyService({ tokenKeys: broken });
    const page = await service.get(`/d/${service.desk.code}`);
    expect(page.status).toBe(503);
    expect(page.headers.get('retry-after')).toBe('5');
  });

  it('a rating comes back whole, to be sent again', async () => {
    const service = await surveyService({ tokenKeys: broken });
    const fields = { token: service.token(), overall: '2', comment: 'Chờ lâu' };
    const page = await service.post(`/d/${service.desk.code}`, fields);
    expect(page.status).toBe(503);
    expect(hiddenFields(page)).toEqual(fields);
  });
});
