import pMap from 'p-map';
import type { Desk } from '../../functions/domain/desk.ts';
import { newDeskCode } from '../../functions/domain/desk-code.ts';
import type { Week } from '../../functions/domain/iso-week.ts';
import type { Commune, CommuneCode, Province } from '../../functions/domain/unit.ts';
import type { DeskStore } from '../../functions/store/desk-store.ts';
import type { ResponseStore } from '../../functions/store/response-store.ts';
import { seededRandom } from './random.ts';
import { type Character, characterOf, type Population, sampleResponse } from './sample-responses.ts';

export interface SimulationStores {
  desks: Pick<DeskStore, 'ofProvince' | 'add'>;
  responses: Pick<ResponseStore, 'addAll'>;
}

export interface Simulation {
  /** The same seed makes the same items, whatever else is simulated beside them. */
  seed: number;
  weeks: readonly Week[];
  population: Population;
  /** Desks that a commune without any gets. */
  desksEach: number;
}

/** What a commune is really like, and what was made of it. */
export interface SimulatedCommune {
  commune: CommuneCode;
  /** True share of satisfied people, 0…1. */
  satisfied: number;
  /** True mean of answers a week. */
  answers: number;
  responses: number;
}

const communesAtOnce = 8;
/** Bounds what waits in memory to be written. */
const responsesAtOnce = 1_000;

/** The desks that a commune without any gets. */
const desksFor = (
  province: Province,
  commune: Commune,
  { seed, desksEach }: Pick<Simulation, 'seed' | 'desksEach'>,
): Desk[] => {
  const random = seededRandom(`${seed} desks ${commune.code}`);
  return Array.from({ length: desksEach }, (_, n) => ({
    code: newDeskCode(random.bytes(7)),
    name: `Bàn một cửa số ${n + 1}`,
    commune,
    province: { code: province.code, name: province.name },
    status: 'active',
  }));
};

/** The desks of a commune; those that an earlier run was cut short in adding are added. */
const ensureDesks = async (
  desks: Pick<DeskStore, 'add'>,
  existing: readonly Desk[],
  wanted: readonly Desk[],
): Promise<readonly Desk[]> => {
  const isWanted = ({ code }: Desk): boolean => wanted.some((desk) => desk.code === code);
  if (!existing.every(isWanted)) return existing.filter(({ status }) => status === 'active');
  for (const desk of wanted) {
    const isThere = existing.some(({ code }) => code === desk.code) || (await desks.add(desk));
    if (!isThere) throw new Error(`desk code ${desk.code} belongs to another commune: try another seed`);
  }
  return wanted;
};

/** Writes the answers of one commune and week; how many there are. */
const simulateWeek = async (
  responses: Pick<ResponseStore, 'addAll'>,
  {
    desks,
    week,
    character,
    seed,
  }: { desks: readonly Desk[]; week: Week; character: Character; seed: string },
): Promise<number> => {
  const random = seededRandom(`${seed} ${week}`);
  const count = random.poisson(character.answers);
  for (let written = 0; written < count; written += responsesAtOnce) {
    const length = Math.min(responsesAtOnce, count - written);
    await responses.addAll(
      Array.from({ length }, () => sampleResponse(random, { desk: random.pick(desks), week, character })),
    );
  }
  return count;
};

/**
 * Makes the answers of a province's communes in some weeks. It may be cut short and run again: the same items are
 * written once more.
 */
export const simulateProvince = async (
  stores: SimulationStores,
  province: Province,
  simulation: Simulation,
  advance: (weeksOfCommunes: number) => void,
): Promise<SimulatedCommune[]> => {
  const existing = await stores.desks.ofProvince(province.code);
  return pMap(
    province.communes,
    async (commune) => {
      const seed = `${simulation.seed} ${commune.code}`;
      const character = characterOf(seededRandom(seed), simulation.population);
      const desks = await ensureDesks(
        stores.desks,
        existing.filter((desk) => desk.commune.code === commune.code),
        desksFor(province, commune, simulation),
      );
      let responses = 0;
      for (const week of simulation.weeks) {
        responses += await simulateWeek(stores.responses, { desks, week, character, seed });
        advance(1);
      }
      const { satisfied, answers } = character;
      return { commune: commune.code, satisfied, answers, responses };
    },
    { concurrency: communesAtOnce },
  );
};
