import type { Day } from '../domain/day.ts';
import { joinParts } from '../domain/detail-parts.ts';
import type { Week } from '../domain/iso-week.ts';
import { type Detail, emptySummary, type Summary } from '../domain/tally.ts';
import type { Commune, CommuneCode } from '../domain/unit.ts';
import { keys } from './keys.ts';
import type { Run, RunStore } from './run-store.ts';
import { allOf, type Table } from './table.ts';
import { type ReplacedItem, readReplaced, type StoredTally, tallySchemaVersion } from './tally-items.ts';

/** The counts of a closed week at one time. */
export interface Revision {
  revision: number;
  summary: Summary;
  /** Undefined when the run that changed the week was killed before it wrote it. */
  detail: Detail | undefined;
  /** When and why it replaced the one before; nothing is kept of why a week was counted when it closed. */
  on?: Day | undefined;
  reason?: string | undefined;
}

export interface RevisionStore {
  /**
   * Keeps what a change of a closed week is about to replace. It never changes again, and its key follows from its
   * revision, so that keeping it twice keeps it once.
   */
  keepReplaced(commune: CommuneCode, week: Week, replaced: StoredTally): Promise<void>;
  /** All revisions of a closed week, oldest first; none when it is not closed. */
  revisionsOf(commune: Pick<Commune, 'code' | 'province'>, week: Week): Promise<Revision[]>;
}

interface Sources {
  find: (commune: CommuneCode, week: Week) => Promise<StoredTally | undefined>;
  runs: Pick<RunStore, 'reasonsOf'>;
}

/** Why a week was changed when nobody said why. */
const usualReason = 'recount';

type RevisionOfRun = Omit<Revision, 'reason'> & { run: Run };

const fromParts = (revision: number, parts: readonly ReplacedItem[]): RevisionOfRun => {
  const details = parts.flatMap(({ detail }) => detail ?? []);
  return {
    revision,
    run: parts[0]?.run ?? 0,
    on: parts[0]?.revisedOn,
    summary: parts[0]?.summary ?? emptySummary,
    detail: details.length > 0 ? joinParts(details) : undefined,
  };
};

export const revisionStore = (table: Table, { find, runs }: Sources): RevisionStore => {
  const replacedOf = async (commune: CommuneCode, week: Week): Promise<RevisionOfRun[]> => {
    const { pk, between } = keys.everyReplaced(commune, week);
    const items = (await allOf(table.query(pk, { between, consistent: true }))).map(readReplaced);
    return [...new Set(items.map(({ revision }) => revision))].map((revision) =>
      fromParts(
        revision,
        items.filter((item) => item.revision === revision),
      ),
    );
  };

  return {
    keepReplaced: async (commune, week, { run, revision, revisedOn, summary, isWhole, parts }) => {
      const [first, ...others] = isWhole ? parts.map(({ detail }) => detail) : [undefined];
      const items: ReplacedItem[] = [
        { run, revision, revisedOn, summary, detail: first },
        ...others.map((detail) => ({ run, revision, detail })),
      ];
      await Promise.all(
        items.map((item, part) =>
          table.put(
            {
              ...keys.replaced(commune, week, revision, part),
              week,
              schema: tallySchemaVersion,
              status: 'closed',
              ...item,
            },
            { expression: 'attribute_not_exists(pk)' },
          ),
        ),
      );
    },

    revisionsOf: async ({ code, province }, week) => {
      // First what stands there: should it be replaced meanwhile, it is found among the replaced ones.
      const current = await find(code, week);
      if (current?.status !== 'closed') return [];
      const revisions = new Map(
        [
          { ...current, on: current.revisedOn, detail: current.isWhole ? current.detail : undefined },
          ...(await replacedOf(code, week)),
        ]
          .filter(({ revision }) => revision <= current.revision)
          .map((each) => [each.revision, each]),
      );
      const ordered = [...revisions.values()].toSorted((a, b) => a.revision - b.revision);
      const reasons = await runs.reasonsOf(
        province,
        ordered.map(({ run }) => run),
      );
      return ordered.map(({ revision, summary, detail, on, run }) => {
        const reason = on && (reasons.get(run)?.reason ?? usualReason);
        return { revision, summary, detail, on, reason };
      });
    },
  };
};
