import * as z from 'zod/mini';
import { closedDays, HolidayCalendar, statutoryCalendar } from './holiday-calendar.ts';
import {
  type Criterion,
  criteria,
  everyCriterion,
  everyProcedure,
  type Procedure,
  procedures,
} from './questionnaire.ts';

/** Every procedure has its desk; 'other' is the way out of the list, and always there. */
export const switchableProcedures = procedures.filter((procedure) => procedure !== 'other');

/**
 * What a province or a commune has switched off, and whether everybody may read its results. What is off in a province
 * is off in all its communes. Only what is off is kept: a new question is asked everywhere at once.
 */
export const Switches = z.object({
  criteriaOff: z.array(z.enum(everyCriterion)),
  proceduresOff: z.array(z.enum(everyProcedure)),
  isPublic: z.boolean(),
});
export type Switches = z.infer<typeof Switches>;

export const allOn: Switches = { criteriaOff: [], proceduresOff: [], isPublic: true };

/** What is asked beside the overall rating and the facts. */
export interface Questions {
  criteria: readonly Criterion[];
  /** Empty: the question is left out. */
  procedures: readonly Procedure[];
}

export const allQuestions: Questions = { criteria, procedures };

/** Everything that a province and one of its communes have decided about their forms. */
export const Settings = z.object({ province: Switches, commune: Switches, calendar: HolidayCalendar });
export type Settings = z.infer<typeof Settings>;

export const defaultSettings: Settings = { province: allOn, commune: allOn, calendar: statutoryCalendar };

/** What a desk asks. A desk may handle fewer procedures than its commune; one that handles none asks for none. */
export const questionsOf = (
  { province, commune }: Pick<Settings, 'province' | 'commune'>,
  handled: readonly Procedure[] = procedures,
): Questions => {
  const offered = switchableProcedures.filter(
    (procedure) =>
      handled.includes(procedure) &&
      !province.proceduresOff.includes(procedure) &&
      !commune.proceduresOff.includes(procedure),
  );
  return {
    criteria: criteria.filter(
      (criterion) => !province.criteriaOff.includes(criterion) && !commune.criteriaOff.includes(criterion),
    ),
    procedures: offered.length === 0 ? [] : [...offered, 'other'],
  };
};

/** Whether everybody may read a commune's results. */
export const isPublished = ({ province, commune }: Pick<Settings, 'province' | 'commune'>): boolean =>
  province.isPublic && commune.isPublic;

/** What a form needs of the settings of its desk. */
export interface FormSettings {
  asks: Questions;
  /** Days on which the desk's hours do not hold. */
  closedDays: readonly string[];
  /** Whether the page of thanks may lead to the commune's results. */
  isPublic: boolean;
}

export const formSettings = (settings: Settings, handled?: readonly Procedure[]): FormSettings => ({
  asks: questionsOf(settings, handled),
  closedDays: closedDays(settings.calendar),
  isPublic: isPublished(settings),
});
