import { newDeskCode } from '../../../functions/domain/desk-code.ts';
import { addWeeks, type Week } from '../../../functions/domain/iso-week.ts';
import { lastEndedWeek } from '../../../functions/domain/week-life.ts';
import { deskStore } from '../../../functions/store/desk-store.ts';
import { responseStore } from '../../../functions/store/response-store.ts';
import type { Table } from '../../../functions/store/table.ts';
import { unitStore } from '../../../functions/store/unit-store.ts';
import { seededRandom } from '../../../infra/simulation/random.ts';
import { characterOf, sampleResponse, typical } from '../../../infra/simulation/sample-responses.ts';
import { simulateProvince } from '../../../infra/simulation/simulate-province.ts';
import type { Bench } from '../benchmark.ts';
import { nationOf, provinceOfOne } from './units.ts';

/** 1 is the whole country: a quarter of an hour on a machine of one's own, most of it to fill the database. */
export const share = Number(process.env['NATION_SHARE'] ?? 0.05);
export const provinces = nationOf(share);

/** Mean answers of a commune in the week: a tenth of what the country might bring, that, and twice that. */
const sizes = { tenth: 25, nation: 250, twice: 500 } as const;
export type Size = keyof typeof sizes;
export const sizeNames = ['tenth', 'nation', 'twice'] as const satisfies Size[];

/** Two weeks apart, so that none is read while another is counted: answers of a week may arrive in the next. */
const weekAt = (place: number): Week => addWeeks(lastEndedWeek(new Date()), -2 * place);
export const weekOfSize = (size: Size): Week => weekAt(sizeNames.indexOf(size));

/** In a part of the country the first requests, still uncompiled, would be most of what is measured. */
const warmUpAnswers = share < 1 ? sizes.nation : 0;
export const warmUp = warmUpAnswers > 0 ? { warmUp: weekAt(sizeNames.length) } : {};

/** More than any commune will ever see in a week, in a part of the country such a part of it. */
export const largest = {
  province: provinceOfOne,
  week: weekAt(sizeNames.length + 1),
  responses: Math.round(200_000 * share),
};
const responsesAtOnce = 1_000;

const fillLargest = async (table: Table): Promise<void> => {
  const { province, week, responses: count } = largest;
  const [commune] = province.communes;
  if (!commune) throw new Error('a province without communes');
  const random = seededRandom('largest');
  const desk = {
    code: newDeskCode(random.bytes(7)),
    name: 'Bàn một cửa số 1',
    commune,
    province,
    status: 'active',
  } as const;
  const character = characterOf(random);
  await unitStore(table).put(province);
  for (let written = 0; written < count; written += responsesAtOnce) {
    const length = Math.min(responsesAtOnce, count - written);
    await responseStore(table).addAll(
      Array.from({ length }, () => sampleResponse(random, { desk, week, character })),
    );
  }
};

export const fill = async (table: Table, say: Bench['say']): Promise<void> => {
  const stores = { desks: deskStore(table), responses: responseStore(table) };
  for (const province of provinces) await unitStore(table).put(province);
  const weeks = [
    { week: weekAt(sizeNames.length), answers: warmUpAnswers },
    ...sizeNames.map((size) => ({ week: weekOfSize(size), answers: sizes[size] })),
  ];
  for (const { week, answers } of weeks) {
    if (answers === 0) continue;
    say(`filling a week with ${answers} answers a commune`);
    const simulation = { seed: 1, weeks: [week], population: { ...typical, answers }, desksEach: 2 };
    for (const province of provinces) await simulateProvince(stores, province, simulation, () => {});
  }
  say(`filling one commune with ${largest.responses} answers`);
  await fillLargest(table);
};
