import { folded } from '../../functions/domain/fold.ts';

/*
 * Filters the tables of a page while somebody types. Without it the form asks the server, which answers with the same
 * rows hidden.
 */

const rows = [...document.querySelectorAll<HTMLTableRowElement>('table[data-filtered] tbody tr')].map(
  (row) => ({ row, name: folded(row.querySelector('th')?.textContent ?? '') }),
);

/** Whatever leads on from here leads there with what was typed. */
const keepTyped = (typed: string): void => {
  const carry = (address: string): string => {
    const url = new URL(address);
    if (typed) url.searchParams.set('q', typed);
    else url.searchParams.delete('q');
    return url.href;
  };
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-keeps-filter]')) {
    link.href = carry(link.href);
  }
  history.replaceState(history.state, '', carry(location.href));
};

const filter = (typed: string): void => {
  const wanted = folded(typed);
  for (const { row, name } of rows) row.hidden = !name.includes(wanted);
  for (const status of document.querySelectorAll<HTMLElement>('[data-words]')) {
    const table = document.getElementById(status.dataset['of'] ?? '');
    const own = rows.filter(({ row }) => table?.contains(row));
    const shown = own.filter(({ row }) => !row.hidden);
    status.textContent = (status.dataset['words'] ?? '')
      .replace('{shown}', String(shown.length))
      .replace('{all}', String(own.length));
  }
};

const input = document.querySelector<HTMLInputElement>('form[data-filter] input[name=q]');
input?.addEventListener('input', () => filter(input.value));
input?.addEventListener('change', () => keepTyped(input.value.trim()));
/** A page that the browser kept has its field as it was left, and its rows as they were sent. */
addEventListener('pageshow', () => {
  if (input) filter(input.value);
});
