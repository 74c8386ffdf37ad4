import type { Desk } from '../../functions/domain/desk.ts';
import { spellDeskCode } from '../../functions/domain/desk-code.ts';
import { DeskHeading } from '../components/desk-heading.tsx';
import { Layout, type Site } from '../layout.tsx';
import { localHref } from '../local-href.ts';
import { surveyStyle } from '../styles/survey-style.ts';
import { otherLanguage } from '../texts/languages.ts';

interface Props {
  site: Site;
  typed?: string;
  problem?: 'not_a_code' | 'unknown_code' | 'retired';
  desk?: Desk;
}

/** Whose desk a code belongs to, before anything else: a genuine code can be told from a pasted one. */
const FoundDesk = ({ site, site: { t }, desk }: { site: Site; desk: Desk }) => (
  <div class="card">
    <p>{t.home.belongsTo(spellDeskCode(desk.code))}</p>
    <DeskHeading desk={desk} />
    <p class="hint">{t.home.checkPlace}</p>
    <a class="go main" href={localHref(site, `/d/${desk.code}`)}>
      {t.home.open}
    </a>
  </div>
);

/** The form takes its address anew from what it holds: a language that was asked for goes along as a field. */
const asked = ({ asked: language }: Site) => (language ? { name: 'lang', value: language } : {});

const CodeForm = ({ site, site: { t }, typed, problem }: Pick<Props, 'site' | 'typed' | 'problem'>) => (
  <form class="field" id="code-form" action="/" autocomplete="off">
    <label for="code">{t.home.label}</label>
    <p class="hint" id="hint-code">
      {t.home.hint}
    </p>
    {problem ? (
      <p class="problem" id="problem-code" role="alert">
        {t.home.problems[problem]}
      </p>
    ) : null}
    <input
      id="code"
      name="code"
      value={typed}
      required
      autocapitalize="characters"
      autocorrect="off"
      spellcheck={false}
      aria-describedby={problem ? 'hint-code problem-code' : 'hint-code'}
      aria-invalid={problem ? 'true' : undefined}
    />
    <button type="submit" class="main" {...asked(site)}>
      {t.home.submit}
    </button>
  </form>
);

/** Type the code of a desk, and see whose desk it is. */
export const HomePage = ({ site, typed, problem, desk }: Props) => {
  const { t } = site;
  const found = problem === undefined ? desk : undefined;
  return (
    <Layout
      site={site}
      title={problem ? `${t.site.problemTitle}: ${t.home.title}` : t.home.title}
      style={surveyStyle}
      noindex={typed !== undefined}
      script="form"
      switchForm={
        found
          ? undefined
          : {
              id: 'code-form',
              switch: { name: 'lang', value: otherLanguage(site.language) },
              ...(site.asked && { enter: { name: 'lang', value: site.asked } }),
            }
      }
    >
      <h1>{t.home.title}</h1>
      {found ? (
        <FoundDesk site={site} desk={found} />
      ) : (
        <CodeForm site={site} typed={typed} problem={problem} />
      )}
      <section aria-labelledby="safety">
        <h2 id="safety">{t.home.safetyTitle}</h2>
        <ul>
          {t.home.safety.map((asked) => (
            <li>{asked}</li>
          ))}
        </ul>
      </section>
    </Layout>
  );
};
