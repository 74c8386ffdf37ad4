import { beforeEach, describe, expect, it } from 'vitest';
import { promiseStore } from '../../functions/store/promise-store.ts';
import { vi as texts } from '../../web/texts/vi.ts';
import { wordsOf } from '../support/page.ts';
import { day, samplePromise } from '../support/sample-promises.ts';
import { canLoc, thanhSen } from '../support/samples.ts';
import { type SurveyService, surveyService } from '../support/survey-service.ts';

let service: SurveyService;
beforeEach(async () => {
  service = await surveyService();
});

const path = `/c/${thanhSen.code}`;
const promised = (about: Parameters<typeof samplePromise>[0]) =>
  promiseStore(service.table).put('42', samplePromise(about));
const kept = { doneOn: day('2026-11-20'), isShown: true };

describe('the public page of a commune', () => {
  it('tells what was done because people said so', async () => {
    await promised({ ...kept, text: 'Thêm hai ghế & <b>một quạt</b>.' });
    const page = await service.get(path);
    expect(wordsOf(page)).toContain(
      `${texts.result.keptTitle} Thêm hai ghế & <b>một quạt</b>. ${texts.details.criteria.facilities}. Xong tháng 11/2026.`,
    );
    expect(page.html).not.toContain('<b>một');
  });

  it('tells it on the English page in the words of the officers', async () => {
    await promised({ ...kept, text: 'Thêm ghế.' });
    expect((await service.get(`${path}?lang=en`)).html).toContain('<p lang="vi">Thêm ghế.</p>');
  });

  it.each([
    ['not kept', { isShown: true }],
    ['not to be shown', { doneOn: day('2026-11-20') }],
    ['of another commune', { ...kept, commune: canLoc.code }],
  ])('says nothing of a promise that is %s', async (_, about) => {
    await promised({ ...about, text: 'Thêm ghế.' });
    const page = await service.get(path);
    expect(page.html).not.toContain('Thêm ghế.');
    expect(wordsOf(page)).not.toContain(texts.result.keptTitle);
  });

  it('tells the five latest', async () => {
    for (let n = 10; n < 17; n += 1) {
      await promised({ ...kept, text: `Việc ${n}.`, doneOn: day(`2026-10-${n}`) });
    }
    const told = [...wordsOf(await service.get(path)).matchAll(/Việc (\d+)\./g)].map(([, n]) => n);
    expect(told).toEqual(['16', '15', '14', '13', '12']);
  });
});
