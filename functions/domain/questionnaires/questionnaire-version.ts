/**
 * What one version asks, each list in the order in which it is asked. The names are those of the form's fields, of
 * what is stored and of exports; the words stand in web/texts, by version.
 *
 * A name is one question for good: a criterion that is only worded better keeps its name, and its measure goes on across
 * versions; one that means something else gets a new name, and its measure begins anew.
 */
export interface Questionnaire {
  version: number;
  criteria: readonly string[];
  /** Facts are never part of a score. */
  facts: readonly { name: string; answers: readonly string[] }[];
  procedures: readonly string[];
}
