import type { Questions } from '../../functions/domain/commune-settings.ts';
import { drawnOnce } from '../drawn-once.ts';
import type { Texts } from '../texts/vi.ts';
import { ComplaintChannels } from './complaint-channels.tsx';
import { DetailFields, nameOfQuestions } from './detail-fields.tsx';
import { RatingButtons } from './rating-buttons.tsx';

/*
 * What web/browser/form.ts shows when an answer can't be sent now: all of its words and markup. Nobody sees a template
 * that no script takes up.
 */

/** The same forms as after a stored rating. The script fills in where they go, what was chosen, and the desk. */
const KeptForms = ({ t, asks }: { t: Texts; asks: Questions }) => (
  <>
    <h1>{t.outbox.title}</h1>
    <p class="status warn" role="status">
      {t.outbox.text}
    </p>
    <p class="chosen">
      <span>
        <small>{t.thanks.recordedRating}:</small> <b></b>
      </span>
    </p>
    <form method="post" action="" autocomplete="off">
      <input type="hidden" name="token" value="" />
      <details>
        <summary>
          <h2>{t.thanks.change}</h2>
        </summary>
        <p id="question">{t.survey.question}</p>
        <RatingButtons t={t} labelledBy="question" />
      </details>
    </form>
    <form method="post" action="" autocomplete="off">
      <input type="hidden" name="token" value="" />
      <input type="hidden" name="overall" value="" />
      <details>
        <summary>
          <h2>{t.details.title}</h2>
        </summary>
        <p>{t.details.intro}</p>
        <DetailFields t={t} asks={asks} typed={{}} problems={[]} />
        <button type="submit" class="main">
          {t.outbox.save}
        </button>
      </details>
    </form>
    <ComplaintChannels t={t} />
  </>
);

/** Half of the page, and the same for every desk that asks the same. */
const keptForms = drawnOnce(nameOfQuestions, KeptForms);

/** For the form: the page of an answer that waits on this device. */
export const KeptAnswer = ({ t, asks }: { t: Texts; asks: Questions }) => (
  <template
    data-title={`${t.outbox.title} – ${t.site.name}`}
    data-sending={t.outbox.sending}
    data-added={t.outbox.added}
    data-sent={t.outbox.sent}
    data-late={t.thanks.notices.too_late}
  >
    {keptForms({ t, asks })}
  </template>
);

/** For the thank-you page, which stays as it is: what its status line says of details that wait. */
export const KeptDetails = ({ t }: { t: Texts }) => (
  <template
    data-sending={t.outbox.sending}
    data-added={t.outbox.detailsKept}
    data-sent={t.thanks.notices.added}
  ></template>
);
