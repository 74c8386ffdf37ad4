import type { Week } from '../../functions/domain/iso-week.ts';
import type { Response } from '../../functions/domain/response.ts';
import type { CommuneCode } from '../../functions/domain/unit.ts';
import { arrivalWeeks } from '../../functions/domain/week-life.ts';
import { keys } from '../../functions/store/keys.ts';
import { responseStore } from '../../functions/store/response-store.ts';
import type { Table } from '../../functions/store/table.ts';
import { present } from './samples.ts';

/** Every response whose visit was in a week, whole, as the survey would find each of them. */
export const responsesOfWeek = async (
  table: Table,
  commune: CommuneCode,
  week: Week,
  now: Date,
): Promise<Response[]> => {
  const responses = responseStore(table);
  const found: Response[] = [];
  for (const arrival of arrivalWeeks(week, now)) {
    for await (const { sk } of table.query(keys.responses(commune, arrival).pk)) {
      found.push(present(await responses.find({ commune, arrival, id: String(sk) })));
    }
  }
  return found.filter((response) => response.week === week);
};
