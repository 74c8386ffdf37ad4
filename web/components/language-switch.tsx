import type { Language } from '../../functions/domain/questionnaire.ts';
import type { Site } from '../layout.tsx';
import { inLanguage } from '../local-href.ts';
import { otherLanguage, textsFor } from '../texts/languages.ts';

interface Pressed {
  name: string;
  value: string;
}

/** A form that somebody may have typed into: the switch sends it, so that nothing typed is lost. */
export interface SwitchForm {
  id: string;
  /** What the switch says to our service when it is pressed. */
  switch: Pressed & { action?: string };
  /** What Enter says, where the form's own button says something. */
  enter?: Pressed;
}

/** The switch of a desk's form; `shown` tells our service which page to show again. */
export const deskSwitch = (site: Site, code: string, id: string, shown: string): SwitchForm => ({
  id,
  switch: {
    name: 'shown',
    value: shown,
    action: inLanguage(`/d/${code}/language`, otherLanguage(site.language)),
  },
});

interface ButtonProps {
  form: SwitchForm;
  other: Language;
  words: string;
}

/**
 * Enter in a field presses the first button of a form. The hidden one is it: without it Enter would change the
 * language, and without both it would be "very satisfied".
 */
const SwitchButton = ({ form, other, words }: ButtonProps) => (
  <>
    <button type="submit" form={form.id} name={form.enter?.name} value={form.enter?.value} hidden>
      {words}
    </button>
    <button
      type="submit"
      class="switch"
      form={form.id}
      formaction={form.switch.action}
      formnovalidate
      name={form.switch.name}
      value={form.switch.value}
      lang={other}
    >
      {words}
    </button>
  </>
);

/** To the same page in the other language, by that language's own name: a link, or a button where a form is open. */
export const LanguageSwitch = ({ site, form }: { site: Site; form?: SwitchForm }) => {
  const other = otherLanguage(site.language);
  const words = textsFor(other).site.ownName;
  if (form) return <SwitchButton form={form} other={other} words={words} />;
  return site.otherHref ? (
    <a class="switch" href={site.otherHref} lang={other} hreflang={other}>
      {words}
    </a>
  ) : null;
};
