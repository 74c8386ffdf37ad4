import {
  kindFilters,
  type ListQuery,
  listOrders,
  listSorts,
  phaseFilters,
  responseFilters,
  usualOrder,
} from '../../../functions/domain/commune-list.ts';
import type { Week } from '../../../functions/domain/iso-week.ts';
import type { ProvinceCode } from '../../../functions/domain/unit.ts';
import { provincePath } from '../province-nav.ts';
import { province as t } from '../texts/province.ts';

interface ChoiceProps<T extends string> {
  name: keyof ListQuery;
  label: string;
  values: readonly T[];
  words: Readonly<Record<T, string>>;
  chosen: T | undefined;
  /** What stands for no choice; without it there always is one. */
  any?: string;
}

const Choice = <T extends string>({ name, label, values, words, chosen, any }: ChoiceProps<T>) => (
  <div>
    <label for={`list-${name}`}>{label}</label>
    <select id={`list-${name}`} name={name}>
      {any === undefined ? null : <option value="">{any}</option>}
      {values.map((value) => (
        <option value={value} selected={value === chosen}>
          {words[value]}
        </option>
      ))}
    </select>
  </div>
);

interface Props {
  province: ProvinceCode;
  at: Week;
  query: ListQuery;
}

/** What the list is narrowed to and how it is ordered: all of it combines. A script filters by name while one types. */
export const Filter = ({ province, at, query }: Props) => (
  <form class="filter no-print" method="get" action={`${provincePath(province)}#communes`} data-filter>
    <input type="hidden" name="week" value={at} />
    <div>
      <label for="list-q">{t.list.search}</label>
      <input
        type="search"
        id="list-q"
        name="q"
        value={query.q}
        autocomplete="off"
        aria-describedby="hint-q"
      />
      <p class="note" id="hint-q">
        {t.list.searchHint}
      </p>
    </div>
    <Choice
      name="phase"
      label={t.list.phase}
      values={phaseFilters}
      words={t.list.phases}
      chosen={query.phase}
      any={t.list.any}
    />
    <Choice
      name="kind"
      label={t.list.kind}
      values={kindFilters}
      words={t.list.kinds}
      chosen={query.kind}
      any={t.list.any}
    />
    <Choice
      name="response"
      label={t.list.response}
      values={responseFilters}
      words={t.list.responses}
      chosen={query.response}
      any={t.list.any}
    />
    <Choice name="sort" label={t.list.sort} values={listSorts} words={t.list.sorts} chosen={query.sort} />
    <Choice
      name="order"
      label={t.list.order}
      values={listOrders}
      words={t.list.orders}
      chosen={query.order === usualOrder[query.sort] ? undefined : query.order}
      any={t.list.usualOrder}
    />
    <div class="deeds">
      <button class="go" type="submit">
        {t.list.submit}
      </button>
      <a href={`${provincePath(province)}?week=${at}#communes`}>{t.list.reset}</a>
    </div>
  </form>
);
