import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { vi as texts } from '../../web/texts/vi.ts';
import { checkedFields, formActions, hiddenFields, tokenOf, typedComment, wordsOf } from '../support/page.ts';
import { minuteMs } from '../support/samples.ts';
import { type Fields, type SurveyService, surveyService } from '../support/survey-service.ts';

const { problems } = texts;

let service: SurveyService;
beforeEach(async () => {
  service = await surveyService();
});

/** Everything of version 1 beside the rating, answered. */
const allDetails: Fields = {
  attitude: '5',
  guidance: '4',
  facilities: '3',
  waiting: '2',
  transparency: '1',
  paperwork: 'na',
  outcome: '5',
  recourse: '4',
  visits: '3',
  timeliness: 'on_time',
  extra_payment: 'undisclosed',
  harassment: 'no',
  procedure: 'identity_card',
};

const wrongFields: readonly [what: string, fields: Fields, problem: string][] = [
  ['a rating that is missing', {}, problems.overallMissing],
  ['a rating that is empty', { overall: '' }, problems.overallMissing],
  ['a rating of 0', { overall: '0' }, problems.overallUnknown],
  ['a rating of 6', { overall: '6' }, problems.overallUnknown],
  ['a rating of 4.5', { overall: '4.5' }, problems.overallUnknown],
  ['a rating of -1', { overall: '-1' }, problems.overallUnknown],
  ['a rating with a space', { overall: ' 5' }, problems.overallUnknown],
  ['a rating in words', { overall: 'constructor' }, problems.overallUnknown],
  ['a criterion out of the scale', { overall: '5', attitude: '6' }, problems.criterion],
  ['a criterion in words', { overall: '5', recourse: 'n/a' }, problems.criterion],
  ['a fact that is not offered', { overall: '5', visits: '4' }, problems.choice],
  ['a fact named like a part of an object', { overall: '5', timeliness: 'toString' }, problems.choice],
  ['a procedure that is not offered', { overall: '5', procedure: 'passport' }, problems.choice],
  ['an unknown field', { overall: '5', phone: '0912345678' }, problems.unknownField],
  ['an edition in a first rating', { overall: '5', edition: '2' }, problems.unknownField],
  ['a field named constructor', { overall: '5', constructor: 'x' }, problems.unknownField],
  ['a comment of 501 characters', { overall: '5', comment: 'ạ'.repeat(501) }, problems.commentTooLong(500)],
];

describe('a rating with wrong answers', () => {
  it.each(wrongFields)(
    '%s is refused with the form again, and nothing is stored',
    async (_, fields, problem) => {
      const token = await service.openForm();
      const page = await service.post(`/d/${service.desk.code}`, { token, ...fields });
      expect(page.status).toBe(400);
      expect(wordsOf(page)).toContain(problem);
      expect(formActions(page)).toContain(`/d/${service.desk.code}`);
      expect(await service.items('RESPONSES#')).toEqual([]);
      expect(await service.items('COMMENTS#')).toEqual([]);
      expect(service.failures).toEqual([]);
    },
  );

  it('a field named __proto__ is refused like any unknown one', async () => {
    const token = await service.openForm();
    const page = await service.post(`/d/${service.desk.code}`, `token=${token}&overall=5&__proto__=1`);
    expect(page.status).toBe(400);
  });

  it('a comment of 500 characters is not too long', async () => {
    const { page } = await service.rate(5, { comment: 'ạ'.repeat(500) });
    expect(page.status).toBe(200);
  });

  it('gives everything back that was typed', async () => {
    const token = await service.openForm();
    const comment = 'Dòng một\nDòng hai';
    const page = await service.post(`/d/${service.desk.code}`, { token, ...allDetails, comment });
    expect(page.status).toBe(400);
    expect(checkedFields(page)).toEqual(allDetails);
    expect(typedComment(page)).toBe(comment);
  });

  it('gives a comment back that is too long, whole', async () => {
    const token = await service.openForm();
    const comment = `${'a'.repeat(500)}!`;
    const page = await service.post(`/d/${service.desk.code}`, { token, overall: '5', comment });
    expect(typedComment(page)).toBe(comment);
  });

  it('keeps the token, so that the answer sent again is the same response', async () => {
    const token = await service.openForm();
    const page = await service.post(`/d/${service.desk.code}`, { token });
    expect(tokenOf(page)).toBe(token);
  });

  it('says the problem beside its field and links to it', async () => {
    const token = await service.openForm();
    const { html } = await service.post(`/d/${service.desk.code}`, { token, overall: '5', visits: '9' });
    expect(html).toContain('href="#visits"');
    expect(html).toMatch(/<fieldset id="visits"[^>]*aria-describedby="problem-visits"/);
  });

  it('marks its title, which is what a screen reader says first', async () => {
    const page = await service.post(`/d/${service.desk.code}`, { token: await service.openForm() });
    expect(page.html).toContain(`<title>${texts.site.problemTitle}:`);
  });
});

describe('details with wrong answers', () => {
  const wrongDetails = wrongFields.filter(([, { overall, edition }]) => overall === '5' && !edition);

  it.each(wrongDetails)(
    '%s changes nothing of what is recorded',
    async (_, { overall: _five, ...fields }, problem) => {
      const { token } = await service.rate(4);
      const page = await service.post(`/d/${service.desk.code}/details`, { token, edition: '2', ...fields });
      expect(page.status).toBe(400);
      expect(wordsOf(page)).toContain(problem);
      expect(await service.responses()).toMatchObject([{ overall: 4, criteria: {}, facts: {}, edition: 1 }]);
      expect(await service.comments()).toEqual([]);
    },
  );

  it.each(['', '0', '1', '-2', '2.5', '1e3', 'two', '1000'])('edition "%s" is refused', async (edition) => {
    const { token } = await service.rate(4);
    const page = await service.post(`/d/${service.desk.code}/details`, { token, edition, attitude: '5' });
    expect(page.status).toBe(400);
    expect(wordsOf(page)).toContain(problems.edition);
    expect(await service.responses()).toMatchObject([{ criteria: {}, edition: 1 }]);
  });

  it('can be put right on the page that comes back', async () => {
    const { token } = await service.rate(4);
    const wrong = { token, edition: '2', ...allDetails, visits: '9', comment: 'Cảm ơn' };
    const page = await service.post(`/d/${service.desk.code}/details`, wrong);
    expect(typedComment(page)).toBe('Cảm ơn');

    const again = { ...hiddenFields(page), ...checkedFields(page), visits: '2', comment: 'Cảm ơn' };
    expect((await service.post(`/d/${service.desk.code}/details`, again)).status).toBe(200);
    expect(await service.responses()).toMatchObject([
      { facts: { visits: '2', timeliness: 'on_time' }, criteria: { paperwork: 'na' }, edition: 2 },
    ]);
  });

  it('of a response that was never rated ask for the rating', async () => {
    const token = await service.openForm();
    const page = await service.post(`/d/${service.desk.code}/details`, {
      token,
      edition: '2',
      attitude: '5',
    });
    expect(page.status).toBe(400);
    expect(wordsOf(page)).toContain(problems.overallMissing);
    expect(checkedFields(page)).toEqual({ attitude: '5' });
  });
});

describe('whatever is posted', () => {
  const name = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom('overall', 'week', 'comment', 'attitude', 'visits', 'edition', 'token', 'toString'),
  );
  const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('5', '2', '', 'na', '2026-W47'));

  it('is answered with a page, never with a failure of ours', async () => {
    const token = await service.openForm();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, value)), fc.boolean(), async (pairs, asDetails) => {
        const form = new URLSearchParams([['token', token], ...pairs]).toString();
        const path = `/d/${service.desk.code}${asDetails ? '/details' : ''}`;
        service.clock.forward(minuteMs);
        expect([200, 400]).toContain((await service.post(path, form)).status);
      }),
      { numRuns: 80 },
    );
    expect(service.failures).toEqual([]);
  });

  it('may be any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const page = await service.post(`/d/${service.desk.code}`, Uint8Array.from(bytes));
        expect(page.status).toBe(400);
      }),
      { numRuns: 50 },
    );
    expect(await service.items('RESPONSES#')).toEqual([]);
  });
});
