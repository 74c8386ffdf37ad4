import type { Child } from 'hono/jsx';
import {
  isFound,
  type ListedCommune,
  type ListQuery,
  type ListSort,
  usualOrder,
} from '../../../functions/domain/commune-list.ts';
import type { Week } from '../../../functions/domain/iso-week.ts';
import type { ProvinceCode } from '../../../functions/domain/unit.ts';
import { bare, percent, range, whole } from '../../charts/texts.ts';
import { UnitLink } from '../components/unit-link.tsx';
import { listHref } from '../list-href.ts';
import { points } from '../texts/points.ts';
import { province as t } from '../texts/province.ts';
import { Filter } from './province-filter.tsx';

export interface ListProps {
  province: ProvinceCode;
  at: Week;
  query: ListQuery;
  /** Those that are wanted, in the order that is asked for. */
  communes: readonly ListedCommune[];
  /** How many the province has. */
  communeCount: number;
}

type ColumnName = keyof typeof t.list.columns;

interface HeadProps extends ListProps {
  name: ColumnName;
  sort?: ListSort;
  isText?: boolean;
}

const HeadCell = ({ name, sort, isText, query, province, at }: HeadProps) => {
  const words = t.list.columns[name];
  if (!sort) {
    return (
      <th scope="col" class={isText ? 'text' : undefined}>
        {words}
      </th>
    );
  }
  const isSorted = query.sort === sort;
  const turned = query.order === 'asc' ? 'desc' : 'asc';
  const order = isSorted ? turned : usualOrder[sort];
  return (
    <th scope="col" aria-sort={isSorted ? (query.order === 'asc' ? 'ascending' : 'descending') : undefined}>
      <a href={listHref(province, at, { ...query, sort, order })} data-keeps-filter>
        {words}
      </a>
    </th>
  );
};

interface FigureProps {
  name: ColumnName;
  /** Null for what may not be shown or is not there. */
  text: string | null;
  isText?: boolean;
  children?: Child;
}

/** One cell. Where cells stand one after another, one without a figure is left out. */
const Figure = ({ name, text, isText, children }: FigureProps) => (
  <td
    class={[...(isText ? ['text'] : []), ...(text === null ? ['void'] : [])].join(' ') || undefined}
    data-label={t.list.columns[name]}
  >
    {text ?? '–'}
    {children}
  </td>
);

const Rate = ({ row, hasShrunken }: Pick<ListedCommune, 'row'> & { hasShrunken: boolean }) => {
  const { rated, satisfactionRate, low, high, shrunken } = row;
  const width = hasShrunken ? 3 : 2;
  if (satisfactionRate === null || low === null || high === null) {
    return (
      <td class="none" colspan={width} data-label={t.list.columns.rate}>
        {rated === null ? t.list.few : t.list.countOnly}
      </td>
    );
  }
  return (
    <>
      <td data-label={t.list.columns.rate}>
        <b>{percent(satisfactionRate)}</b>
      </td>
      <Figure name="interval" text={range({ low, high })} />
      {hasShrunken ? <Figure name="shrunken" text={shrunken === null ? null : bare(shrunken)} /> : null}
    </>
  );
};

const Row = ({
  commune,
  at,
  query,
  hasShrunken,
}: ListProps & { commune: ListedCommune; hasShrunken: boolean }) => {
  const { unit, phase, row, mark } = commune;
  const { rated, unhappy, responseRate, band, gap, alert, trend } = row;
  const standing =
    band === null || band === 'none' || gap === null ? null : `${t.list.bands[band]} ${points(gap)}`;
  return (
    <tr hidden={!isFound(commune, query)}>
      <th scope="row">
        <UnitLink unit={unit} week={at} />
      </th>
      <Figure name="phase" text={phase === undefined ? null : String(phase)} />
      <Figure name="answers" text={rated === null ? null : whole(rated)} />
      <Rate row={row} hasShrunken={hasShrunken} />
      <Figure name="unhappy" text={unhappy === null ? null : whole(unhappy)} />
      <Figure name="response" text={responseRate === null ? null : percent(responseRate)}>
        {mark ? <b class="mark"> {t.list.marks[mark]}</b> : null}
      </Figure>
      <Figure name="band" text={standing} isText>
        {alert ? <b class={`mark ${band}`}> {t.list.alerts[band === 'above' ? 'above' : 'below']}</b> : null}
      </Figure>
      <Figure name="trend" text={trend === null ? null : t.list.trends[trend]} isText />
    </tr>
  );
};

/** Every commune that is wanted. By name unless somebody sorts it, and then it says what the order is not. */
export const CommuneList = (props: ListProps) => {
  const { query, communes, communeCount } = props;
  const hasShrunken = query.sort === 'rate';
  const shown = communes.filter((commune) => isFound(commune, query)).length;
  const words = t.list.words.replace('{shown}', whole(shown)).replace('{all}', whole(communes.length));
  return (
    <section aria-labelledby="communes">
      <h2 id="communes">{t.list.title}</h2>
      <Filter {...props} />
      <p>
        {communes.length < communeCount ? t.list.filtered(whole(communes.length), whole(communeCount)) : ''}{' '}
        <span role="status" data-words={t.list.words} data-of="list">
          {words}
        </span>{' '}
        {query.sort === 'name' ? t.list.byName : t.list.sorted(t.list.sorts[query.sort])}
      </p>
      {hasShrunken ? <p class="note">{t.list.sortedByRate}</p> : null}
      {communes.length === 0 ? (
        <p>{t.list.none}</p>
      ) : (
        <table class="rows" id="list" data-filtered>
          <caption>{t.list.caption}</caption>
          <thead>
            <tr>
              <HeadCell {...props} name="unit" sort="name" />
              <HeadCell {...props} name="phase" />
              <HeadCell {...props} name="answers" sort="answers" />
              <HeadCell {...props} name="rate" sort="rate" />
              <HeadCell {...props} name="interval" />
              {hasShrunken ? <HeadCell {...props} name="shrunken" /> : null}
              <HeadCell {...props} name="unhappy" sort="unhappy" />
              <HeadCell {...props} name="response" sort="response" />
              <HeadCell {...props} name="band" isText />
              <HeadCell {...props} name="trend" isText />
            </tr>
          </thead>
          <tbody>
            {communes.map((commune) => (
              <Row {...props} commune={commune} hasShrunken={hasShrunken} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};
