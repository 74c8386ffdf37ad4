import { createHmac } from 'node:crypto';
import { isClosedAt, type ServedDesk } from '../domain/desk.ts';
import { burstBucket, burstFrom, type Flag, isStraightLined, isTooFast } from '../domain/flags.ts';
import { commentId, type TokenKey, type Visit } from '../domain/form-token.ts';
import type { Week } from '../domain/iso-week.ts';
import type { Language, Rating } from '../domain/questionnaire.ts';
import { corrected, type Details, mayCorrect, type Response } from '../domain/response.ts';
import { scrub } from '../domain/scrub.ts';
import type { Log } from '../log.ts';
import type { BurstStore } from '../store/burst-store.ts';
import type { CommentStore } from '../store/comment-store.ts';
import type { ResponseStore } from '../store/response-store.ts';

export interface Records {
  responses: ResponseStore;
  comments: CommentStore;
  bursts: Pick<BurstStore, 'count'>;
  log: Log;
}

/** A visit whose token was opened: where and when, and the key that it was signed with. */
export interface OpenVisit {
  desk: ServedDesk;
  visit: Visit;
  /** Week in which the token was issued. */
  week: Week;
  key: TokenKey;
}

const responseKey = ({ visit, week }: OpenVisit) => ({
  commune: visit.commune,
  arrival: week,
  id: visit.nonce,
});

const storeComment = async (
  { comments }: Pick<Records, 'comments'>,
  { visit, week: arrival, key }: OpenVisit,
  { week, edition }: { week: Week; edition: number },
  text: string,
): Promise<void> =>
  comments.put({
    id: commentId(visit.nonce, key),
    commune: visit.commune,
    arrival,
    week,
    text: scrub(text),
    edition,
  });

interface Doubtful {
  details: Details;
  isByBot: boolean;
}

/**
 * Doubts that the form itself raises. A late answer's form says nothing of its visit; a kiosk's stands open all day and
 * its answers may all be late, so that none of them says anything.
 */
const doubtsOf = (
  { desk, visit }: OpenVisit,
  { details, isByBot }: Doubtful,
  isLate: boolean,
  now: Date,
): Flag[] => {
  const bot: Flag[] = isByBot ? ['bot'] : [];
  if (visit.channel === 'kiosk') return bot;
  return [
    ...bot,
    ...(!isLate && isTooFast(visit.issuedAt, now) ? (['too_fast'] as const) : []),
    ...(!isLate && isClosedAt(desk, visit.issuedAt) ? (['closed_hours'] as const) : []),
    ...(isStraightLined(details.criteria, visit.issuedAt, now) ? (['straight_lined'] as const) : []),
    ...(isLate ? (['late'] as const) : []),
  ];
};

/**
 * Counts a stored response in its ten minutes and marks it when it is one of a burst. The bucket goes into the table
 * as a keyed hash. A counter that can't be reached costs a doubt, never an answer.
 */
const countBurst = async (records: Records, opened: OpenVisit, now: Date): Promise<void> => {
  const { visit, key } = opened;
  try {
    const bucket = createHmac('sha256', key.secret)
      .update(`burst:${visit.desk}:${burstBucket(now)}`)
      .digest('base64url');
    const count = await records.bursts.count(visit.commune, visit.desk, bucket);
    if (count >= burstFrom) await records.responses.markBurst(responseKey(opened));
  } catch (error) {
    records.log.failure('burst counter', error);
  }
};

/**
 * Records a rating. Whoever comes with the same token again, whatever the form says by then, gets what was recorded
 * the first time.
 *
 * A comment that came along is stored before its response: a process killed in between leaves a response to be
 * sent again, never one whose comment is lost.
 */
export const recordRating = async (
  records: Records,
  opened: OpenVisit,
  answer: Doubtful & { overall: Rating; claimedWeek?: Week; language: Language },
  now: Date,
): Promise<Response> => {
  const { desk, visit, week: arrival } = opened;
  const { overall, details, claimedWeek, language } = answer;
  const week = claimedWeek ?? arrival;
  if (details.comment) {
    const earlier = await records.responses.find(responseKey(opened));
    if (earlier) return earlier;
    await storeComment(records, opened, { week, edition: 1 }, details.comment);
  }
  const { added, recorded } = await records.responses.addOnce({
    id: visit.nonce,
    desk: desk.code,
    commune: visit.commune,
    week,
    arrival,
    channel: visit.channel,
    questionnaire: details.questionnaire,
    language,
    overall,
    criteria: details.criteria,
    facts: details.facts,
    ...(details.procedure && { procedure: details.procedure }),
    flags: doubtsOf(opened, answer, claimedWeek !== undefined, now),
    edition: 1,
  });
  if (added && visit.channel !== 'kiosk') await countBurst(records, opened, now);
  return recorded;
};

export type Correction =
  | { outcome: 'corrected' | 'unchanged' | 'too_late'; recorded: Response }
  | { outcome: 'not_recorded' };

/** Two editions sent at once meet here; the second reads again. */
const attempts = 5;

/** Records a later edition of a response for two hours after its form was issued. */
export const correctResponse = async (
  records: Records,
  opened: OpenVisit,
  { edition, details, isByBot }: Doubtful & { edition: number },
  now: Date,
): Promise<Correction> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const recorded = await records.responses.find(responseKey(opened));
    if (!recorded) return { outcome: 'not_recorded' };
    if (recorded.edition >= edition) return { outcome: 'unchanged', recorded };
    if (!mayCorrect(opened.visit.issuedAt, now)) return { outcome: 'too_late', recorded };
    if (details.comment !== undefined) {
      await storeComment(records, opened, { week: recorded.week, edition }, details.comment);
    }
    const doubts: Flag[] = [
      ...(isByBot ? (['bot'] as const) : []),
      ...(isStraightLined(details.criteria, opened.visit.issuedAt, now) ? (['straight_lined'] as const) : []),
    ];
    const next = corrected(recorded, details, edition, doubts);
    if (await records.responses.correct(next, recorded)) return { outcome: 'corrected', recorded: next };
  }
  throw new Error('a response kept changing while it was corrected');
};
