import type { Flag } from '../domain/flags.ts';
import type { Week } from '../domain/iso-week.ts';
import { CountedResponse, Response } from '../domain/response.ts';
import { defaultRetention, expiryOf, type Retention } from '../domain/retention.ts';
import type { CommuneCode } from '../domain/unit.ts';
import { arrivalWeeks } from '../domain/week-life.ts';
import { keys } from './keys.ts';
import type { Item, Table } from './table.ts';

type ResponseKey = Pick<Response, 'commune' | 'arrival' | 'id'>;

export interface ResponseStore {
  /** What a token names: it is valid for days only, so that what it names can't have expired. */
  find(key: ResponseKey): Promise<Response | undefined>;
  /** Stores a response unless its id is there already; either way returns what is recorded. */
  addOnce(response: Response): Promise<{ added: boolean; recorded: Response }>;
  /** Stores many responses that nobody else can have stored: sample data. */
  addAll(responses: readonly Response[]): Promise<void>;
  /** Stores a later edition if the recorded one is still `from`; whether it did. */
  correct(response: Response, from: Response): Promise<boolean>;
  /** Marks a stored response as part of a burst. */
  markBurst(key: ResponseKey): Promise<void>;
  /**
   * What is counted of every response whose visit was in a week and that has not expired, read consistently and page by
   * page.
   */
  ofWeek(commune: CommuneCode, week: Week, now: Date): AsyncGenerator<CountedResponse>;
}

/**
 * The burst flag is an attribute of its own: it is known a moment after the response is stored, and neither it nor
 * the author's correction may overwrite the other.
 */
const flagsOf = (item: Item, flags: Flag[]): Flag[] => (item['burst'] === true ? ['burst', ...flags] : flags);

const parseItem = (item: Item): Response => {
  const response = Response.parse({ ...item, id: item['sk'] });
  return { ...response, flags: flagsOf(item, response.flags) };
};

const parseCounted = (item: Item): CountedResponse => {
  const response = CountedResponse.parse(item);
  response.flags = flagsOf(item, response.flags);
  return response;
};

const countedAttributes = ['burst', ...Object.keys(CountedResponse.shape)];

export const responseStore = (
  table: Table,
  { responseMonths }: Pick<Retention, 'responseMonths'> = defaultRetention,
): ResponseStore => {
  const find: ResponseStore['find'] = async ({ commune, arrival, id }) => {
    const item = await table.get(keys.response(commune, arrival, id), { consistent: true });
    return item && parseItem(item);
  };

  const toItem = ({ id, ...kept }: Response) => ({
    ...keys.response(kept.commune, kept.arrival, id),
    ...kept,
    expiresAt: expiryOf(kept.week, responseMonths),
  });

  return {
    find,

    addAll: (responses) => table.putAll(responses.map(toItem)),

    addOnce: async (response) => {
      const added = await table.put(toItem(response), { expression: 'attribute_not_exists(pk)' });
      const recorded = added ? response : ((await find(response)) ?? response);
      return { added, recorded };
    },

    correct: async (response, from) => {
      const { questionnaire, overall, criteria, facts, procedure, flags, edition } = response;
      const updated = await table.update(
        keys.response(response.commune, response.arrival, response.id),
        [
          'SET questionnaire = :questionnaire, overall = :overall, criteria = :criteria, facts = :facts',
          'flags = :flags, edition = :edition',
          ...(procedure === undefined ? [] : ['#procedure = :procedure']),
        ].join(', '),
        {
          expression: 'edition = :from',
          ...(procedure === undefined ? {} : { names: { '#procedure': 'procedure' } }),
          values: {
            ':questionnaire': questionnaire,
            ':overall': overall,
            ':criteria': criteria,
            ':facts': facts,
            ':flags': flags.filter((flag) => flag !== 'burst'),
            ':edition': edition,
            ':from': from.edition,
            ...(procedure === undefined ? {} : { ':procedure': procedure }),
          },
        },
      );
      return updated !== undefined;
    },

    markBurst: async ({ commune, arrival, id }) => {
      await table.update(keys.response(commune, arrival, id), 'SET burst = :true', {
        expression: 'attribute_exists(pk)',
        values: { ':true': true },
      });
    },

    async *ofWeek(commune, week, now) {
      for (const arrival of arrivalWeeks(week, now)) {
        const items = table.query(keys.responses(commune, arrival).pk, {
          consistent: true,
          // Expired items are deleted when the database finds the time.
          filter: {
            expression: '#week = :week AND (attribute_not_exists(expiresAt) OR expiresAt > :now)',
            names: { '#week': 'week' },
            values: { ':week': week, ':now': Math.floor(now.getTime() / 1000) },
          },
          attributes: countedAttributes,
        });
        for await (const item of items) yield parseCounted(item);
      }
    },
  };
};
