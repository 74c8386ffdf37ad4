import type { Texts } from '../texts/vi.ts';

/** The field that only a program fills in. */
export const botField = 'website';

/**
 * Out of sight, out of the tab order and out of what screen readers say; programs that fill in whatever has a name find
 * it. Not `display: none`, which many of them know. A label for those few who see the page without its styles; browsers
 * are told not to fill it in, and have nothing to put there: they know addresses and cards.
 */
export const BotField = ({ t }: { t: Texts }) => (
  <p class="aside" aria-hidden="true">
    <label for={botField}>{t.survey.leaveBlank}</label>
    <input id={botField} name={botField} tabindex={-1} autocomplete="off" />
  </p>
);
