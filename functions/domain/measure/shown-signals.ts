import { type Detail, emptyDetail, type NamedCounts } from '../tally.ts';
import type { CommuneCode } from '../unit.ts';
import type { Audience } from './audience.ts';
import { comparedCount, comparisonOf, expectedBelowByChance } from './comparison.ts';
import { answeredCount, type SensitiveFact, type ShownFact, showSensitiveFact } from './shown-fact.ts';
import { type ProvinceView, rosterOf } from './shown-province.ts';
import { showPerfection } from './shown-standing.ts';
import { reportableFrom } from './tier.ts';

/** What makes a province look closer. It stands beside the comparison, never in it. */
export interface ProvinceSignals {
  comparedCount: number;
  /** How many communes would be below the level by chance alone. */
  expectedBelowByChance: number;
  improbablyPerfect: readonly CommuneCode[];
  facts: Readonly<Record<SensitiveFact, ShownFact>>;
}

/**
 * Answers to a sensitive question summed over the province. Communes too small to be shown one by one are part of it
 * when together they are as many as one must be: what is left after taking away the shown ones is then no single one.
 */
const showSensitiveSum = (audience: Audience, details: readonly Detail[], fact: SensitiveFact): ShownFact => {
  const isShownAlone = (detail: Detail): boolean => answeredCount(detail, fact) >= reportableFrom;
  const alone = sumOf(details.filter(isShownAlone), fact);
  const others = sumOf(
    details.filter((detail) => !isShownAlone(detail)),
    fact,
  );
  const hasOthers = audience === 'operator' || isShownAlone(others);
  return showSensitiveFact(audience, hasOthers ? sumOf([alone, others], fact) : alone, fact);
};

/** The answers to one question, and nothing else of the details. */
const sumOf = (details: readonly Detail[], fact: SensitiveFact): Detail => {
  const answers: NamedCounts = {};
  for (const { facts } of details) {
    for (const [answer, count] of Object.entries(facts[fact] ?? {}))
      answers[answer] = (answers[answer] ?? 0) + count;
  }
  return { ...emptyDetail, facts: { [fact]: answers } };
};

/** For the province and the operator; null for others. `details` are of each commune's 13-week window. */
export const showSignals = ({
  details,
  ...view
}: ProvinceView & { details: ReadonlyMap<CommuneCode, Detail> }): ProvinceSignals | null => {
  const { audience } = view;
  if (audience !== 'province' && audience !== 'operator') return null;
  const roster = rosterOf(view);
  const counts = roster.map(({ compared }) => compared);
  const comparison = comparisonOf(counts);
  const compared = comparedCount(counts, comparison);
  const summed = [...details.values()];
  return {
    comparedCount: compared,
    expectedBelowByChance: expectedBelowByChance(compared),
    improbablyPerfect: roster
      .filter((entry) => showPerfection(audience, entry.compared, comparison))
      .map(({ commune }) => commune.code),
    facts: {
      extra_payment: showSensitiveSum(audience, summed, 'extra_payment'),
      harassment: showSensitiveSum(audience, summed, 'harassment'),
    },
  };
};
