import type { Desk } from '../../functions/domain/desk.ts';
import { DeskHeading } from '../components/desk-heading.tsx';
import { Layout, type Site } from '../layout.tsx';
import { surveyStyle } from '../styles/survey-style.ts';

interface Props {
  site: Site;
  desk?: Desk;
  /** Where the answer was going; without it there was none to keep. */
  action?: string;
  fields: readonly (readonly [name: string, value: string])[];
}

/** Storage trouble: the page itself keeps the answer, and one button sends it again. */
export const UnavailablePage = ({ site, desk, action, fields }: Props) => {
  const { t } = site;
  return (
    <Layout site={site} title={t.unavailable.title} style={surveyStyle} noindex>
      {desk ? <DeskHeading desk={desk} /> : null}
      <h1>{t.unavailable.title}</h1>
      {action ? (
        <form method="post" action={action}>
          <p>{t.unavailable.text}</p>
          {fields.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <button type="submit" class="main">
            {t.unavailable.again}
          </button>
          <p class="notice">{t.unavailable.once}</p>
        </form>
      ) : (
        <p>{t.unavailable.textWithoutAnswer}</p>
      )}
    </Layout>
  );
};
