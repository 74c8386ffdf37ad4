import { describe, expect, it } from 'vitest';
import type { Day } from '../../functions/domain/day.ts';
import {
  type PlannedStart,
  type RolloutFacts,
  rolloutProgress,
  rolloutStateOf,
} from '../../functions/domain/rollout.ts';
import { readRolloutTable, rolloutTable } from '../../functions/domain/rollout-table.ts';

const planned = (phase: 1 | 2 | 3, start: string): PlannedStart => ({ phase, start: start as Day });

const facts: RolloutFacts = {
  plan: {
    '18001': planned(1, '2026-09-01'),
    '18002': planned(1, '2026-09-15'),
    '18003': planned(2, '2026-11-23'),
    '18004': planned(2, '2026-11-22'),
  },
  live: new Set(['18001', '18002']),
  answering: new Set(['18001', '18004']),
  today: '2026-11-23' as Day,
};

describe('how far a commune has come', () => {
  it.each([
    ['18001', 'reporting'],
    ['18002', 'live'],
    ['18003', 'planned'],
    ['18004', 'late'],
    ['18005', 'unplanned'],
  ])('%s is %s', (commune, state) => {
    expect(rolloutStateOf(commune, facts)).toBe(state);
  });

  it('is counted phase by phase', () => {
    const communes = ['18001', '18002', '18003', '18004', '18005'];
    expect(rolloutProgress(communes, facts)).toMatchObject([
      { phase: 1, communes: 2, states: { reporting: 1, live: 1 }, first: '2026-09-01', last: '2026-09-15' },
      { phase: 2, communes: 2, states: { planned: 1, late: 1 }, first: '2026-11-22' },
      { phase: 3, communes: 0, first: undefined, last: undefined },
      { phase: undefined, communes: 1, states: { unplanned: 1 } },
    ]);
  });

  it('needs no line for communes without a phase when all have one', () => {
    expect(rolloutProgress(['18001'], facts).map(({ phase }) => phase)).toEqual([1, 2, 3]);
  });
});

const communes = [
  { code: '00004', name: 'Ba Đình' },
  { code: '18001', name: 'Thạch Hà' },
  { code: '18002', name: 'Đồng Tiến' },
];
const read = (text: string) => readRolloutTable(text, communes);
const problemsIn = (text: string) => {
  const table = read(text);
  return table.ok ? [] : table.problems.map(({ line, problem }) => [line, problem]);
};

describe('a pasted table', () => {
  it.each([
    ['commas and a heading', 'commune,phase,start\n18001,1,2026-12-01\n18002,2,2027-01-04'],
    [
      'tabs, as a spreadsheet copies',
      'Mã xã\tGiai đoạn\tNgày bắt đầu\r\n18001\t1\t1/12/2026\r\n18002\t2\t04/01/2027\r\n',
    ],
    ['semicolons, quotes and names', '"18001";"1";"01-12-2026";"Thạch Hà"\n\n18002;2;4.1.2027;Đồng Tiến'],
  ])('is read with %s', (_, text) => {
    expect(read(text)).toEqual({
      ok: true,
      plan: { '18001': planned(1, '2026-12-01'), '18002': planned(2, '2027-01-04') },
    });
  });

  it('finds a code whose leading zeros a spreadsheet took away', () => {
    expect(read('4,3,2027-05-01')).toEqual({ ok: true, plan: { '00004': planned(3, '2027-05-01') } });
  });

  it('leaves out a commune that has neither phase nor day', () => {
    expect(read('18001,,,Thạch Hà')).toEqual({ ok: true, plan: {} });
  });

  it('names every line that is wrong, and why', () => {
    const text = [
      'commune,phase,start',
      'Thạch Hà,1,2026-12-01',
      '99999,1,2026-12-01',
      '18001,4,2026-12-01',
      '18001,1,31/02/2027',
      '18002,1,',
      '18002,,2026-12-01',
      '18002,1,2026-12-01',
      '18002,1,2026-12-01',
    ].join('\n');
    expect(problemsIn(text)).toEqual([
      [2, 'no_commune'],
      [3, 'unknown_commune'],
      [4, 'no_phase'],
      [5, 'no_day'],
      [6, 'no_day'],
      [7, 'no_phase'],
      [9, 'twice'],
    ]);
  });

  it('has one heading at most', () => {
    expect(problemsIn('commune,phase,start\ncommune,phase,start')).toEqual([[2, 'no_commune']]);
  });

  it('is what a plan is written as', () => {
    const plan = { '18001': planned(1, '2026-12-01') };
    expect(rolloutTable(plan, communes)).toBe(
      '00004,,,Ba Đình\n18001,1,2026-12-01,Thạch Hà\n18002,,,Đồng Tiến',
    );
    expect(read(rolloutTable(plan, communes))).toEqual({ ok: true, plan });
  });
});
