import type { Desk } from '../../functions/domain/desk.ts';
import { communePolice } from '../../functions/domain/unit.ts';
import { DeskHeading } from '../components/desk-heading.tsx';
import { DetailFields } from '../components/detail-fields.tsx';
import { hasDetails, type Problem, ProblemList, type Typed } from '../components/problems.tsx';
import { RatingButtons } from '../components/rating-buttons.tsx';
import { Layout, type Site } from '../layout.tsx';
import { surveyStyle } from '../styles/survey-style.ts';

interface Props {
  site: Site;
  desk: Desk;
  token: string;
  typed: Typed;
  problems: readonly Problem[];
}

/** Scan, tap, stored: the five answers are the buttons that send the form. */
export const SurveyPage = ({ site, desk, token, typed, problems }: Props) => {
  const { t } = site;
  const title = t.survey.title(communePolice(desk.commune));
  const showsDetails = hasDetails(typed);
  // A missing rating is said right at the buttons; a list before it would push them off a small screen.
  const needsList = showsDetails || problems.some(({ field }) => field !== 'overall');
  return (
    <Layout
      site={site}
      title={problems.length > 0 ? `${t.site.problemTitle}: ${title}` : title}
      style={surveyStyle}
      noindex
    >
      {needsList ? <ProblemList t={t} problems={problems} /> : null}
      <DeskHeading desk={desk} />
      <h1 id="question">{t.survey.question}</h1>
      <form method="post" action={`/d/${desk.code}`} autocomplete="off">
        {/* Enter in a field presses the first button of a form: without this one it would be "very satisfied". */}
        {showsDetails ? (
          <button type="submit" hidden>
            {t.survey.send}
          </button>
        ) : null}
        <input type="hidden" name="token" value={token} />
        <RatingButtons t={t} labelledBy="question" problems={problems} alert={!needsList} />
        <p class="notice">
          {t.survey.notice} <a href="/privacy">{t.site.privacy}</a>
        </p>
        {showsDetails ? (
          <section aria-labelledby="typed-before">
            <h2 id="typed-before">{t.survey.typedBefore}</h2>
            <p>{t.survey.typedBeforeHint}</p>
            <DetailFields t={t} typed={typed} problems={problems} />
          </section>
        ) : null}
      </form>
    </Layout>
  );
};
