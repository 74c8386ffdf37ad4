import { beforeEach, describe, expect, it } from 'vitest';
import { vi as texts } from '../../web/texts/vi.ts';
import { checkedFields, hiddenFields, tokenOf, typedComment, wordsOf } from '../support/page.ts';
import { type SurveyService, surveyService } from '../support/survey-service.ts';

const { problems, messages } = texts;

let service: SurveyService;
let path: string;
beforeEach(async () => {
  service = await surveyService();
  path = `/d/${service.desk.code}`;
});

const nothingIsStored = async () => {
  expect(await service.items('RESPONSES#')).toEqual([]);
  expect(await service.items('COMMENTS#')).toEqual([]);
  expect(service.failures).toEqual([]);
};

describe('a post that is no form', () => {
  it.each([
    'application/json',
    'text/plain',
    'application/x-www-form-urlencodedx',
    'application/octet-stream',
    '',
  ])('of content type "%s" is refused', async (contentType) => {
    const token = await service.openForm();
    const page = await service.post(path, `token=${token}&overall=5`, { 'content-type': contentType });
    expect(page.status).toBe(415);
    expect(wordsOf(page)).toContain(messages.wrongContentType.title);
    await nothingIsStored();
  });

  it('is refused as multipart too: our own forms never are', async () => {
    const token = await service.openForm();
    const part = (name: string, value: string) =>
      `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const body = `${part('token', token)}${part('overall', '5')}--x--\r\n`;
    const page = await service.post(path, body, { 'content-type': 'multipart/form-data; boundary=x' });
    expect(page.status).toBe(415);
    await nothingIsStored();
  });

  it('is a form whatever the case and the parameters of its content type', async () => {
    const token = await service.openForm();
    const headers = { 'content-type': 'Application/X-WWW-Form-URLencoded; charset=UTF-8' };
    expect((await service.post(path, `token=${token}&overall=5`, headers)).status).toBe(200);
  });
});

const bytes = (...parts: (string | number[])[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part)));

describe('a body that is not clean text', () => {
  it.each([
    ['raw bytes that are no UTF-8', [0xc3, 0x28]],
    ['a raw overlong encoding', [0xc0, 0xaf]],
    ['a raw lone continuation byte', [0x80]],
    ['a raw surrogate', [0xed, 0xa0, 0x80]],
    ['a raw NUL', [0]],
    ['a raw control character', [0x1b]],
  ])('with %s is refused with the form again', async (_, wrong) => {
    const token = await service.openForm();
    const page = await service.post(path, bytes(`token=${token}&overall=5&comment=hay`, wrong));
    expect(page.status).toBe(400);
    expect(wordsOf(page)).toContain(problems.commentUnreadable);
    await nothingIsStored();
  });

  it.each([
    '%C3%28',
    '%C0%AF',
    '%80',
    '%ED%A0%80',
    '%00',
    '%1B',
    '%',
    '%4',
    '%GG',
    '%u0041',
    '%7F',
    '%C2%85',
  ])('with the escape %s is refused with the form again', async (wrong) => {
    const token = await service.openForm();
    const page = await service.post(path, `token=${token}&overall=5&comment=hay${wrong}`);
    expect(page.status).toBe(400);
    expect(wordsOf(page)).toContain(problems.commentUnreadable);
    await nothingIsStored();
  });

  it('is refused when it is a name that is broken', async () => {
    const page = await service.post(path, `token=${await service.openForm()}&overall=5&%FF=1`);
    expect(page.status).toBe(400);
    await nothingIsStored();
  });

  it('gives back what of it can be read', async () => {
    const token = await service.openForm();
    const page = await service.post(path, `token=${token}&attitude=4&comment=Phục+vụ+tốt%00`);
    expect(checkedFields(page)).toEqual({ attitude: '4' });
    expect(typedComment(page)).toContain('Phục vụ tốt');
  });

  it('takes Vietnamese, tabs and line breaks as they are typed', async () => {
    await service.rate(5, { comment: 'Cán bộ rất tốt,\r\n\tcảm ơn 🙂' });
    expect(await service.comments()).toMatchObject([{ text: 'Cán bộ rất tốt,\n\tcảm ơn 🙂' }]);
  });
});

describe('a field that comes twice', () => {
  it.each(['overall=5&overall=1', 'overall=5&comment=a&comment=b', 'overall=5&attitude=1&attitude=1'])(
    '%s is refused with the form again',
    async (fields) => {
      const page = await service.post(path, `token=${await service.openForm()}&${fields}`);
      expect(page.status).toBe(400);
      await nothingIsStored();
    },
  );
});

describe('a broken post after the rating was stored', () => {
  const broken: [string, string][] = [
    ['a NUL', 'attitude=4&comment=hay%00'],
    ['broken UTF-8', 'attitude=4&comment=hay%C3%28'],
    ['a field that comes twice', 'attitude=4&attitude=4&comment=hay'],
  ];

  it.each(broken)(
    'with %s in its details comes back with the details, not with a new rating to give',
    async (_, fields) => {
      const { token } = await service.rate(4);
      const page = await service.post(`${path}/details`, `token=${token}&edition=2&${fields}`);
      expect(page.status).toBe(400);
      expect(hiddenFields(page)).toEqual({ token, edition: '2', commented: '1' });
      expect(wordsOf(page)).toContain(texts.thanks.notices.invalid);
      expect(typedComment(page)).toContain('hay');
    },
  );

  it('never leads to a second response when the person goes on', async () => {
    const { token } = await service.rate(4);
    const page = await service.post(path, `token=${token}&overall=4&comment=hay%00`);
    const again = { ...hiddenFields(page), overall: '4' };
    await service.post('edition' in again ? `${path}/details` : path, again);
    expect(await service.responses()).toHaveLength(1);
  });

  it('keeps the token of a first rating, so that whatever arrives is one response', async () => {
    const token = await service.openForm();
    expect(tokenOf(await service.post(path, `token=${token}&overall=4&comment=hay%00`))).toBe(token);
  });
});

describe('a body of 17 KB', () => {
  const large = (token: string) => `token=${token}&overall=5&comment=${'a'.repeat(17 * 1024)}`;

  it('is refused when it says its length', async () => {
    const body = large(await service.openForm());
    const page = await service.post(path, body, { 'content-length': String(body.length) });
    expect(page.status).toBe(413);
    expect(wordsOf(page)).toContain(messages.tooLarge.title);
    await nothingIsStored();
  });

  it.each(['', '/details'])('is refused at …%s when it does not say its length', async (end) => {
    const page = await service.post(`${path}${end}`, large(await service.openForm()));
    expect(page.status).toBe(413);
    await nothingIsStored();
  });

  it('is refused before anything else is looked at', async () => {
    expect((await service.post('/d/no-desk', large('x'))).status).toBe(413);
  });

  it('is more than a whole form can be: 500 characters of three bytes, escaped, and every answer fit', async () => {
    const details = { attitude: '5', procedure: 'fire_and_conditional_trades', harassment: 'undisclosed' };
    const { page } = await service.rate(5, { ...details, comment: 'ạ'.repeat(500) });
    expect(page.status).toBe(200);
  });
});
