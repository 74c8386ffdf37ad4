import { beforeEach, describe, expect, it } from 'vitest';
import { type Comment, type CommentStore, commentStore } from '../../functions/store/comment-store.ts';
import { engines } from '../support/engine.ts';
import { week } from '../support/samples.ts';
import { type OpenTestTable, openTestTable } from '../support/test-table.ts';

const comment = (about: Partial<Comment> = {}): Comment => ({
  id: 'an-hmac',
  commune: '18073',
  week: week('2026-W47'),
  arrival: week('2026-W47'),
  text: 'Phục vụ chu đáo',
  edition: 2,
  ...about,
});

describe.each(engines)('a comment on %s', (engine) => {
  let opened: OpenTestTable;
  let comments: CommentStore;
  beforeEach(async () => {
    opened = await openTestTable(engine);
    comments = commentStore(opened.table);
  });

  const texts = async () => (await opened.items()).map(({ text }) => text);

  it('is stored with its commune and week, under the week it arrived in', async () => {
    await comments.put(comment({ week: week('2026-W46') }));
    expect(await opened.items()).toEqual([
      {
        pk: 'COMMENTS#18073#2026-W47',
        sk: 'an-hmac',
        commune: '18073',
        week: '2026-W46',
        text: 'Phục vụ chu đáo',
        edition: 2,
        expiresAt: Date.parse('2027-11-16T00:00+07:00') / 1000,
      },
    ]);
  });

  it('is replaced by a later edition', async () => {
    await comments.put(comment());
    await comments.put(comment({ edition: 3, text: 'Chờ lâu' }));
    expect(await texts()).toEqual(['Chờ lâu']);
  });

  it.each([1, 2])('is not replaced by edition %d, which is not later', async (edition) => {
    await comments.put(comment());
    await comments.put(comment({ edition, text: 'Chờ lâu' }));
    expect(await texts()).toEqual(['Phục vụ chu đáo']);
  });

  it('ends as the latest edition, in whatever order they arrive at once', async () => {
    await Promise.all(
      [4, 2, 7, 3, 6, 5].map((edition) => comments.put(comment({ edition, text: `lần ${edition}` }))),
    );
    expect(await texts()).toEqual(['lần 7']);
  });

  it('is taken back by a later empty one, which an earlier edition cannot undo', async () => {
    await comments.put(comment());
    await comments.put(comment({ edition: 4, text: '' }));
    await comments.put(comment({ edition: 3, text: 'Chờ lâu' }));
    expect(await texts()).toEqual(['']);
  });

  it('is not taken back by an earlier empty one', async () => {
    await comments.put(comment({ edition: 3 }));
    await comments.put(comment({ text: '' }));
    expect(await texts()).toEqual(['Phục vụ chu đáo']);
  });

  it('leaves nothing behind when there was none to take back', async () => {
    await comments.put(comment({ text: '' }));
    expect(await opened.items()).toEqual([]);
  });

  it('may be written again after it was taken back', async () => {
    await comments.put(comment());
    await comments.put(comment({ edition: 3, text: '' }));
    await comments.put(comment({ edition: 4, text: 'Thôi, vẫn tốt' }));
    expect(await texts()).toEqual(['Thôi, vẫn tốt']);
  });

  it('of the longest kind fits', async () => {
    const text = 'ặ'.repeat(500);
    await comments.put(comment({ text }));
    expect(await texts()).toEqual([text]);
  });

  describe('is read back', () => {
    const afterwards = new Date('2026-12-10T09:00+07:00');
    const written = async (first: string, last: string, now = afterwards) =>
      (await comments.ofWeeks('18073', { from: week(first), to: week(last) }, now)).map(({ text }) => text);

    it('by the week of the visit, whichever week it arrived in', async () => {
      await comments.put(comment({ id: 'a', text: 'đúng tuần' }));
      await comments.put(comment({ id: 'b', arrival: week('2026-W48'), text: 'đến muộn' }));
      await comments.put(
        comment({ id: 'c', week: week('2026-W48'), arrival: week('2026-W48'), text: 'tuần sau' }),
      );
      expect((await written('2026-W47', '2026-W47')).toSorted()).toEqual(
        ['đúng tuần', 'đến muộn'].toSorted(),
      );
      expect(await written('2026-W48', '2026-W48')).toEqual(['tuần sau']);
    });

    it('with nothing but its week and text', async () => {
      await comments.put(comment());
      const weeks = { from: week('2026-W47'), to: week('2026-W47') };
      expect(await comments.ofWeeks('18073', weeks, afterwards)).toEqual([
        { week: '2026-W47', text: 'Phục vụ chu đáo' },
      ]);
    });

    it('not while the week in which it arrived is open', async () => {
      await comments.put(comment({ id: 'b', arrival: week('2026-W48') }));
      expect(await written('2026-W47', '2026-W47', new Date('2026-11-29T23:59+07:00'))).toEqual([]);
      expect(await written('2026-W47', '2026-W47', new Date('2026-11-30T00:00+07:00'))).toHaveLength(1);
    });

    it('not when its author took it back', async () => {
      await comments.put(comment());
      await comments.put(comment({ edition: 3, text: '' }));
      expect(await written('2026-W47', '2026-W47')).toEqual([]);
    });

    it('not after twelve months, deleted or not', async () => {
      await comments.put(comment());
      const expiry = new Date('2027-11-23T00:00+07:00');
      expect(await written('2026-W47', '2026-W47', expiry)).toEqual([]);
    });

    it('not for another commune', async () => {
      await comments.put(comment({ commune: '18074' }));
      expect(await written('2026-W47', '2026-W47')).toEqual([]);
    });
  });
});
