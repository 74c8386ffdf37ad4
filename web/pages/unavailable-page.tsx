import type { Desk } from '../../functions/domain/desk.ts';
import { DeskHeading } from '../components/desk-heading.tsx';
import type { SwitchForm } from '../components/language-switch.tsx';
import { Layout, type Site } from '../layout.tsx';
import { localHref } from '../local-href.ts';
import { surveyStyle } from '../styles/survey-style.ts';

/** Why an answer could not be taken now: storage trouble, or too many at once. */
export const laterReasons = ['unavailable', 'too_many'] as const;
export type LaterReason = (typeof laterReasons)[number];

interface Props {
  site: Site;
  desk?: Desk;
  reason?: LaterReason;
  /** Where the answer was going; without it there was none to keep. */
  action?: string;
  fields: readonly (readonly [name: string, value: string])[];
  switchForm?: SwitchForm;
}

/** Not now: the page itself keeps the answer, and one button sends it again. */
export const UnavailablePage = ({
  site,
  desk,
  reason = 'unavailable',
  action,
  fields,
  switchForm,
}: Props) => {
  const { t } = site;
  const { title, text } = reason === 'too_many' ? t.tooMany : t.unavailable;
  return (
    <Layout
      site={site}
      title={title}
      style={surveyStyle}
      noindex
      switchForm={action ? switchForm : undefined}
    >
      {desk ? <DeskHeading desk={desk} /> : null}
      <h1>{title}</h1>
      {action ? (
        <form method="post" action={localHref(site, action)} id={switchForm?.id}>
          <p>{text}</p>
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
