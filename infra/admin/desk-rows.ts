import { textLimits, tidied } from '../../functions/domain/limited-text.ts';
import type { OpeningHours } from '../../functions/domain/opening-hours.ts';
import type { CommuneCode } from '../../functions/domain/unit.ts';
import type { Problem, Rows } from './csv-rows.ts';
import { readHours } from './desk-input.ts';
import { nameProblem } from './name.ts';

export const deskColumns = { required: ['commune', 'name'], optional: ['hours'] };

/** A desk that a file asks for. */
export interface WantedDesk {
  line: number;
  commune: CommuneCode;
  name: string;
  /** null: the desk shall have none; undefined: the file has no such column, so what is there stays. */
  hours: OpeningHours | null | undefined;
}

/** A desk is the same desk when its commune and its name are. */
export const deskIdentity = (commune: CommuneCode, name: string): string => `${commune} ${tidied(name)}`;

/** The desks that rows say, and everything that is wrong with them by themselves. */
export const wantedDesks = ({ columns, rows }: Rows): { desks: WantedDesk[]; problems: Problem[] } => {
  const hasHours = columns.includes('hours');
  const lines = new Map<string, number>();
  const desks: WantedDesk[] = [];
  const problems: Problem[] = [];
  for (const { line, cell } of rows) {
    const [commune, name, hours] = [cell('commune'), cell('name'), readHours(cell('hours'))];
    const same = lines.get(deskIdentity(commune, name));
    const texts = [
      /^\d{5}$/.test(commune) ? undefined : `commune "${commune}" must have 5 digits, leading zeros included`,
      nameProblem(name, textLimits.deskName),
      hours.ok ? undefined : hours.problem,
      same === undefined ? undefined : `this desk stands on line ${same} already`,
    ].filter((text) => text !== undefined);
    problems.push(...texts.map((text) => ({ line, text })));
    if (same === undefined) lines.set(deskIdentity(commune, name), line);
    if (hours.ok) desks.push({ line, commune, name, hours: hasHours ? (hours.hours ?? null) : undefined });
  }
  return { desks, problems };
};
