import type { Child } from 'hono/jsx';
import { defaultSettings, formSettings } from '../../functions/domain/commune-settings.ts';
import { dayOf } from '../../functions/domain/day.ts';
import type { ServedDesk } from '../../functions/domain/desk.ts';
import { newDeskCode } from '../../functions/domain/desk-code.ts';
import { parseWeek, type Week } from '../../functions/domain/iso-week.ts';
import { defaultRetention } from '../../functions/domain/retention.ts';
import type { ShownPeriod } from '../../web/components/shown-period.tsx';
import { document } from '../../web/draw.ts';
import type { Site } from '../../web/layout.tsx';
import { HomePage } from '../../web/pages/home-page.tsx';
import { MessagePage } from '../../web/pages/message-page.tsx';
import { PosterPage } from '../../web/pages/poster-page.tsx';
import { PrivacyPage } from '../../web/pages/privacy-page.tsx';
import { ProvincePage } from '../../web/pages/province-page.tsx';
import { ResultPage } from '../../web/pages/result-page.tsx';
import { SurveyPage } from '../../web/pages/survey-page.tsx';
import { ThanksPage } from '../../web/pages/thanks-page.tsx';
import { UnavailablePage } from '../../web/pages/unavailable-page.tsx';
import { textsFor } from '../../web/texts/languages.ts';

export const week = (text: string): Week => {
  const parsed = parseWeek(text);
  if (!parsed) throw new RangeError(`no such week: ${text}`);
  return parsed;
};

export const render = async (page: Child): Promise<string> => String(document(page));

export const vietnamese: Site = { language: 'vi', t: textsFor('vi') };
export const english: Site = { language: 'en', t: textsFor('en') };
export const demo: Site = {
  ...vietnamese,
  demo: { aggregateHref: (commune) => `/demo/aggregate/${commune}` },
};

/** The longest name of the roster. */
const commune = { code: '00226', name: 'Văn Miếu - Quốc Tử Giám', kind: 'Phường', province: '01' } as const;
const province = { code: '01', name: 'Thành phố Hà Nội' };

export const desk: ServedDesk = {
  code: newDeskCode(Uint8Array.of(7, 19, 23, 2, 20, 9, 29)),
  name: 'Bàn tiếp nhận và trả kết quả số 1',
  commune,
  province,
  status: 'active',
  ...formSettings(defaultSettings),
};

export const token = `k1.${desk.code}.00226.q.mfz9x0ab.AbCdEfGhIjKlMnOpQrStUv.AbCdEfGhIjKlMnOpQrStUvAbCdEfGhIjKlMnOpQrStU`;

export const hidden: ShownPeriod = {
  from: null,
  to: null,
  rated: null,
  satisfactionRate: null,
  low: null,
  high: null,
  meanScore: null,
  topBox: null,
  finality: { provisional: null, updated: [] },
};

export const shown: ShownPeriod = {
  from: week('2026-W45'),
  to: week('2026-W47'),
  rated: 34,
  satisfactionRate: 33 / 34,
  low: 0.8508,
  high: 0.9948,
  meanScore: 93.5,
  topBox: 24,
  finality: {
    provisional: { from: week('2026-W47'), to: week('2026-W47') },
    updated: [
      { from: week('2026-W45'), to: week('2026-W46'), on: dayOf(new Date('2026-12-20T09:00+07:00')) },
    ],
  },
};

const qr = { size: 29, path: 'M4 4h7v1h-7z' };

/** Every page there is, in a state with as much on it as possible. */
export const everyPage = (site: Site): Record<string, Child> => {
  const problems = [{ field: 'comment', text: site.t.problems.commentTooLong(500) }];
  const typed = { attitude: '4', comment: 'Chờ hơi lâu' };
  return {
    home: <HomePage site={site} />,
    'home with a problem': <HomePage site={site} typed="7KQ2" problem="not_a_code" />,
    'home with a desk': <HomePage site={site} typed={desk.code} desk={desk} />,
    survey: <SurveyPage site={site} desk={desk} token={token} typed={{}} problems={[]} />,
    'survey with problems': (
      <SurveyPage site={site} desk={desk} token={token} typed={typed} problems={problems} />
    ),
    thanks: (
      <ThanksPage
        site={site}
        desk={desk}
        overall={5}
        token={token}
        edition={2}
        typed={{}}
        problems={[]}
        notice="recorded"
      />
    ),
    'thanks with problems': (
      <ThanksPage
        site={site}
        desk={desk}
        overall={2}
        token={token}
        edition={2}
        typed={typed}
        problems={problems}
        notice="invalid"
      />
    ),
    'thanks, too late': (
      <ThanksPage
        site={site}
        desk={desk}
        overall={1}
        token={token}
        edition={2}
        typed={typed}
        problems={[]}
        notice="too_late"
      />
    ),
    unavailable: (
      <UnavailablePage site={site} desk={desk} action={`/d/${desk.code}`} fields={[['overall', '5']]} />
    ),
    message: <MessagePage site={site} {...site.t.messages.unknownDesk} link={{ href: '/', text: 'x' }} />,
    privacy: <PrivacyPage site={site} kept={defaultRetention} />,
    result: (
      <ResultPage
        site={site}
        commune={commune}
        province={province}
        measure={{ latest: hidden, quarter: shown }}
        open={{ week: week('2026-W48'), ratings: [0, 1, 2, 4, 27] }}
      />
    ),
    province: (
      <ProvincePage
        site={site}
        province={{ ...province, communes: [commune] }}
        rows={[
          { commune, measure: shown },
          { commune: { ...commune, code: '00228' }, measure: hidden },
        ]}
      />
    ),
    poster: <PosterPage site={site} desk={desk} address="https://thuocdo.example.vn" qr={qr} />,
  };
};
