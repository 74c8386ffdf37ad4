import type { Day } from '../../functions/domain/day.ts';
import type { Desk } from '../../functions/domain/desk.ts';
import { newDeskCode } from '../../functions/domain/desk-code.ts';
import { addWeeks, type Week, weeksFrom } from '../../functions/domain/iso-week.ts';
import type { Standing, WeekSummary } from '../../functions/domain/standing.ts';
import {
  allResponses,
  type Detail,
  emptyDetail,
  emptySummary,
  type Summary,
  type Tally,
  tallyOfAll,
} from '../../functions/domain/tally.ts';
import type { Commune, CommuneCode, Province } from '../../functions/domain/unit.ts';
import { deskStore } from '../../functions/store/desk-store.ts';
import type { Table } from '../../functions/store/table.ts';
import { tallyStore } from '../../functions/store/tally-store.ts';
import { unitStore } from '../../functions/store/unit-store.ts';
import { visitsStore } from '../../functions/store/visits-store.ts';
import { seededRandom } from '../../infra/simulation/random.ts';
import { type Character, characterOf, sampleResponse } from '../../infra/simulation/sample-responses.ts';

const syllables = [
  'An',
  'Bình',
  'Cẩm',
  'Đông',
  'Đức',
  'Gia',
  'Hà',
  'Hòa',
  'Hương',
  'Kỳ',
  'Lộc',
  'Mai',
  'Nghi',
  'Phúc',
  'Quang',
  'Sơn',
  'Thạch',
  'Toàn',
  'Trường',
  'Vĩnh',
  'Xuân',
  'Yên',
] as const;

/** A province of made-up communes with Vietnamese names, of all three kinds. */
export const largeProvince = (communeCount: number, code = '42'): Province => ({
  code,
  name: 'Tỉnh Hà Tĩnh',
  communes: Array.from({ length: communeCount }, (_, n): Commune => {
    const [first, second] = [syllables[(n * 7) % 22], syllables[(n * 5 + Math.floor(n / 22) * 3 + 1) % 22]];
    return {
      code: String(18_001 + n),
      name: `${first} ${second}`,
      kind: n % 9 === 0 ? 'Phường' : n === 50 ? 'Đặc khu' : 'Xã',
      province: code,
    };
  }),
});

/** A desk that follows from its commune. */
export const deskIn = (province: Province, commune: Commune): Desk => ({
  code: newDeskCode(Uint8Array.from({ length: 7 }, (_, i) => Number(commune.code) >> (i * 3))),
  name: 'Bàn một cửa số 1',
  commune,
  province: { code: province.code, name: province.name },
  status: 'active',
});

/** The tally of a made-up week of a commune. */
const tallyFor = (desk: Desk, week: Week, character: Character): Promise<Tally> => {
  const random = seededRandom(`${desk.commune.code} ${week}`);
  const count = random.poisson(character.answers);
  const responses = Array.from({ length: count }, () => sampleResponse(random, { desk, week, character }));
  return tallyOfAll(
    (async function* () {
      yield* responses;
    })(),
  );
};

/** What becomes of a commune's character and visits: some answer hardly, some never had a desk. */
export interface Weeks {
  last: Week;
  count: number;
  /** Changes one commune's character; without it the sample's. */
  characterOf?: (commune: Commune, character: Character) => Character | undefined;
  /** Visits that a commune reports a week, given its answers. */
  visitsOf?: (commune: Commune, answers: number) => number | undefined;
  /** Communes of which their own tallies are stored too, as their own page reads them. */
  whole?: readonly CommuneCode[];
}

/** Fills a province's weeks as an aggregation would have, without making a response each; communes without a character have no desk. */
export const fillProvince = async (
  table: Table,
  province: Province,
  { last, count, characterOf: changed = (_, character) => character, visitsOf, whole = [] }: Weeks,
): Promise<void> => {
  const tallies = tallyStore(table);
  await unitStore(table).put(province);
  const characters = new Map(
    province.communes.map((commune) => [
      commune.code,
      changed(commune, characterOf(seededRandom(commune.code))),
    ]),
  );
  for (const commune of province.communes) {
    if (characters.get(commune.code)) await deskStore(table).add(deskIn(province, commune));
  }
  for (const week of weeksFrom(addWeeks(last, 1 - count), last)) {
    const summaries = new Map<CommuneCode, WeekSummary>();
    const details = new Map<CommuneCode, Detail>();
    const reported = new Map<CommuneCode, number>();
    for (const commune of province.communes) {
      const character = characters.get(commune.code);
      if (!character) continue;
      const { summary, detail } = await tallyFor(deskIn(province, commune), week, character);
      if (allResponses(summary) === 0) continue;
      const standing = { status: 'closed', revision: 1 } as const;
      summaries.set(commune.code, { week, summary, ...standing });
      details.set(commune.code, detail);
      if (whole.includes(commune.code)) {
        await tallies.put(commune.code, week, { summary, detail, ...standing }, undefined, 1);
      }
      const visits = visitsOf?.(commune, allResponses(summary));
      if (visits !== undefined) reported.set(commune.code, visits);
    }
    if (reported.size > 0) {
      const said = { by: 'test', on: '2026-11-23' as Day };
      await visitsStore(table).addWeek({ province: province.code, week, visits: reported, ...said });
    }
    await tallies.putProvinceWeek(province.code, week, summaries, 1);
    await tallies.putProvinceDetails(province.code, week, details, 1);
  }
};

/** What a week brought a commune: so many answers, of which some unhappy, and others beside them. */
export interface Brought {
  rated: number;
  unhappy?: number;
  flagged?: number;
  visits?: number;
  detail?: Partial<Detail>;
  standing?: Partial<Standing>;
}

const summaryOf = ({ rated, unhappy = 0, flagged = 0 }: Brought): Summary => ({
  ...emptySummary,
  counted: [unhappy, 0, 0, 0, rated - unhappy],
  flagged: [0, 0, 0, 0, flagged],
  channels: { qr: rated },
});

/** Stores what an aggregation would have made of exactly this, week by week up to the last. */
export const putWeeks = async (
  table: Table,
  province: Province,
  last: Week,
  brought: Readonly<Record<CommuneCode, readonly Brought[]>>,
  run = 1,
): Promise<void> => {
  const tallies = tallyStore(table);
  const count = Math.max(...Object.values(brought).map((weeks) => weeks.length));
  for (const week of weeksFrom(addWeeks(last, 1 - count), last)) {
    const summaries = new Map<CommuneCode, WeekSummary>();
    const details = new Map<CommuneCode, Detail>();
    for (const [code, weeks] of Object.entries(brought)) {
      const own = weeks[weeks.length - weeksFrom(week, last).length];
      if (!own || own.rated + (own.flagged ?? 0) === 0) continue;
      const [summary, detail] = [summaryOf(own), { ...emptyDetail, ...own.detail }];
      const standing: Standing = { status: 'closed', revision: 1, ...own.standing };
      summaries.set(code, { week, summary, ...standing });
      details.set(code, detail);
      await tallies.put(code, week, { summary, detail, ...standing }, undefined, run);
      const commune = province.communes.find((each) => each.code === code);
      if (own.visits !== undefined && commune) {
        const report = { commune, week, visits: own.visits, by: 'test', on: '2026-11-23' as Day };
        await visitsStore(table).report(report, 0);
      }
    }
    await tallies.putProvinceWeek(province.code, week, summaries, run);
    await tallies.putProvinceDetails(province.code, week, details, run);
  }
};
