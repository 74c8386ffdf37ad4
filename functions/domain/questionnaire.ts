import { published } from './questionnaires/published.ts';
import type { Questionnaire } from './questionnaires/questionnaire-version.ts';
import { recordOf } from './record-of.ts';

type Published = (typeof published)[number];

/** 1 very dissatisfied … 5 very satisfied. */
export const ratings = [1, 2, 3, 4, 5] as const;
export type Rating = (typeof ratings)[number];

export type Criterion = Published['criteria'][number];
/** A rating of one criterion, or that it does not apply. */
export type CriterionAnswer = Rating | 'na';
export type Fact = Published['facts'][number]['name'];
export type Procedure = Published['procedures'][number];

/** A questionnaire that asks what has been published. */
export interface PublishedQuestionnaire extends Questionnaire {
  criteria: readonly Criterion[];
  facts: readonly { name: Fact; answers: readonly string[] }[];
  procedures: readonly Procedure[];
}

const versions: readonly PublishedQuestionnaire[] = published;

/** Undefined for a version that this build does not know. */
export const questionnaireOf = (version: number): PublishedQuestionnaire | undefined =>
  versions.find((each) => each.version === version);

/** What a form asked that names no version: forms did not before there was a second one. */
export const firstQuestionnaire: PublishedQuestionnaire = published[0];
/** What is asked now. */
export const currentQuestionnaire = versions.at(-1) ?? firstQuestionnaire;

/** Of every version: what is asked now in its order, then what was asked before. */
const ever = <T>(listOf: (questionnaire: PublishedQuestionnaire) => readonly T[]): T[] => [
  ...new Set(versions.toReversed().flatMap(listOf)),
];

/** The criteria that are asked now, and those that were ever asked. */
export const { criteria } = currentQuestionnaire;
export const everyCriterion = ever((each) => each.criteria);

/** The procedures that can be chosen now, and those that ever could. */
export const { procedures } = currentQuestionnaire;
export const everyProcedure = ever((each) => each.procedures);

/** The facts that are asked now, and the answers that each fact ever had. */
export const factNames = currentQuestionnaire.facts.map(({ name }) => name);
export const everyFact = ever((each) => each.facts.map(({ name }) => name));
export const facts: Readonly<Record<Fact, readonly string[]>> = recordOf(everyFact, (fact) =>
  ever((each) => each.facts.flatMap(({ name, answers }) => (name === fact ? answers : []))),
);

/** Characters a comment may have, as `lengthOf` counts them. */
export const commentLength = 500;

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

export const channels = ['qr', 'kiosk', 'assisted'] as const;
export type Channel = (typeof channels)[number];
