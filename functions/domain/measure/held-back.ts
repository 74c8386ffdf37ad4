import { joinUntil } from './block.ts';
import { indicativeFrom } from './tier.ts';

/** Blocks whose few responses are told together: how many they hold, 0 as long as they are not ten. */
interface Group {
  count: number;
}

/** Responses of a block beside the counted ones. Without a group they may be told by themselves. */
export interface Beside {
  count: number;
  group?: Group;
}

const isFew = (count: number): boolean => count < indicativeFrom;

/**
 * Responses that stand beside the counted ones (flagged, entered by staff) are few, and whoever sees the count of one
 * window and of the next could subtract. So they are told as weeks are, in tens: a block's are told with it when they
 * are ten or more; fewer are told together with those of the next blocks that have few, once they are ten.
 *
 * Given the counts of a commune's blocks from its first on; later blocks never change a full group. Whatever is told
 * is a sum of blocks and groups of at least ten, and so is every sum and difference of it.
 */
export const holdBack = (counts: readonly number[]): Beside[] => {
  const few = counts.map((count) => (isFew(count) ? count : 0));
  const groups = joinUntil(indicativeFrom, few).map(([first, last]) => ({
    last,
    count: few.slice(first, last + 1).reduce((total, count) => total + count, 0),
  }));
  const waiting: Group = { count: 0 };
  return counts.map((count, index) =>
    isFew(count) ? { count, group: groups.find(({ last }) => index <= last) ?? waiting } : { count },
  );
};

/** How many of these may be told: those of blocks with many, and of groups that are all among them. */
export const toldOf = (besides: readonly Beside[]): number => {
  const gathered = new Map<Group, number>();
  let told = 0;
  for (const { count, group } of besides) {
    if (group) gathered.set(group, (gathered.get(group) ?? 0) + count);
    else told += count;
  }
  for (const [group, count] of gathered) if (count === group.count) told += count;
  return told;
};

/** How many there are; undefined when some of them must not be told yet. */
export const releasedOf = (besides: readonly Beside[]): number | undefined => {
  const count = besides.reduce((total, beside) => total + beside.count, 0);
  return toldOf(besides) === count ? count : undefined;
};
