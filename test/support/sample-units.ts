import type { Desk } from '../../functions/domain/desk.ts';
import { newDeskCode } from '../../functions/domain/desk-code.ts';
import type { Commune, Province } from '../../functions/domain/unit.ts';

/** A commune with the longest name in the country. */
export const longNamed: Commune = {
  code: '00226',
  name: 'Văn Miếu - Quốc Tử Giám',
  kind: 'Phường',
  province: '01',
};

export const hanoi: Province = {
  code: '01',
  name: 'Thành phố Hà Nội',
  communes: [
    longNamed,
    { code: '00004', name: 'Ba Đình', kind: 'Phường', province: '01' },
    { code: '00008', name: 'Ngọc Hà', kind: 'Phường', province: '01' },
  ],
};

/** A desk that is never closed, with a code that follows from its number. */
export const deskOf = (commune: Commune, number: number, name = `Bàn một cửa số ${number}`): Desk => ({
  code: newDeskCode(Uint8Array.from({ length: 7 }, (_, i) => number * 7 + i * 5)),
  name,
  commune,
  province: { code: hanoi.code, name: hanoi.name },
  status: 'active',
});
