import type { ServedDesk } from '../../functions/domain/desk.ts';
import type { Rating } from '../../functions/domain/questionnaire.ts';
import { communePolice } from '../../functions/domain/unit.ts';
import { BotField } from '../components/bot-field.tsx';
import { ComplaintChannels } from '../components/complaint-channels.tsx';
import { DeskHeading } from '../components/desk-heading.tsx';
import { DetailFields, isUntouched, nameOfQuestions } from '../components/detail-fields.tsx';
import { Face } from '../components/face.tsx';
import { KeptDetails } from '../components/kept-answer.tsx';
import { deskSwitch } from '../components/language-switch.tsx';
import { hasDetails, type Problem, ProblemList, type Typed } from '../components/problems.tsx';
import { RatingButtons } from '../components/rating-buttons.tsx';
import { drawnOnce } from '../drawn-once.ts';
import { Layout, type Site } from '../layout.tsx';
import { localHref } from '../local-href.ts';
import { surveyStyle } from '../styles/survey-style.ts';

/** What the page says first. */
export const notices = ['recorded', 'added', 'unchanged', 'too_late', 'invalid'] as const;
export type Notice = (typeof notices)[number];

interface Props {
  site: Site;
  desk: ServedDesk;
  overall: Rating;
  token: string;
  /** Which edition the forms of this page send. */
  edition: number;
  typed: Typed;
  problems: readonly Problem[];
  notice: Notice;
  /** Something is typed that was not sent yet. */
  isUnsent?: boolean;
}

const Chosen = ({ site: { t }, overall }: Pick<Props, 'site' | 'overall'>) => (
  <p class="chosen">
    <Face rating={overall} />
    <span>
      <small>{t.thanks.recordedRating}:</small> <b>{t.ratings[overall]}</b>
    </span>
  </p>
);

/** A changed mind: the same five buttons, folded away so that the page stays calm. */
const Change = ({ site: { t }, overall, problems }: Props) => (
  <details open={problems.some(({ field }) => field === 'overall')}>
    <summary>
      <h2>{t.thanks.change}</h2>
    </summary>
    <p id="question">{t.survey.question}</p>
    <RatingButtons t={t} labelledBy="question" problems={problems} current={overall} />
  </details>
);

/** Folded until wanted; open as soon as there is something typed in it to look at. */
const More = ({ site: { t }, desk, typed, problems, notice, isUnsent }: Props) => (
  <details open={notice === 'invalid' || ((isUnsent || notice === 'unchanged') && hasDetails(typed))}>
    <summary>
      <h2>{t.details.title}</h2>
    </summary>
    <p>{t.details.intro}</p>
    <DetailFields t={t} asks={desk.asks} typed={typed} problems={problems} />
    <button type="submit" class="main">
      {t.details.send}
    </button>
  </details>
);

const Fields = (props: Props) => (
  <>
    <Change {...props} />
    <More {...props} />
    <BotField t={props.site.t} />
  </>
);

/** Most of the page, and what nearly everybody gets. */
const untouchedFields = drawnOnce(
  ({ site: { t }, desk: { asks }, overall }: Props) => `${overall} ${nameOfQuestions({ t, asks })}`,
  Fields,
);

/**
 * One form for both, so that a tap on another rating sends what was typed beside it too. Enter in a field presses
 * the form's button in the header, not a rating.
 */
const CorrectionForm = (props: Props) => (
  <form
    method="post"
    action={localHref(props.site, `/d/${props.desk.code}/details`)}
    id="answer"
    autocomplete="off"
  >
    <input type="hidden" name="token" value={props.token} />
    <input type="hidden" name="edition" value={props.edition} />
    {isUntouched(props) && props.notice !== 'invalid' ? untouchedFields(props) : <Fields {...props} />}
  </form>
);

/** There is nothing left to send; the form only keeps the comment when the language is changed. */
const TooLate = ({ site: { t }, desk, token, typed }: Props) => (
  <form method="post" action={`/d/${desk.code}/language`} id="answer">
    <input type="hidden" name="token" value={token} />
    {typed['comment'] ? (
      <>
        <input type="hidden" name="comment" value={typed['comment']} />
        <p>{t.thanks.commentNotStored}</p>
        <p class="typed">{typed['comment']}</p>
      </>
    ) : null}
  </form>
);

/** The answer to a stored rating: what is recorded, a way to change it, a way to say more, where complaints go. */
export const ThanksPage = (props: Props) => {
  const { site, desk, overall, problems, notice } = props;
  const { t } = site;
  const isRecorded = notice === 'recorded' || notice === 'added';
  return (
    <Layout
      site={site}
      title={problems.length > 0 ? `${t.site.problemTitle}: ${t.thanks.title}` : t.thanks.title}
      style={surveyStyle}
      noindex
      script="form"
      switchForm={deskSwitch(site, desk.code, 'answer', notice)}
    >
      <h1>{t.thanks.title}</h1>
      <p class={isRecorded ? 'status' : 'status warn'} role="status">
        {t.thanks.notices[notice]}
      </p>
      <ProblemList t={t} problems={problems} />
      <DeskHeading desk={desk} />
      <Chosen site={site} overall={overall} />
      {notice === 'too_late' ? <TooLate {...props} /> : <CorrectionForm {...props} />}
      {site.scripts ? <KeptDetails t={t} /> : null}
      <ComplaintChannels t={t} desk={desk} />
      {desk.isPublic ? (
        <p>
          <a href={localHref(site, `/c/${desk.commune.code}`)}>
            {t.thanks.result(communePolice(desk.commune))}
          </a>
        </p>
      ) : null}
    </Layout>
  );
};
