import type { Desk } from '../../functions/domain/desk.ts';
import type { Rating } from '../../functions/domain/questionnaire.ts';
import { communePolice } from '../../functions/domain/unit.ts';
import { ComplaintChannels } from '../components/complaint-channels.tsx';
import { DeskHeading } from '../components/desk-heading.tsx';
import { DetailFields } from '../components/detail-fields.tsx';
import { Face } from '../components/face.tsx';
import { hasDetails, type Problem, ProblemList, type Typed } from '../components/problems.tsx';
import { RatingButtons } from '../components/rating-buttons.tsx';
import { Layout, type Site } from '../layout.tsx';
import { surveyStyle } from '../styles/survey-style.ts';

interface Props {
  site: Site;
  desk: Desk;
  overall: Rating;
  token: string;
  /** Which edition the forms of this page send. */
  edition: number;
  typed: Typed;
  problems: readonly Problem[];
  notice: 'recorded' | 'added' | 'unchanged' | 'too_late' | 'invalid';
}

const Chosen = ({ site: { t }, overall }: Pick<Props, 'site' | 'overall'>) => (
  <p class="chosen">
    <Face rating={overall} />
    <span>
      <small>{t.thanks.recordedRating}:</small> <b>{t.ratings[overall]}</b>
    </span>
  </p>
);

const HiddenFields = ({ token, edition }: Pick<Props, 'token' | 'edition'>) => (
  <>
    <input type="hidden" name="token" value={token} />
    <input type="hidden" name="edition" value={edition} />
  </>
);

/** A changed mind: the same five buttons, folded away so that the page stays calm. */
const ChangeForm = ({ site: { t }, desk, overall, token, edition, problems }: Props) => (
  <details open={problems.some(({ field }) => field === 'overall')}>
    <summary>{t.thanks.change}</summary>
    <form method="post" action={`/d/${desk.code}/details`} autocomplete="off">
      <HiddenFields token={token} edition={edition} />
      <p id="question">{t.survey.question}</p>
      <RatingButtons t={t} labelledBy="question" problems={problems} current={overall} />
    </form>
  </details>
);

/** Folded until wanted; open as soon as there is something typed in it to look at. */
const DetailsForm = ({ site: { t }, desk, token, edition, typed, problems, notice }: Props) => (
  <details open={notice === 'invalid' || (notice === 'unchanged' && hasDetails(typed))}>
    <summary>{t.details.title}</summary>
    <form method="post" action={`/d/${desk.code}/details`} autocomplete="off">
      <HiddenFields token={token} edition={edition} />
      <p>{t.details.intro}</p>
      <DetailFields t={t} typed={typed} problems={problems} />
      <button type="submit" class="main">
        {t.details.send}
      </button>
    </form>
  </details>
);

const TooLate = ({ site: { t }, typed }: Pick<Props, 'site' | 'typed'>) =>
  typed['comment'] ? (
    <>
      <p>{t.thanks.commentNotStored}</p>
      <p class="typed">{typed['comment']}</p>
    </>
  ) : null;

/** The answer to a stored rating: what is recorded, a way to change it, a way to say more, where complaints go. */
export const ThanksPage = (props: Props) => {
  const { site, desk, overall, problems, notice } = props;
  const { t } = site;
  return (
    <Layout
      site={site}
      title={problems.length > 0 ? `${t.site.problemTitle}: ${t.thanks.title}` : t.thanks.title}
      style={surveyStyle}
      noindex
    >
      <h1>{t.thanks.title}</h1>
      <p class="status" role="status">
        {t.thanks.notices[notice]}
      </p>
      <ProblemList t={t} problems={problems} />
      <DeskHeading desk={desk} />
      <Chosen site={site} overall={overall} />
      {notice === 'too_late' ? (
        <TooLate {...props} />
      ) : (
        <>
          <ChangeForm {...props} />
          <DetailsForm {...props} />
        </>
      )}
      <ComplaintChannels t={t} desk={desk} />
      <p>
        <a href={`/c/${desk.commune.code}`}>{t.thanks.result(communePolice(desk.commune))}</a>
      </p>
    </Layout>
  );
};
