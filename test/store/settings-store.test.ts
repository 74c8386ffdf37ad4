import { beforeEach, describe, expect, it } from 'vitest';
import { allOn, defaultSettings, type Switches } from '../../functions/domain/commune-settings.ts';
import { deskStore } from '../../functions/store/desk-store.ts';
import { type SettingsStore, servedDesks, settingsStore } from '../../functions/store/settings-store.ts';
import { engines } from '../support/engine.ts';
import { canLoc, deskCode, sampleDesk, thanhSen } from '../support/samples.ts';
import { type OpenTestTable, openTestTable } from '../support/test-table.ts';

const fewer: Switches = { criteriaOff: ['waiting'], proceduresOff: ['immigration'], isPublic: false };
const calendar = { added: [{ day: '2026-10-15', name: 'Bão số 12' }], worked: ['2026-09-02'] };
const commune = { province: '42', commune: thanhSen.code };

describe.each(engines)('settings on %s', (engine) => {
  let opened: OpenTestTable;
  let settings: SettingsStore;
  beforeEach(async () => {
    opened = await openTestTable(engine);
    settings = settingsStore(opened.table);
  });

  it('are all on where nobody has changed anything', async () => {
    expect(await settings.of('42', thanhSen.code)).toEqual(defaultSettings);
    expect(await settings.switches({ province: '42' })).toEqual({ value: allOn, version: 0 });
    expect((await settings.ofProvince('42')).communes.size).toBe(0);
  });

  it('are found as they were put, for the commune, the province and its calendar', async () => {
    expect(await settings.putSwitches({ province: '42' }, { value: allOn, version: 1 })).toBe(true);
    expect(await settings.putSwitches(commune, { value: fewer, version: 1 })).toBe(true);
    expect(await settings.putCalendar('42', { value: calendar, version: 1 })).toBe(true);
    expect(await settings.of('42', thanhSen.code)).toEqual({ province: allOn, commune: fewer, calendar });
    expect(await settings.switches(commune)).toEqual({ value: fewer, version: 1 });
    expect(await settings.calendar('42')).toEqual({ value: calendar, version: 1 });
  });

  it('of one commune say nothing of another, nor of another province', async () => {
    await settings.putSwitches(commune, { value: fewer, version: 1 });
    await settings.putCalendar('42', { value: calendar, version: 1 });
    expect((await settings.of('42', canLoc.code)).commune).toEqual(allOn);
    expect(await settings.of('01', '00004')).toEqual(defaultSettings);
  });

  it('of a province are listed with those of its communes', async () => {
    await settings.putSwitches({ province: '42' }, { value: fewer, version: 1 });
    await settings.putSwitches(commune, { value: fewer, version: 1 });
    expect(await settings.ofProvince('42')).toEqual({
      province: { value: fewer, version: 1 },
      calendar: { value: defaultSettings.calendar, version: 0 },
      communes: new Map([[thanhSen.code, { value: fewer, version: 1 }]]),
    });
  });

  it('are written over only by who has seen what is there', async () => {
    await settings.putSwitches(commune, { value: fewer, version: 1 });
    expect(await settings.putSwitches(commune, { value: allOn, version: 1 })).toBe(false);
    expect(await settings.putSwitches(commune, { value: allOn, version: 3 })).toBe(false);
    expect(await settings.switches(commune)).toEqual({ value: fewer, version: 1 });
    expect(await settings.putSwitches(commune, { value: allOn, version: 2 })).toBe(true);
    expect(await settings.switches(commune)).toEqual({ value: allOn, version: 2 });
  });

  it('are changed by one of several at once', async () => {
    const put = await Promise.all(
      [fewer, allOn, fewer].map((value) => settings.putSwitches(commune, { value, version: 1 })),
    );
    expect(put.filter(Boolean)).toHaveLength(1);
  });

  it('come with the desk that they are for', async () => {
    await deskStore(opened.table).add(sampleDesk({ procedures: ['residence', 'immigration'] }));
    await settings.putSwitches(commune, { value: fewer, version: 1 });
    await settings.putCalendar('42', { value: calendar, version: 1 });
    const served = await servedDesks(deskStore(opened.table), settings).find(deskCode(1));
    expect(served).toMatchObject({ name: 'Bàn một cửa số 1', isPublic: false });
    expect(served?.asks.procedures).toEqual(['residence', 'other']);
    expect(served?.asks.criteria).not.toContain('waiting');
    expect(served?.closedDays).toContain('2026-10-15');
  });

  it('of a desk that is not there are not read', async () => {
    const of = () => Promise.reject(new Error('read'));
    expect(await servedDesks(deskStore(opened.table), { of }).find(deskCode(1))).toBeUndefined();
  });
});
