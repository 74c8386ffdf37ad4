import type { Week } from '../../../functions/domain/iso-week.ts';
import type { CommuneCode } from '../../../functions/domain/unit.ts';
import { seededRandom } from '../../simulation/random.ts';

/** Share of the people received who answer, in a commune's mean. */
const usualShare = { from: 0.2, to: 0.4 };
/** Some communes ask hardly anybody, in some more answer than the commune says it received, some never report. */
const few = { communes: 0.05, share: 0.07 };
const tooMany = { communes: 0.05, share: 1.2 };
const silent = 0.08;

/** The visits that a commune reports for its ended weeks, so many of its visitors having answered. */
export const sampleVisits = (
  commune: CommuneCode,
  answers: ReadonlyMap<Week, number>,
): ReadonlyMap<Week, number> => {
  const random = seededRandom(`visits of ${commune}`);
  const kind = random.next();
  const usual = usualShare.from + random.next() * (usualShare.to - usualShare.from);
  if (kind < silent) return new Map();
  const shareOf = (): number => {
    if (kind < silent + few.communes) return few.share;
    return kind < silent + few.communes + tooMany.communes ? tooMany.share : usual;
  };
  const share = shareOf();
  return new Map(
    [...answers].map(([week, count]) => [week, random.poisson(Math.max(count, 1) / share)] as const),
  );
};
