import * as z from 'zod/mini';
import { addWeeks, type Week, weeksFrom } from '../domain/iso-week.ts';
import type { WrittenComment } from '../domain/measure/shown-comments.ts';
import type { WeekRange } from '../domain/measure/timeline.ts';
import { defaultRetention, expiryOf, type Retention } from '../domain/retention.ts';
import type { CommuneCode } from '../domain/unit.ts';
import { lastEndedWeek } from '../domain/week-life.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

/** What a person wrote, scrubbed. It stands beside no rating, no desk and in no order. */
export interface Comment {
  /** An HMAC of the response's nonce: only the holder of the token can find it again. */
  id: string;
  commune: CommuneCode;
  week: Week;
  arrival: Week;
  text: string;
  edition: number;
}

export interface CommentStore {
  /** Stores a comment, or a later edition of it; an empty text takes an earlier one back. */
  put(comment: Comment): Promise<void>;
  /**
   * What was written about visits of these weeks. One that arrived late is shown once the week in which it arrived has
   * ended: a comment that appears during the day would tell who has just written it.
   */
  ofWeeks(commune: CommuneCode, weeks: WeekRange, now: Date): Promise<WrittenComment[]>;
}

const CommentItem = z.object({
  week: z.custom<Week>((value) => typeof value === 'string'),
  text: z.string(),
  expiresAt: z.number(),
});

/** An answer is under way for eight days at most, so it arrives in the week of its visit, the next or the one after. */
const latestArrival = (week: Week): Week => addWeeks(week, 2);

export const commentStore = (
  table: Table,
  { commentMonths }: Pick<Retention, 'commentMonths'> = defaultRetention,
): CommentStore => ({
  put: async ({ id, commune, arrival, week, text, edition }) => {
    await table.put(
      {
        ...keys.comment(commune, arrival, id),
        commune,
        week,
        text,
        edition,
        expiresAt: expiryOf(week, commentMonths),
      },
      {
        // Nothing to take back leaves nothing behind.
        expression: text === '' ? 'edition < :edition' : 'attribute_not_exists(pk) OR edition < :edition',
        values: { ':edition': edition },
      },
    );
  },

  ofWeeks: async (commune, { from, to }, now) => {
    const [latest, ended] = [latestArrival(to), lastEndedWeek(now)];
    const arrivals = weeksFrom(from, latest < ended ? latest : ended);
    const isShown = ({ week, text, expiresAt }: z.infer<typeof CommentItem>): boolean =>
      // The engines delete expired items when they find the time.
      week >= from && week <= to && text !== '' && expiresAt * 1000 > now.getTime();
    const ofArrivals = await Promise.all(
      arrivals.map(async (arrival) => {
        const comments: WrittenComment[] = [];
        for await (const item of table.query(keys.comments(commune, arrival).pk)) {
          const comment = CommentItem.parse(item);
          if (isShown(comment)) comments.push({ week: comment.week, text: comment.text });
        }
        return comments;
      }),
    );
    return ofArrivals.flat();
  },
});
