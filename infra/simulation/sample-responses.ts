import type { Desk } from '../../functions/domain/desk.ts';
import type { Week } from '../../functions/domain/iso-week.ts';
import {
  type Criterion,
  type CriterionAnswer,
  criteria,
  currentQuestionnaire,
  procedures,
  type Rating,
} from '../../functions/domain/questionnaire.ts';
import type { Response } from '../../functions/domain/response.ts';
import type { Random } from './random.ts';

/** How a commune serves, and how busy it is. */
export interface Character {
  /** True share of satisfied people. */
  satisfied: number;
  /** Mean answers a week. */
  answers: number;
  /** What people complain of there, if of anything. */
  weakness: Criterion;
  /** Share of people who rate that badly, however satisfied they are with the rest; none without it. */
  complaints?: number;
}

/** What communes are like together. */
export interface Population {
  /** Mean of their true shares of satisfied people. */
  satisfied: number;
  /** Standard deviation of these shares. */
  spread: number;
  /** Mean answers of a commune a week. */
  answers: number;
}

/** As in the national figures, nearly all are satisfied. */
export const typical: Population = { satisfied: 0.964, spread: 0.015, answers: 13 };

/** One commune of them; the busiest has some six times the answers of the quietest. */
export const characterOf = (
  random: Random,
  { satisfied, spread, answers }: Population = typical,
): Character => ({
  satisfied: random.beta(satisfied, spread),
  answers: answers * (0.3 + 1.4 * random.next()),
  weakness: random.pick(['waiting', 'facilities', 'guidance', 'transparency']),
});

const overallOf = (random: Random, { satisfied }: Character): Rating => {
  if (random.next() < satisfied) return random.next() < 0.78 ? 5 : 4;
  const rest = random.next();
  if (rest < 0.55) return 3;
  return rest < 0.8 ? 2 : 1;
};

const nearby = (random: Random, overall: Rating, isWeak: boolean): CriterionAnswer => {
  if (random.next() < 0.04) return 'na';
  const shift = random.next() < (isWeak ? 0.35 : 0.12) ? -1 : 0;
  const ratings = [1, 2, 3, 4, 5] as const;
  return ratings[Math.max(0, overall - 1 + shift)] ?? overall;
};

const criteriaOf = (
  random: Random,
  overall: Rating,
  { weakness, complaints = 0 }: Character,
): Response['criteria'] => {
  const isComplaint = (criterion: Criterion): boolean =>
    criterion === weakness && complaints > 0 && random.next() < complaints;
  return Object.fromEntries(
    criteria
      .filter(() => random.next() < 0.85)
      .map((criterion) => [
        criterion,
        isComplaint(criterion)
          ? random.pick([2, 3] as const)
          : nearby(random, overall, criterion === weakness),
      ]),
  );
};

const factsOf = (random: Random, overall: Rating): Response['facts'] => ({
  visits: random.pick(overall >= 4 ? ['1', '1', '1', '2'] : ['1', '2', '2', '3']),
  timeliness: random.pick(
    overall >= 4 ? ['on_time', 'on_time', 'early', 'pending'] : ['late', 'on_time', 'pending'],
  ),
  extra_payment: random.next() < 0.97 ? 'no' : random.pick(['yes', 'undisclosed']),
  harassment: random.next() < 0.98 ? 'no' : random.pick(['yes', 'undisclosed']),
});

/** One made-up answer at a desk; four in ten people add details. */
export const sampleResponse = (
  random: Random,
  { desk, week, character }: { desk: Desk; week: Week; character: Character },
): Response => {
  const overall = overallOf(random, character);
  const hasDetails = random.next() < 0.4;
  return {
    id: Buffer.from(random.bytes(16)).toString('base64url'),
    desk: desk.code,
    commune: desk.commune.code,
    week,
    arrival: week,
    channel: 'qr',
    questionnaire: currentQuestionnaire.version,
    language: random.next() < 0.985 ? 'vi' : 'en',
    overall,
    criteria: hasDetails ? criteriaOf(random, overall, character) : {},
    facts: hasDetails ? factsOf(random, overall) : {},
    ...(hasDetails && { procedure: random.pick(procedures) }),
    flags: random.next() < 0.02 ? ['too_fast'] : [],
    edition: hasDetails ? 2 : 1,
  };
};
