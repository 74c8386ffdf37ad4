import { ComplaintChannels } from '../components/complaint-channels.tsx';
import { Layout, type Site } from '../layout.tsx';
import { surveyStyle } from '../styles/survey-style.ts';

/** What is kept of a person who answers, and what is not. */
export const PrivacyPage = ({ site }: { site: Site }) => {
  const { t } = site;
  return (
    <Layout site={site} title={t.privacy.title} style={surveyStyle}>
      <h1>{t.privacy.title}</h1>
      <p>{t.privacy.intro}</p>
      <dl>
        {t.privacy.items.map(([question, answer]) => (
          <>
            <dt>{question}</dt> <dd>{answer}</dd>
          </>
        ))}
      </dl>
      <ComplaintChannels t={t} />
    </Layout>
  );
};
