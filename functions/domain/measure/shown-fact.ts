import { type Fact, facts } from '../questionnaire.ts';
import type { Detail, NamedCounts } from '../tally.ts';
import { type Audience, shownIf, viewOfPart } from './audience.ts';
import { reportableFrom } from './tier.ts';

/** How a question about facts was answered: how many did, and how many gave each answer. */
export interface ShownFact {
  answered: number | null;
  answers: Readonly<NamedCounts> | null;
}

/** Questions that hurt when they are held against one desk: for the province only. */
export const sensitiveFacts = ['extra_payment', 'harassment'] as const satisfies Fact[];
export type SensitiveFact = (typeof sensitiveFacts)[number];

const answersTo = (detail: Detail | undefined, fact: Fact): NamedCounts =>
  Object.fromEntries(facts[fact].map((answer) => [answer, detail?.facts[fact]?.[answer] ?? 0]));

export const answeredCount = (detail: Detail | undefined, fact: Fact): number =>
  Object.values(answersTo(detail, fact)).reduce((total, count) => total + count, 0);

/** An ordinary question, under the thresholds of a criterion: by the number of its own answers. */
export const showFact = (audience: Audience, detail: Detail | undefined, fact: Fact): ShownFact => {
  const answered = answeredCount(detail, fact);
  const view = detail ? viewOfPart(audience, answered) : 'nothing';
  return {
    answered: shownIf(view !== 'nothing', answered),
    answers: shownIf(view === 'everything', answersTo(detail, fact)),
  };
};

/** A sensitive question of one commune, over its 13-week window: when at least 30 answered it. */
export const showSensitiveFact = (
  audience: Audience,
  detail: Detail | undefined,
  fact: SensitiveFact,
): ShownFact => {
  const answered = answeredCount(detail, fact);
  const isShown =
    detail !== undefined &&
    (audience === 'operator' || (audience === 'province' && answered >= reportableFrom));
  return { answered: shownIf(isShown, answered), answers: shownIf(isShown, answersTo(detail, fact)) };
};
