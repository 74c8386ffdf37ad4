import type { Problem } from '../../../web/components/problems.tsx';
import { deskProblems } from '../../../web/staff/texts/desks.ts';
import type { DeskChange } from '../../administration/desks.ts';
import { switchableProcedures } from '../../domain/commune-settings.ts';
import type { Desk } from '../../domain/desk.ts';
import { textLimits, textProblem, tidied } from '../../domain/limited-text.ts';
import { hoursInVietnamese, parseVietnameseHours } from '../../domain/opening-hours.ts';
import type { Procedure } from '../../domain/questionnaire.ts';
import { communePolice, type Province } from '../../domain/unit.ts';
import type { Posted } from '../posted.ts';

/** The form of a desk as somebody typed it. */
export interface DeskTyped {
  name: string;
  commune: string;
  hours: string;
  procedures: readonly string[];
}

/** What the form shows of a stored desk. */
export const deskAsTyped = ({
  name,
  commune,
  hours,
  procedures = switchableProcedures,
}: Pick<Desk, 'name' | 'commune' | 'hours' | 'procedures'>): DeskTyped => ({
  name,
  commune: commune.code,
  hours: hours ? hoursInVietnamese(hours) : '',
  procedures: switchableProcedures.filter((procedure) => procedures.includes(procedure)),
});

export const typedDesk = (posted: Posted): DeskTyped => ({
  name: posted.text('name'),
  commune: posted.text('commune'),
  hours: posted.text('hours'),
  procedures: posted.list('procedures'),
});

type Asked = Required<Pick<DeskChange, 'name' | 'commune' | 'hours' | 'procedures'>>;

/** What the form asks for, or everything that is wrong with it. `others`: desks that it must not be mistaken for. */
export const readDeskForm = (
  typed: DeskTyped,
  { province, others }: { province: Province; others: readonly Desk[] },
): { ok: true; asked: Asked } | { ok: false; problems: Problem[] } => {
  const name = tidied(typed.name);
  const nameProblem = textProblem(name, textLimits.deskName);
  const commune = province.communes.find(({ code }) => code === typed.commune);
  const hours = typed.hours.trim() === '' ? null : parseVietnameseHours(typed.hours);
  const handled: Procedure[] = switchableProcedures.filter((known) => typed.procedures.includes(known));
  const isTaken = others.some(
    (desk) => desk.status === 'active' && desk.commune.code === commune?.code && tidied(desk.name) === name,
  );

  const problems: Problem[] = [
    ...(nameProblem ? [{ field: 'name', text: deskProblems.name[nameProblem] }] : []),
    ...(commune && isTaken ? [{ field: 'name', text: deskProblems.sameName(communePolice(commune)) }] : []),
    ...(commune ? [] : [{ field: 'commune', text: deskProblems.commune }]),
    ...(hours === undefined ? [{ field: 'hours', text: deskProblems.hours }] : []),
    ...(handled.length < new Set(typed.procedures).size
      ? [{ field: 'procedures', text: deskProblems.procedures }]
      : []),
  ];
  if (!commune || hours === undefined || problems.length > 0) return { ok: false, problems };
  const isEverything = switchableProcedures.every((procedure) => handled.includes(procedure));
  return { ok: true, asked: { name, commune, hours, procedures: isEverything ? null : handled } };
};
