import type { ServedDesk } from '../../functions/domain/desk.ts';
import { communePolice } from '../../functions/domain/unit.ts';
import { BotField } from '../components/bot-field.tsx';
import { DeskHeading } from '../components/desk-heading.tsx';
import { DetailFields } from '../components/detail-fields.tsx';
import { KeptAnswer } from '../components/kept-answer.tsx';
import { deskSwitch } from '../components/language-switch.tsx';
import { hasDetails, type Problem, ProblemList, type Typed } from '../components/problems.tsx';
import { RatingButtons } from '../components/rating-buttons.tsx';
import { Layout, type Site } from '../layout.tsx';
import { localHref } from '../local-href.ts';
import { surveyStyle } from '../styles/survey-style.ts';

interface Props {
  site: Site;
  desk: ServedDesk;
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
  const isAgain = showsDetails || problems.length > 0;
  const needsList = showsDetails || problems.some(({ field }) => field !== 'overall');
  return (
    <Layout
      site={site}
      title={problems.length > 0 ? `${t.site.problemTitle}: ${title}` : title}
      style={surveyStyle}
      noindex
      script="form"
      switchForm={isAgain ? deskSwitch(site, desk.code, 'answer', 'form') : undefined}
    >
      {needsList ? <ProblemList t={t} problems={problems} /> : null}
      <DeskHeading desk={desk} />
      <h1 id="question">{t.survey.question}</h1>
      <form method="post" action={localHref(site, `/d/${desk.code}`)} id="answer" autocomplete="off">
        <input type="hidden" name="token" value={token} />
        <RatingButtons t={t} labelledBy="question" problems={problems} alert={!needsList} />
        <BotField t={t} />
        <p class="notice">
          {t.survey.notice} <a href={localHref(site, '/privacy')}>{t.site.privacy}</a>
        </p>
        {showsDetails ? (
          <section aria-labelledby="typed-before">
            <h2 id="typed-before">{t.survey.typedBefore}</h2>
            <p>{t.survey.typedBeforeHint}</p>
            <DetailFields t={t} asks={desk.asks} typed={typed} problems={problems} />
          </section>
        ) : null}
      </form>
      {site.scripts ? <KeptAnswer t={t} asks={desk.asks} /> : null}
    </Layout>
  );
};
