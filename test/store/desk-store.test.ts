import { beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../../functions/domain/desk.ts';
import { type DeskStore, deskStore, rememberingDesks } from '../../functions/store/desk-store.ts';
import { keys } from '../../functions/store/keys.ts';
import { engines } from '../support/engine.ts';
import { canLoc, deskCode, hours, minuteMs, sampleDesk, testClock, thanhSen } from '../support/samples.ts';
import { type OpenTestTable, openTestTable } from '../support/test-table.ts';

const codesOf = (desks: readonly Desk[]) => desks.map(({ code }) => code).toSorted();

describe.each(engines)('desks on %s', (engine) => {
  let opened: OpenTestTable;
  let desks: DeskStore;
  beforeEach(async () => {
    opened = await openTestTable(engine);
    desks = deskStore(opened.table);
  });

  it('are found as they were added, with and without hours', async () => {
    const always = sampleDesk();
    const sometimes = sampleDesk({ code: deskCode(2), hours: hours('Mon-Sat 07:00-17:00') });
    expect(await desks.add(always)).toBe(true);
    expect(await desks.add(sometimes)).toBe(true);
    expect(await desks.find(always.code)).toEqual(always);
    expect(await desks.find(sometimes.code)).toEqual(sometimes);
  });

  it('are not found under a code that nobody has', async () => {
    expect(await desks.find(deskCode(9))).toBeUndefined();
  });

  it('are changed as a whole, version by version', async () => {
    await desks.add(sampleDesk({ hours: hours('Mon-Sat 07:00-17:00') }));
    const retired = { ...sampleDesk({ status: 'retired', name: 'Bàn cũ' }), version: 1 };
    expect(await desks.change(retired)).toBe(true);
    expect(await desks.current(retired.code)).toEqual(retired);
    expect(await desks.change({ ...retired, name: 'Bàn khác', version: 2 })).toBe(true);
  });

  it('are not changed by who has not seen the last change', async () => {
    await desks.add({ ...sampleDesk(), version: 1 });
    for (const version of [1, 3]) {
      expect(await desks.change({ ...sampleDesk({ name: 'Bàn khác' }), version })).toBe(false);
    }
    expect(await desks.find(deskCode(1))).toEqual({ ...sampleDesk(), version: 1 });
  });

  it('are changed by one of several at once', async () => {
    await desks.add(sampleDesk());
    const changed = await Promise.all(
      ['1', '2', '3'].map((name) => desks.change({ ...sampleDesk({ name }), version: 1 })),
    );
    expect(changed.filter(Boolean)).toHaveLength(1);
  });

  it('make a commune live as long as one of them is active', async () => {
    await desks.add(sampleDesk());
    await desks.add(sampleDesk({ code: deskCode(2), status: 'retired' }));
    await desks.add(sampleDesk({ code: deskCode(3), commune: canLoc, status: 'retired' }));
    expect(await desks.liveCommunes('42')).toEqual(new Set([thanhSen.code]));
    await desks.change({ ...sampleDesk({ commune: canLoc }), version: 1 });
    expect(await desks.liveCommunes('42')).toEqual(new Set([canLoc.code]));
    expect(await desks.liveCommunes('01')).toEqual(new Set());
  });

  it('are listed under the commune that they moved to, and there alone', async () => {
    await desks.add(sampleDesk());
    await desks.change({ ...sampleDesk({ commune: canLoc }), version: 1 });
    expect(await desks.ofCommune('42', thanhSen.code)).toEqual([]);
    expect(codesOf(await desks.ofCommune('42', canLoc.code))).toEqual([deskCode(1)]);
    expect(codesOf(await desks.ofProvince('42'))).toEqual([deskCode(1)]);
    await desks.change({ ...sampleDesk(), version: 2 });
    expect(codesOf(await desks.ofCommune('42', thanhSen.code))).toEqual([deskCode(1)]);
    expect(await desks.ofCommune('42', canLoc.code)).toEqual([]);
  });

  describe('listed', () => {
    it('are those of a province by commune, and of one commune alone', async () => {
      await desks.add(sampleDesk({ code: deskCode(5), commune: canLoc }));
      await desks.add(sampleDesk({ code: deskCode(1) }));
      await desks.add(sampleDesk({ code: deskCode(3) }));
      await desks.add(sampleDesk({ code: deskCode(7), province: { code: '01', name: 'Thành phố Hà Nội' } }));
      const ofProvince = await desks.ofProvince('42');
      expect(ofProvince.map(({ commune }) => commune.code)).toEqual(['18073', '18073', '18074']);
      expect(codesOf(ofProvince)).toEqual([deskCode(1), deskCode(3), deskCode(5)].toSorted());
      expect(codesOf(await desks.ofCommune('42', thanhSen.code))).toEqual(
        [deskCode(1), deskCode(3)].toSorted(),
      );
      expect(codesOf(await desks.ofCommune('42', canLoc.code))).toEqual([deskCode(5)]);
      expect(await desks.ofCommune('42', '1807')).toEqual([]);
    });

    it('are more than one batch of a hundred', async () => {
      const many = Array.from({ length: 230 }, (_, n) => sampleDesk({ code: deskCode(n) }));
      await Promise.all(many.map((desk) => desks.add(desk)));
      expect(codesOf(await desks.ofProvince('42'))).toEqual(codesOf(many));
    });

    it('leave an entry out whose desk was never written', async () => {
      await opened.table.put({ ...keys.deskEntry('42', thanhSen.code, deskCode(1)), desk: deskCode(1) });
      expect(await desks.ofProvince('42')).toEqual([]);
      expect(await desks.add(sampleDesk())).toBe(true);
      expect(await desks.ofProvince('42')).toEqual([sampleDesk()]);
    });
  });

  describe('whose code is taken', () => {
    beforeEach(() => desks.add(sampleDesk()));

    it('are not added', async () => {
      expect(await desks.add(sampleDesk({ name: 'Bàn khác' }))).toBe(false);
      expect(await desks.find(deskCode(1))).toEqual(sampleDesk());
    });

    it('do not make the first one appear in their commune', async () => {
      expect(await desks.add(sampleDesk({ commune: canLoc }))).toBe(false);
      expect(await desks.ofCommune('42', canLoc.code)).toEqual([]);
      expect(await desks.ofProvince('42')).toEqual([sampleDesk()]);
    });

    it('are added by one of several at once', async () => {
      const code = deskCode(8);
      const added = await Promise.all(['1', '2', '3'].map((name) => desks.add(sampleDesk({ code, name }))));
      expect(added.filter(Boolean)).toHaveLength(1);
    });
  });
});

describe('remembered desks', () => {
  const clock = testClock();
  let stored: Map<string, Desk>;
  let reads: number;
  let desks: Pick<DeskStore, 'find'>;
  beforeEach(() => {
    stored = new Map([[deskCode(1), sampleDesk()]]);
    reads = 0;
    const counting: Pick<DeskStore, 'find'> = {
      find: async (code) => {
        reads += 1;
        return stored.get(code);
      },
    };
    desks = rememberingDesks(counting, clock.now);
  });

  it('cost one read a minute', async () => {
    for (let n = 0; n < 10; n += 1) expect(await desks.find(deskCode(1))).toEqual(sampleDesk());
    clock.forward(minuteMs - 1);
    await desks.find(deskCode(1));
    expect(reads).toBe(1);
  });

  it('are read again after a minute: a retired desk stops soon', async () => {
    await desks.find(deskCode(1));
    stored.set(deskCode(1), sampleDesk({ status: 'retired' }));
    clock.forward(minuteMs);
    expect((await desks.find(deskCode(1)))?.status).toBe('retired');
  });

  it('are asked for again when they were not there: a new desk works at once', async () => {
    expect(await desks.find(deskCode(2))).toBeUndefined();
    stored.set(deskCode(2), sampleDesk({ code: deskCode(2) }));
    expect(await desks.find(deskCode(2))).toBeDefined();
  });

  it('are no more than fit: a thousand others do not fill the memory', async () => {
    for (let n = 0; n < 1_001; n += 1) stored.set(deskCode(n), sampleDesk({ code: deskCode(n) }));
    for (const code of stored.values()) await desks.find(code.code);
    reads = 0;
    await desks.find(deskCode(0));
    expect(reads).toBe(1);
  });

  it('are not remembered as absent because a read failed', async () => {
    let isDown = true;
    const failing = rememberingDesks(
      {
        find: async (code) => {
          if (isDown) throw new Error('down');
          return stored.get(code);
        },
      },
      clock.now,
    );
    await expect(failing.find(deskCode(1))).rejects.toThrow('down');
    isDown = false;
    expect(await failing.find(deskCode(1))).toEqual(sampleDesk());
  });
});
