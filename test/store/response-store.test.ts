import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { addWeeks } from '../../functions/domain/iso-week.ts';
import { ratings } from '../../functions/domain/questionnaire.ts';
import type { CountedResponse, Response } from '../../functions/domain/response.ts';
import { claimableWeeks } from '../../functions/domain/week-life.ts';
import { type ResponseStore, responseStore } from '../../functions/store/response-store.ts';
import { engines } from '../support/engine.ts';
import { canLoc, collected, deskCode, sampleResponse, week } from '../support/samples.ts';
import { type OpenTestTable, openTestTable } from '../support/test-table.ts';

const now = new Date('2026-11-18T09:00+07:00');

type Answer = NonNullable<Response['criteria']['attitude']>;

describe.each(engines)('responses on %s', (engine) => {
  let opened: OpenTestTable;
  let responses: ResponseStore;
  beforeEach(async () => {
    opened = await openTestTable(engine);
    responses = responseStore(opened.table);
  });

  const ofWeek = (name: string, at = now, commune = '18073') =>
    collected(responses.ofWeek(commune, week(name), at));
  const desksOf = (found: readonly CountedResponse[]) => found.map(({ desk }) => desk).toSorted();

  describe('put once', () => {
    it('are recorded as they are', async () => {
      const response = sampleResponse({
        criteria: { attitude: 5, waiting: 'na' },
        facts: { visits: '3', harassment: 'undisclosed' },
        procedure: 'identity_card',
        flags: ['too_fast', 'late'],
        channel: 'kiosk',
      });
      expect(await responses.addOnce(response)).toEqual({ added: true, recorded: response });
      expect(await responses.find(response)).toEqual(response);
    });

    it('answer a replay with the same content as the first time', async () => {
      const response = sampleResponse();
      await responses.addOnce(response);
      expect(await responses.addOnce(response)).toEqual({ added: false, recorded: response });
      expect(await opened.items()).toHaveLength(1);
    });

    it('answer a replay with other content with what was recorded first', async () => {
      const response = sampleResponse({ overall: 5 });
      await responses.addOnce(response);
      const replay = { ...response, overall: 1, facts: { visits: '2' }, flags: ['late'] } satisfies Response;
      expect(await responses.addOnce(replay)).toEqual({ added: false, recorded: response });
      expect(await responses.find(response)).toEqual(response);
    });

    it('answer a replay after a correction with the correction', async () => {
      const response = sampleResponse({ overall: 5 });
      const corrected = { ...response, overall: 2, edition: 2 } satisfies Response;
      await responses.addOnce(response);
      await responses.correct(corrected, response);
      expect((await responses.addOnce(response)).recorded).toEqual(corrected);
    });

    it('are one item after twenty identical puts at once, of which one added it', async () => {
      const response = sampleResponse();
      const answers = await Promise.all(Array.from({ length: 20 }, () => responses.addOnce(response)));
      expect(answers.filter(({ added }) => added)).toHaveLength(1);
      expect(answers.map(({ recorded }) => recorded)).toEqual(answers.map(() => response));
      expect(await opened.items()).toHaveLength(1);
    });

    it('are one item after puts of different content at once, and all see the same one', async () => {
      const { id } = sampleResponse();
      const answers = await Promise.all(
        ([1, 2, 3, 4, 5] as const).map((overall) => responses.addOnce(sampleResponse({ id, overall }))),
      );
      expect(new Set(answers.map(({ recorded }) => recorded.overall)).size).toBe(1);
    });

    it('come back as any answers that a form can make', async () => {
      const answer = fc.constantFrom<Answer[]>(1, 2, 3, 4, 5, 'na');
      const response = fc.record({
        overall: fc.constantFrom(...ratings),
        criteria: fc.record({ attitude: answer, recourse: answer, paperwork: answer }, { requiredKeys: [] }),
        facts: fc.record({ visits: fc.constantFrom('1', '2', '3') }, { requiredKeys: [] }),
      });
      await fc.assert(
        fc.asyncProperty(response, async (said) => {
          const sent = sampleResponse(said);
          await responses.addOnce(sent);
          expect(await responses.find(sent)).toEqual(sent);
        }),
        { numRuns: 25 },
      );
    });

    it('are not found under another commune, week or id', async () => {
      const response = sampleResponse();
      await responses.addOnce(response);
      expect(await responses.find({ ...response, commune: canLoc.code })).toBeUndefined();
      expect(await responses.find({ ...response, arrival: week('2026-W46') })).toBeUndefined();
      expect(await responses.find(sampleResponse())).toBeUndefined();
    });
  });

  describe('corrected', () => {
    it('take the new edition when the recorded one is still what was read', async () => {
      const first = sampleResponse({ overall: 5, criteria: { attitude: 5 } });
      const next = {
        ...first,
        overall: 3,
        criteria: { attitude: 2, outcome: 'na' },
        facts: { timeliness: 'late' },
        procedure: 'other',
        flags: ['straight_lined'],
        edition: 2,
      } satisfies Response;
      await responses.addOnce(first);
      expect(await responses.correct(next, first)).toBe(true);
      expect(await responses.find(first)).toEqual(next);
    });

    it('keep the newer one when somebody was faster', async () => {
      const first = sampleResponse({ overall: 5 });
      const faster = { ...first, overall: 4, edition: 2 } satisfies Response;
      await responses.addOnce(first);
      await responses.correct(faster, first);
      expect(await responses.correct({ ...first, overall: 1, edition: 3 }, first)).toBe(false);
      expect(await responses.find(first)).toEqual(faster);
    });

    it('are not made by correcting what is not there', async () => {
      const absent = sampleResponse();
      expect(await responses.correct({ ...absent, edition: 2 }, absent)).toBe(false);
      expect(await opened.items()).toEqual([]);
    });

    it('keep the procedure when the next edition has none', async () => {
      const first = sampleResponse({ procedure: 'residence' });
      await responses.addOnce(first);
      const { procedure: _, ...without } = first;
      await responses.correct({ ...without, edition: 2 }, first);
      expect(await responses.find(first)).toMatchObject({ procedure: 'residence', edition: 2 });
    });

    it('expire as before', async () => {
      const first = sampleResponse();
      await responses.addOnce(first);
      const [before] = await opened.items();
      await responses.correct({ ...first, edition: 2 }, first);
      const [after] = await opened.items();
      expect(after?.['expiresAt']).toBe(before?.['expiresAt']);
    });
  });

  describe('marked as part of a burst', () => {
    it('say so and keep their other flags', async () => {
      const response = sampleResponse({ flags: ['late'] });
      await responses.addOnce(response);
      await responses.markBurst(response);
      expect((await responses.find(response))?.flags).toEqual(['burst', 'late']);
      expect((await ofWeek('2026-W47')).map(({ flags }) => flags)).toEqual([['burst', 'late']]);
    });

    it('are still marked after a correction by an author who read them before', async () => {
      const first = sampleResponse({ overall: 5 });
      await responses.addOnce(first);
      await responses.markBurst(first);
      await responses.correct({ ...first, overall: 1, edition: 2 }, first);
      expect(await responses.find(first)).toMatchObject({ overall: 1, flags: ['burst'], edition: 2 });
    });

    it('keep the correction when they are marked after it', async () => {
      const first = sampleResponse({ overall: 5 });
      await responses.addOnce(first);
      await responses.correct({ ...first, overall: 1, flags: ['straight_lined'], edition: 2 }, first);
      await responses.markBurst(first);
      expect(await responses.find(first)).toMatchObject({ overall: 1, flags: ['burst', 'straight_lined'] });
    });

    it('are not made by marking what is not there', async () => {
      await responses.markBurst(sampleResponse());
      expect(await opened.items()).toEqual([]);
    });
  });

  describe('of a week', () => {
    it('are found in whichever later week they arrived, and no others', async () => {
      const late = claimableWeeks(now);
      expect(late).toEqual(['2026-W46', '2026-W47']);
      const [inTime, oneWeekLate] = [
        sampleResponse({ week: week('2026-W46'), desk: deskCode(2) }),
        sampleResponse({ week: week('2026-W46'), arrival: week('2026-W47'), desk: deskCode(3) }),
      ];
      await responses.addAll([
        inTime,
        oneWeekLate,
        sampleResponse({ week: week('2026-W47') }),
        sampleResponse({ week: week('2026-W45'), arrival: week('2026-W46') }),
        sampleResponse({ week: week('2026-W46'), commune: canLoc.code }),
      ]);
      expect(desksOf(await ofWeek('2026-W46'))).toEqual(desksOf([inTime, oneWeekLate]));
    });

    it('are found when they arrived on the last Monday that may bring them', async () => {
      const monday = new Date('2026-11-23T23:59+07:00');
      const response = sampleResponse({ week: week('2026-W46'), arrival: week('2026-W48') });
      await responses.addOnce(response);
      expect(await ofWeek('2026-W46', monday)).toHaveLength(1);
    });

    it('are found across the turn of a year of 53 weeks', async () => {
      const response = sampleResponse({ week: week('2026-W53'), arrival: addWeeks(week('2026-W53'), 1) });
      await responses.addOnce(response);
      expect(response.arrival).toBe('2027-W01');
      expect(await ofWeek('2026-W53', new Date('2027-01-06T09:00+07:00'))).toHaveLength(1);
    });

    it('all expire at the same moment, 24 months after its end, whenever they arrived', async () => {
      await responses.addOnce(sampleResponse({ week: week('2026-W46') }));
      await responses.addOnce(sampleResponse({ week: week('2026-W46'), arrival: week('2026-W47') }));
      const end = Date.parse('2028-11-16T00:00+07:00') / 1000;
      expect((await opened.items()).map((item) => item['expiresAt'])).toEqual([end, end]);
    });

    it('are found no more from the second in which they expire, deleted or not', async () => {
      await responses.addOnce(sampleResponse({ week: week('2026-W46') }));
      expect(await ofWeek('2026-W46', new Date('2028-11-15T23:59:59+07:00'))).toHaveLength(1);
      expect(await ofWeek('2026-W46', new Date('2028-11-16T00:00:00+07:00'))).toEqual([]);
      expect(await opened.items('RESPONSES#')).toHaveLength(1);
    });

    it('expire as long after it as the place where they are kept says', async () => {
      await responseStore(opened.table, { responseMonths: 1 }).addOnce(
        sampleResponse({ week: week('2026-W46') }),
      );
      expect(await ofWeek('2026-W46', new Date('2026-12-15T23:59:59+07:00'))).toHaveLength(1);
      expect(await ofWeek('2026-W46', new Date('2026-12-16T00:00:00+07:00'))).toEqual([]);
    });

    it('are all found when they are more than one page of 1 MB', async () => {
      const many = Array.from({ length: 5_000 }, (_, n) =>
        sampleResponse({
          desk: deskCode(n % 1_000),
          criteria: { attitude: 5, guidance: 4, outcome: 'na' },
          facts: { visits: '1' },
        }),
      );
      await responses.addAll(many);
      expect(desksOf(await ofWeek('2026-W47'))).toEqual(desksOf(many));
    });

    it('tell all that is counted of them, and nothing that names them', async () => {
      const response = sampleResponse({
        criteria: { attitude: 5, waiting: 'na' },
        facts: { visits: '3' },
        procedure: 'identity_card',
        flags: ['too_fast'],
        channel: 'kiosk',
        language: 'en',
      });
      await responses.addOnce(response);
      const { desk, channel, questionnaire, language, overall, criteria, facts, procedure, flags } = response;
      const counted = { desk, channel, questionnaire, language, overall, criteria, facts, procedure, flags };
      expect(await ofWeek('2026-W47')).toEqual([counted]);
    });

    it('are none where nobody answered', async () => {
      expect(await ofWeek('2026-W47')).toEqual([]);
    });
  });
});
