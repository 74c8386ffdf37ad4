import {
  changePromise,
  type PromiseAdministration,
  type PromiseChange,
} from '../../../functions/administration/promises.ts';
import { addDays, type Day, dayOf } from '../../../functions/domain/day.ts';
import type { Criterion } from '../../../functions/domain/questionnaire.ts';
import type { CommuneCode } from '../../../functions/domain/unit.ts';
import { seededRandom } from '../../simulation/random.ts';

/** What a chief might promise. Weeks are counted from today; later ones are less than zero. */
interface SamplePromise {
  commune: CommuneCode;
  /** An account of the demonstration. */
  by: string;
  criterion: Criterion;
  text: string;
  madeWeeksAgo: number;
  dueWeeksAgo: number;
  doneWeeksAgo?: number;
  isShown?: boolean;
}

/** Thành Sen keeps its first promise in this week before today: its sample answers get better from then on. */
export const keptPromise = { commune: '18073', criterion: 'facilities', weeksAgo: 12 } as const;

const samplePromises: readonly SamplePromise[] = [
  {
    commune: keptPromise.commune,
    by: 'demo-thanh-sen',
    criterion: keptPromise.criterion,
    text: 'Đặt thêm ghế chờ và quạt ở phòng tiếp dân, dành hàng ghế đầu cho người cao tuổi.',
    madeWeeksAgo: 15,
    dueWeeksAgo: 11,
    doneWeeksAgo: keptPromise.weeksAgo,
    isShown: true,
  },
  {
    commune: keptPromise.commune,
    by: 'demo-thanh-sen',
    criterion: 'waiting',
    text: 'Sáng thứ Hai và thứ Sáu bố trí thêm một cán bộ hướng dẫn để người dân bớt phải chờ.',
    madeWeeksAgo: 4,
    dueWeeksAgo: -4,
  },
  {
    commune: '18100',
    by: 'demo-tran-phu',
    criterion: 'guidance',
    text: 'Dán danh mục giấy tờ cần mang theo của từng thủ tục ngay cửa ra vào, in chữ lớn, dễ đọc.',
    madeWeeksAgo: 8,
    dueWeeksAgo: 2,
  },
  {
    commune: '18115',
    by: 'demo-quan-tri',
    criterion: 'transparency',
    text: 'In lại bảng niêm yết phí, lệ phí bằng chữ lớn và treo ngang tầm mắt.',
    madeWeeksAgo: 10,
    dueWeeksAgo: 5,
    doneWeeksAgo: 6,
    isShown: true,
  },
];

const weeksBefore = (now: Date, weeks: number): Day => addDays(dayOf(now), -7 * weeks);
const morningOf = (day: Day): Date => new Date(`${day}T08:00:00+07:00`);

/** Writes a promise as its chief would have, and then what became of it: each by way of the audit trail. */
const write = async (
  administration: PromiseAdministration,
  province: string,
  promise: SamplePromise,
  now: Date,
): Promise<void> => {
  const { commune, by, criterion, text, madeWeeksAgo, dueWeeksAgo, doneWeeksAgo, isShown = false } = promise;
  const id = Buffer.from(seededRandom(`promise ${text}`).bytes(16)).toString('base64url');
  const change = (seen: number, day: Day, what: PromiseChange) =>
    changePromise(administration, { province, commune, id }, seen, what, { by, now: morningOf(day) });
  const madeOn = weeksBefore(now, madeWeeksAgo);
  const dueBy = weeksBefore(now, dueWeeksAgo);
  await change(0, madeOn, { text, criterion, dueBy, madeOn, isShown: false });
  if (doneWeeksAgo === undefined) return;
  const doneOn = weeksBefore(now, doneWeeksAgo);
  await change(1, doneOn, { doneOn, isShown });
};

/** The promises of the sample province. Written again, they are the same. */
export const fillPromises = async (
  administration: PromiseAdministration,
  province: string,
  now: Date,
): Promise<void> => {
  for (const promise of samplePromises) await write(administration, province, promise, now);
};
