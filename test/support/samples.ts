import { randomBytes } from 'node:crypto';
import type { Desk } from '../../functions/domain/desk.ts';
import { type DeskCode, newDeskCode } from '../../functions/domain/desk-code.ts';
import { parseWeek, type Week } from '../../functions/domain/iso-week.ts';
import { type OpeningHours, parseOpeningHours } from '../../functions/domain/opening-hours.ts';
import type { Response } from '../../functions/domain/response.ts';
import type { Commune, Province } from '../../functions/domain/unit.ts';

/** What a test knows to be there; it fails where it is not. */
export const present = <T>(value: T | undefined | null): T => {
  if (value === undefined || value === null) throw new Error('expected a value');
  return value;
};

export const week = (text: string): Week => present(parseWeek(text));

export const hours = (text: string): OpeningHours => present(parseOpeningHours(text));

/** A valid desk code, another one for every number below 1,024. */
export const deskCode = (n: number): DeskCode => newDeskCode(Uint8Array.of(n >> 5, n, 11, 7, 29, 3, 17));

/** An id as tokens carry it. */
export const nonce = (): string => randomBytes(16).toString('base64url');

/** A commune of Hà Tĩnh, its code made from a number. */
const communeOf = (n: number, name: string): Commune => ({
  code: String(18_070 + n),
  name,
  kind: n % 3 === 0 ? 'Phường' : 'Xã',
  province: '42',
});

export const thanhSen: Commune = communeOf(3, 'Thành Sen');
export const canLoc: Commune = communeOf(4, 'Can Lộc');

/** Hà Tĩnh with only so many communes. */
export const provinceOf = (communeCount: number): Province => ({
  code: '42',
  name: 'Tỉnh Hà Tĩnh',
  communes: Array.from({ length: communeCount }, (_, i) => communeOf(i + 3, `Xã mẫu số ${i + 1}`)),
});

export const haTinh: Province = { code: '42', name: 'Tỉnh Hà Tĩnh', communes: [thanhSen, canLoc] };

export const sampleDesk = (about: Partial<Desk> = {}): Desk => ({
  code: deskCode(1),
  name: 'Bàn một cửa số 1',
  commune: thanhSen,
  province: { code: haTinh.code, name: haTinh.name },
  status: 'active',
  ...about,
});

/** A response as a rating alone makes it. */
export const sampleResponse = (about: Partial<Response> = {}): Response => {
  const visited = about.week ?? about.arrival ?? week('2026-W47');
  return {
    id: nonce(),
    desk: deskCode(1),
    commune: thanhSen.code,
    week: visited,
    arrival: visited,
    channel: 'qr',
    questionnaire: 1,
    language: 'vi',
    overall: 4,
    criteria: {},
    facts: {},
    flags: [],
    edition: 1,
    ...about,
  };
};

export interface TestClock {
  now: () => Date;
  /** To a moment written with its offset: '2026-11-23T00:15+07:00'. */
  moveTo(moment: string): void;
  forward(milliseconds: number): void;
}

/** A Wednesday morning of 2026-W47, unless told otherwise. */
export const testClock = (moment = '2026-11-18T09:00+07:00'): TestClock => {
  let at = Date.parse(moment);
  return {
    now: () => new Date(at),
    moveTo: (other) => {
      at = Date.parse(other);
    },
    forward: (milliseconds) => {
      at += milliseconds;
    },
  };
};

/** Every value of a generator. */
export const collected = async <T>(values: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const value of values) all.push(value);
  return all;
};

export const minuteMs = 60_000;
export const hourMs = 3_600_000;
export const dayMs = 86_400_000;
