import { randomUUID } from 'node:crypto';
import type { DeskCode } from '../../functions/domain/desk-code.ts';
import type { Week } from '../../functions/domain/iso-week.ts';
import type { Response } from '../../functions/domain/response.ts';
import type { CommuneCode } from '../../functions/domain/unit.ts';
import type { ResponseStore } from '../../functions/store/response-store.ts';

/** Stores one response for each rating. */
export const rate = async (
  responses: Pick<ResponseStore, 'addOnce'>,
  { commune, week, desk }: { commune: CommuneCode; week: Week; desk: DeskCode },
  ratings: readonly Response['overall'][],
  about: Partial<Response> = {},
): Promise<void> => {
  await Promise.all(
    ratings.map((overall) =>
      responses.addOnce({
        id: randomUUID(),
        desk,
        commune,
        week,
        arrival: week,
        channel: 'qr',
        questionnaire: 1,
        language: 'vi',
        overall,
        criteria: {},
        facts: {},
        flags: [],
        edition: 1,
        ...about,
      }),
    ),
  );
};

/** The same rating so many times. */
export const times = (count: number, rating: Response['overall']): Response['overall'][] =>
  Array.from({ length: count }, () => rating);
