import { beforeEach, describe, expect, it } from 'vitest';
import { visitsStore } from '../../functions/store/visits-store.ts';
import { visits } from '../../web/staff/texts/visits.ts';
import {
  accountWith,
  type DashboardService,
  dashboardService,
  grants,
} from '../support/dashboard-service.ts';
import { wordsOf } from '../support/page.ts';
import { canLoc, haTinh, present, thanhSen, week } from '../support/samples.ts';
import { formFields } from '../support/staff-forms.ts';

const t = visits.import;
let service: DashboardService;
beforeEach(async () => {
  service = await dashboardService({ at: '2026-11-23T08:00+07:00' });
  service.signIn(accountWith(grants.admin));
});

const path = '/dashboard/province/42/visits';
const stored = () => visitsStore(service.table).ofProvince(haTinh, week('2026-W01'), week('2026-W47'));
const paste = (text: string) => service.post(path, { text });
const upload = (content: string | Uint8Array<ArrayBuffer>, text = '') => {
  const form = new FormData();
  form.set('file', new File([content], 'visits.csv', { type: 'text/csv' }));
  form.set('text', text);
  return service.postBody(path, form);
};

const good = 'commune,week,visits\n18073,2026-W47,212\n18074,2026-W46,0\n';
const asStored = new Map([
  [thanhSen.code, new Map([['2026-W47', 212]])],
  [canLoc.code, new Map([['2026-W46', 0]])],
]);

describe('a table of visits', () => {
  it.each([
    ['with commas', good],
    ['with semicolons, as Excel here saves it', good.replaceAll(',', ';')],
    ['copied out of a spreadsheet', good.replaceAll(',', '\t').replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${good}`],
  ])('%s is taken over', async (_, text) => {
    const answer = await paste(text);
    expect(answer.headers.get('location')).toBe(`${path}?added=2&corrected=0&unchanged=0`);
    expect(await stored()).toEqual(asStored);
    expect(wordsOf(await service.get(present(answer.headers.get('location'))))).toContain(
      t.done('2', '0', '0'),
    );
  });

  it('comes as a file, too', async () => {
    expect((await upload(good, 'không dùng')).status).toBe(303);
    expect(await stored()).toEqual(asStored);
  });

  it('is reported by who imported it, and corrects what stood there', async () => {
    await paste(good);
    const answer = await paste(good.replace('212', '220'));
    expect(answer.headers.get('location')).toBe(`${path}?added=0&corrected=1&unchanged=1`);
    const history = await visitsStore(service.table).historyOf(thanhSen, week('2026-W47'));
    expect(history.map(({ visits: number, by }) => [number, by])).toEqual([
      [212, 'subject-province-admin'],
      [220, 'subject-province-admin'],
    ]);
  });

  it('changes nothing when it comes again', async () => {
    await paste(good);
    expect((await paste(good)).headers.get('location')).toBe(`${path}?added=0&corrected=0&unchanged=2`);
  });
});

describe('a table with something wrong', () => {
  it.each([
    ['18073,2026-W47,-3', t.atCell(3, 'visits'), t.problems.visits.not_whole('-3')],
    ['18073,2026-W47,1000000', t.atCell(3, 'visits'), t.problems.visits.too_many('1000000')],
    ['18073,2026-W48,5', t.atCell(3, 'week'), t.problems.week.not_ended('2026-W48')],
    ['18073,2026-W54,5', t.atCell(3, 'week'), t.problems.week.no_week('2026-W54')],
    ['1807,2026-W47,5', t.atCell(3, 'commune'), t.problems.no_code('1807')],
    ['00004,2026-W47,5', t.atCell(3, 'commune'), t.problems.unknown('00004')],
    ['18074,2026-W45,5', t.atLine(3), t.problems.repeated(2)],
    ['18073,2026-W47', t.atLine(3), t.problems.ragged(2, 3)],
  ])('has %s named by line and column, and nothing of it is stored', async (row, where, words) => {
    const text = `commune,week,visits\n18074,2026-W45,5\n${row}\n`;
    const answer = await paste(text);
    expect(answer.status).toBe(400);
    expect(wordsOf(answer)).toContain(`${where}: ${words}`);
    expect(formFields(answer, path)['text']).toBe(text);
    expect(await service.items('VISITS#')).toEqual([]);
  });

  it.each([
    ['', t.problems.nothing],
    [' \n ', t.problems.nothing],
    ['xã,tuần,lượt\n18073,2026-W47,5', t.problems.header],
    ['commune,week,visits\n', t.problems.no_rows],
    ['commune,week,visits\n18073,"2026-W47,5', t.problems.malformed(2)],
  ])('as a whole is said to be so: %j', async (text, words) => {
    const answer = await paste(text);
    expect(answer.status).toBe(400);
    expect(wordsOf(answer)).toContain(words);
  });

  it('in a file comes back in the field, to be put right there', async () => {
    const answer = await upload('commune,week,visits\n18073,2026-W47,x\n');
    expect(answer.status).toBe(400);
    expect(formFields(answer, path)['text']).toBe('commune,week,visits\n18073,2026-W47,x\n');
  });

  it('is no text: the file is refused, what was pasted is kept', async () => {
    const answer = await upload(new Uint8Array([0xff, 0xfe, 0x63, 0x00]), good);
    expect(wordsOf(answer)).toContain(t.problems.not_utf8);
    expect(formFields(answer, path)['text']).toBe(good);
    expect(await service.items('VISITS#')).toEqual([]);
  });

  it('has fifty of its faults shown and the rest counted', async () => {
    const rows = Array.from({ length: 60 }, () => '18073,2026-W47,x').join('\n');
    const words = wordsOf(await paste(`commune,week,visits\n${rows}\n`));
    expect(words).toContain(t.problemsTitle(119));
    expect(words).toContain(t.more(69));
  });

  it('is too long for one request', async () => {
    const rows = Array.from({ length: 2_001 }, () => '18073,2026-W47,5').join('\n');
    expect(wordsOf(await paste(`commune,week,visits\n${rows}`))).toContain(t.problems.tooMany(2_000));
    expect((await paste('x'.repeat(600_000))).status).toBe(413);
  });
});

it.each([
  ['a reader', grants.reader],
  ['a chief', grants.chief],
  ['an admin of another province', grants.otherAdmin],
])('visits are not imported by %s', async (_, grant) => {
  service.signIn(accountWith(grant));
  expect((await service.get(path)).status).toBe(403);
  expect((await paste(good)).status).toBe(403);
  expect(await service.items('VISITS#')).toEqual([]);
});
