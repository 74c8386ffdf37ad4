import type { Week } from '../domain/iso-week.ts';
import { defaultRetention, expiryOf, type Retention } from '../domain/retention.ts';
import type { CommuneCode } from '../domain/unit.ts';
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
}

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
});
