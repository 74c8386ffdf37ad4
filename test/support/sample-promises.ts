import { type Day, parseDay } from '../../functions/domain/day.ts';
import type { CommunePromise } from '../../functions/domain/promise.ts';
import { nonce, present, thanhSen } from './samples.ts';

export const day = (text: string): Day => present(parseDay(text));

export const samplePromise = (about: Partial<CommunePromise> = {}): CommunePromise => ({
  id: nonce(),
  commune: thanhSen.code,
  text: 'Đặt thêm hai ghế ngồi chờ và một quạt ở phòng tiếp dân.',
  criterion: 'facilities',
  dueBy: day('2026-12-31'),
  madeOn: day('2026-10-05'),
  isShown: false,
  version: 1,
  ...about,
});
