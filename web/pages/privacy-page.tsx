import type { Retention } from '../../functions/domain/retention.ts';
import { ComplaintChannels } from '../components/complaint-channels.tsx';
import { Layout, type Site } from '../layout.tsx';
import { surveyStyle } from '../styles/survey-style.ts';
import { count } from '../texts/numbers.ts';

/** What is kept of a person who answers, and what is not. */
export const PrivacyPage = ({ site, kept }: { site: Site; kept: Retention }) => {
  const { t, language } = site;
  const { privacy } = t;
  const months = (number: number): string => privacy.months(count(number, language));
  const items: [string, string][] = [
    ...privacy.items,
    [privacy.howLong, privacy.kept(months(kept.responseMonths), months(kept.commentMonths))],
    ...privacy.moreItems,
  ];
  return (
    <Layout site={site} title={privacy.title} style={surveyStyle}>
      <h1>{privacy.title}</h1>
      <p>{privacy.intro}</p>
      <dl>
        {items.map(([question, answer]) => (
          <>
            <dt>{question}</dt> <dd>{answer}</dd>
          </>
        ))}
      </dl>
      <ComplaintChannels t={t} />
    </Layout>
  );
};
