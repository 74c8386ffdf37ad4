import { beforeEach, describe, expect, it } from 'vitest';
import { matching } from '../support/matchers.ts';
import { typedComment } from '../support/page.ts';
import { present } from '../support/samples.ts';
import { type SurveyService, surveyService } from '../support/survey-service.ts';

let service: SurveyService;
beforeEach(async () => {
  service = await surveyService();
});

const stored = async () => (await service.comments()).map(({ text }) => text);

describe('a comment', () => {
  it.each([
    ['a phone number', 'Gọi tôi 0912 345 678 nhé', '0912'],
    ['an ID number', 'CCCD 042085001234', '042085001234'],
    ['an old ID number', 'CMND 183456789', '183456789'],
    ['a number plate', 'xe 38A-123.45 chờ', '123.45'],
    ['an e-mail address', 'thư: an.nguyen@example.com', 'example.com'],
    ['a link', 'xem https://example.com/x?id=1', 'example.com'],
  ])('loses %s before it is stored', async (_, comment, secret) => {
    await service.rate(3, { comment });
    const [text] = await stored();
    expect(text).not.toContain(secret);
    expect(text).toContain('[');
  });

  it('loses them in a later edition, too', async () => {
    const { token } = await service.rate(3);
    const fields = { token, edition: '2', comment: 'Gọi tôi 0912345678' };
    await service.post(`/d/${service.desk.code}/details`, fields);
    expect(await stored()).toEqual(['Gọi tôi [số điện thoại]']);
  });

  it('is kept composed, also where an invisible character stood between a letter and its mark', async () => {
    await service.rate(3, { comment: `Tiê\u200B\u0301p dân ${'ầ'.normalize('NFD')}` });
    expect(await stored()).toEqual(['Tiếp dân ầ']);
  });

  it('of nothing but spaces takes no earlier one back', async () => {
    const { token } = await service.rate(3, { comment: 'Chờ lâu' });
    await service.post(`/d/${service.desk.code}/details`, { token, edition: '2', comment: ' \r\n ' });
    expect(await stored()).toEqual(['Chờ lâu']);
  });

  it('stands in an item of its own, beside no rating and no desk', async () => {
    await service.rate(1, { comment: 'Chờ lâu' });
    expect(await service.comments()).toEqual([
      {
        pk: 'COMMENTS#18073#2026-W47',
        sk: matching(/^[\w-]{43}$/),
        commune: '18073',
        week: '2026-W47',
        text: 'Chờ lâu',
        edition: 1,
        expiresAt: Date.parse('2027-11-23T00:00+07:00') / 1000,
      },
    ]);
  });

  it('cannot be told to belong to its response by their ids', async () => {
    const { token } = await service.rate(1, { comment: 'Chờ lâu' });
    const id = present(token.split('.')[5]);
    const [comment] = await service.comments();
    expect(JSON.stringify(comment)).not.toContain(id);
    const [response] = await service.items('RESPONSES#');
    expect(JSON.stringify(response)).not.toContain(comment?.sk);
  });

  it('leaves no word in the response', async () => {
    await service.rate(1, { comment: 'Chờ lâu' });
    const [response] = await service.items('RESPONSES#');
    expect(response).not.toHaveProperty('comment');
    expect(JSON.stringify(response)).not.toContain('Chờ');
  });

  it.each([
    '<script>alert(1)</script>',
    '</textarea><img src=x onerror=alert(1)>',
    '"><b onmouseover="x">',
    '&lt;b&gt; &amp;amp;',
    '=HYPERLINK("x")',
    '@SUM(1+1)*cmd|calc',
    "+1+1 -1 '=1",
    '{{7*7}} <%= 7*7 %>',
  ])('%s is only text on a page and stored as it was typed', async (comment) => {
    const refused = await service.post(`/d/${service.desk.code}`, {
      token: await service.openForm(),
      overall: '9',
      comment,
    });
    expect(typedComment(refused)).toBe(comment);
    expect(refused.html).not.toMatch(/<script|<img|<b on/);

    await service.rate(5, { comment });
    expect(await stored()).toEqual([comment]);
  });

  it('is composed as Unicode has it, so that the same words are the same text', async () => {
    await service.rate(5, { comment: 'Hòa nhã'.normalize('NFD') });
    expect(await stored()).toEqual(['Hòa nhã'.normalize('NFC')]);
  });

  it('gives its line breaks back as they were typed', async () => {
    const comment = '\nDòng hai\n\nDòng bốn';
    const page = await service.post(`/d/${service.desk.code}`, { token: 'x', overall: '5', comment });
    expect(typedComment(page)).toBe(comment);
  });
});
