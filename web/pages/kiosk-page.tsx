import type { Desk } from '../../functions/domain/desk.ts';
import { communePolice } from '../../functions/domain/unit.ts';
import { DeskHeading } from '../components/desk-heading.tsx';
import { Face } from '../components/face.tsx';
import { bestFirst } from '../components/rating-buttons.tsx';
import { Layout, type Site } from '../layout.tsx';
import { kioskStyle } from '../styles/kiosk-style.ts';

interface Props {
  site: Site;
  desk: Desk;
}

/** What stands there until the script has taken over, which an old browser never does. */
const NeedsScript = ({ site: { t }, desk }: Props) => (
  <section data-screen="plain">
    <h1>{t.kiosk.title(communePolice(desk.commune))}</h1>
    <p>{t.kiosk.needsScript}</p>
    <a class="go" href={`/d/${desk.code}`}>
      {t.kiosk.toForm}
    </a>
  </section>
);

/** Buttons that send no form: an answer makes no place in the history that somebody could go back to. */
const Question = ({ site: { t }, desk }: Props) => (
  <section data-screen="question" hidden>
    <DeskHeading desk={desk} />
    <h1 id="question">{t.survey.question}</h1>
    <fieldset class="ratings" aria-labelledby="question">
      {bestFirst.map((rating) => (
        <button type="button" value={rating}>
          <Face rating={rating} />
          <span>{t.ratings[rating]}</span>
        </button>
      ))}
    </fieldset>
    <p class="notice">{t.survey.notice}</p>
  </section>
);

/** No face: whatever somebody chose, they are thanked alike. */
const Tick = () => (
  <svg class="tick" viewBox="0 0 32 32" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2">
    <circle cx="16" cy="16" r="14" />
    <path d="M9.5 16.5l4.5 4.5 8.5-10" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" />
  </svg>
);

/** The screen of a tablet at a desk; web/browser/kiosk.ts shows one part of it at a time. */
export const KioskPage = (props: Props) => {
  const { site, desk } = props;
  const { t } = site;
  return (
    <Layout
      site={site}
      title={t.kiosk.title(communePolice(desk.commune))}
      style={kioskStyle}
      noindex
      isAlone
      script="kiosk"
    >
      <NeedsScript {...props} />
      <Question {...props} />
      <section data-screen="thanks" role="status" hidden>
        <Tick />
        <h1>{t.kiosk.thanks}</h1>
        <p>{t.kiosk.thanksText}</p>
      </section>
      <section data-screen="not-kept" role="alert" hidden>
        <h1>{t.kiosk.notKept}</h1>
      </section>
      <section data-screen="unpaired" hidden>
        <h1>{t.kiosk.unpaired}</h1>
        <p>{t.kiosk.unpairedText}</p>
      </section>
      <p
        class="state"
        role="status"
        data-desk={desk.code}
        data-online={t.kiosk.online}
        data-offline={t.kiosk.offline}
        data-all-sent={t.kiosk.allSent}
        data-waiting={t.kiosk.waiting('#')}
        hidden
      ></p>
    </Layout>
  );
};
