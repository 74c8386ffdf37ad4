import { describe, expect, it } from 'vitest';
import type { Response } from '../../functions/domain/response.ts';
import { type Brought, type CommuneWeeks, communeWeeks } from '../support/commune-weeks.ts';
import {
  accountWith,
  type DashboardService,
  dashboardService,
  grants,
} from '../support/dashboard-service.ts';
import { deskCode, thanhSen } from '../support/samples.ts';

const path = `/dashboard/commune/${thanhSen.code}`;
const usual: Brought = { fives: 14, fours: 3, threes: 1 };
const ended = Array.from({ length: 12 }, () => usual);

type Who = 'chief' | 'reader' | 'operator';

/** The page, byte by byte, of a service filled like this. */
const pageOf = async (
  who: Who,
  filled: (fill: CommuneWeeks) => Promise<void>,
  { demo = false, at = path }: { demo?: boolean; at?: string } = {},
): Promise<string> => {
  const service: DashboardService = await dashboardService({ wrap: (deps) => ({ ...deps, demo }) });
  const fill = communeWeeks(service);
  await fill.desk(1, 'Bàn một cửa số 1');
  await fill.desk(2, 'Bàn một cửa số 2');
  await filled(fill);
  await fill.count('2026-W35', '2026-W48');
  service.signIn(accountWith(grants[who]));
  return (await service.get(at)).html;
};

/*
 * Two sets of answers that may not be told apart give the same page: not one byte of text, title, table, drawing or link
 * differs. That covers every way in which a hidden number could show.
 */
describe.each(['chief', 'reader'] as const)('the page of a %s', (who) => {
  it('has nothing of the open week', async () => {
    const without = await pageOf(who, (fill) => fill.answers(thanhSen, '2026-W46', ended));
    const with40 = await pageOf(who, async (fill) => {
      await fill.answers(thanhSen, '2026-W46', ended);
      await fill.answers(thanhSen, '2026-W48', [{ ones: 40 }]);
      await fill.comment(thanhSen, '2026-W48', 'Vừa mới viết xong.');
    });
    expect(with40).toBe(without);
  });

  it('has nothing of weeks that wait for ten answers', async () => {
    const waiting = (brought: Brought) =>
      pageOf(who, async (fill) => {
        await fill.answers(thanhSen, '2026-W46', ended);
        await fill.answers(thanhSen, '2026-W47', [brought]);
        await fill.comment(thanhSen, '2026-W47', `Nhận xét ${Object.keys(brought)}`);
      });
    expect(await waiting({ ones: 9 })).toBe(await waiting({ fives: 3 }));
  });

  it('does not tell five flagged answers from nine', async () => {
    const flagged = (count: number) =>
      pageOf(who, async (fill) => {
        await fill.answers(thanhSen, '2026-W47', ended);
        await fill.answers(thanhSen, '2026-W47', [{ ones: count, about: { flags: ['too_fast'] } }]);
        await fill.visits(thanhSen, '2026-W47', 100);
      });
    expect(await flagged(5)).toBe(await flagged(9));
  });

  it('does not tell which of two desks the unhappy came from, when one has few answers', async () => {
    const from = (unhappy: number) =>
      pageOf(who, async (fill) => {
        const at = (number: number): Partial<Response> => ({ desk: deskCode(number) });
        await fill.answers(thanhSen, '2026-W47', [{ fives: 120, about: at(1) }]);
        await fill.answers(thanhSen, '2026-W47', [{ ones: 3, about: at(unhappy) }]);
        await fill.answers(thanhSen, '2026-W47', [{ fives: 3, about: at(3 - unhappy) }]);
      });
    expect(await from(1)).toBe(await from(2));
  });

  it('does not tell how a criterion was rated by fewer than ten', async () => {
    const rated = (waiting: 1 | 5) =>
      pageOf(who, async (fill) => {
        await fill.answers(thanhSen, '2026-W47', ended);
        await fill.answers(thanhSen, '2026-W47', [{ fives: 9, about: { criteria: { waiting } } }]);
      });
    expect(await rated(1)).toBe(await rated(5));
  });
});

describe('the open week', () => {
  const filled = (fill: CommuneWeeks) =>
    fill.answers(thanhSen, '2026-W48', [...ended, { fives: 31, ones: 2 }]);

  it('is shown to the operator, marked', async () => {
    const html = await pageOf('operator', filled, { at: `${path}?week=2026-W48` });
    expect(html).toContain('đang mở');
    expect(html).toContain('Tuần này chưa kết thúc, số liệu còn thay đổi từng ngày.');
  });

  it('is shown to a chief where all data are made up, marked', async () => {
    const html = await pageOf('chief', filled, { at: `${path}?week=2026-W48`, demo: true });
    expect(html).toContain('đang mở');
    expect(html).toContain('Dữ liệu mẫu');
  });

  it('is one step after the last ended one, for who may see it', async () => {
    expect(await pageOf('operator', filled)).toContain('?week=2026-W48');
  });
});
