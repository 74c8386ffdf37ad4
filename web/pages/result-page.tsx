import type { Week } from '../../functions/domain/iso-week.ts';
import type { CommunePromise } from '../../functions/domain/promise.ts';
import { type RatingCounts, sum } from '../../functions/domain/tally.ts';
import {
  type Commune,
  communePolice,
  type Province,
  provincePolice,
  provinceTitle,
} from '../../functions/domain/unit.ts';
import { HowComputed } from '../components/how-computed.tsx';
import { KeptPromises } from '../components/kept-promises.tsx';
import { bestFirst } from '../components/rating-buttons.tsx';
import { Period, type ShownPeriod } from '../components/shown-period.tsx';
import { Layout, type Site } from '../layout.tsx';
import { localHref } from '../local-href.ts';
import { resultStyle } from '../styles/result-style.ts';
import { count, dateRange, weekRange } from '../texts/numbers.ts';

interface OpenWeekCounts {
  week: Week;
  ratings: RatingCounts;
}

interface Props {
  site: Site;
  commune: Commune;
  province: Pick<Province, 'code' | 'name'>;
  measure: {
    /** The last block of weeks. */
    latest: ShownPeriod;
    /** The window of 13 weeks. */
    quarter: ShownPeriod;
  };
  /** What the commune wants everybody to know that it has done. */
  promises?: readonly CommunePromise[];
  /** With sample data only: a number that moves during the day names the person who moved it. */
  open?: OpenWeekCounts;
}

const OpenWeek = ({ site, commune, open }: { site: Site; commune: Commune; open: OpenWeekCounts }) => {
  const { t, language, demo } = site;
  const href = demo?.aggregateHref?.(commune.code);
  return (
    <section class="open" aria-labelledby="open-week">
      <h2 id="open-week">{t.result.openTitle}</h2>
      <p>
        {weekRange(open.week, open.week, t)} ({dateRange(open.week, open.week)}):{' '}
        <b>{t.result.answers(count(sum(open.ratings), language))}</b>
      </p>
      <table>
        <caption>{t.result.openCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.result.openRating}</th>
            <th scope="col">{t.result.openCount}</th>
          </tr>
        </thead>
        <tbody>
          {bestFirst.map((rating) => (
            <tr>
              <th scope="row">{t.ratings[rating]}</th>
              <td>{count(open.ratings[rating - 1] ?? 0, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t.result.openHint}</p>
      {href ? (
        <a class="go" href={localHref(site, href)}>
          {t.result.aggregate}
        </a>
      ) : null}
    </section>
  );
};

/** What everybody may know of one commune. */
export const ResultPage = ({ site, commune, province, measure, promises = [], open }: Props) => {
  const { t } = site;
  const title = t.result.title(communePolice(commune));
  return (
    <Layout site={site} title={title} style={resultStyle}>
      <h1>{title}</h1>
      <p lang="vi">{provinceTitle(province)}</p>
      <Period site={site} id="latest" title={t.result.latest} period={measure.latest} />
      <Period site={site} id="quarter" title={t.result.quarter} period={measure.quarter} />
      {open ? <OpenWeek site={site} commune={commune} open={open} /> : null}
      <KeptPromises t={t} promises={promises} />
      <HowComputed t={t} />
      <p>
        <a href={localHref(site, `/p/${province.code}`)}>{t.result.toProvince(provincePolice(province))}</a>
      </p>
    </Layout>
  );
};
