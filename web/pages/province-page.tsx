import type { WeekRange } from '../../functions/domain/measure/timeline.ts';
import {
  type Commune,
  communeTitle,
  type Province,
  provincePolice,
  provinceTitle,
} from '../../functions/domain/unit.ts';
import { Provisional, Updated } from '../components/finality.tsx';
import { HowComputed } from '../components/how-computed.tsx';
import { figuresOf, PeriodWeeks, type ShownPeriod } from '../components/shown-period.tsx';
import { Layout, type Site } from '../layout.tsx';
import { localHref } from '../local-href.ts';
import { resultStyle } from '../styles/result-style.ts';

interface CommuneRow {
  commune: Commune;
  measure: ShownPeriod;
}

interface Props {
  site: Site;
  province: Province;
  rows: readonly CommuneRow[];
}

/** On a narrow screen the cells stand below each other, each with its heading; it stays a table to a reader. */
const Row = ({ site, row: { commune, measure } }: { site: Site; row: CommuneRow }) => {
  const { t, language } = site;
  const figures = figuresOf(measure, language);
  return (
    <tr>
      <th scope="row">
        <a href={localHref(site, `/c/${commune.code}`)} lang="vi">
          {communeTitle(commune)}
        </a>
        {figures ? <PeriodWeeks site={site} period={measure} /> : null}
        <Updated site={site} finality={measure.finality} />
      </th>
      {figures ? (
        <>
          <td data-label={t.province.answers}>{figures.rated}</td>
          <td data-label={t.province.rate}>
            <b>{figures.rate}</b>
          </td>
          <td data-label={t.province.interval}>{t.province.range(figures.low, figures.high)}</td>
        </>
      ) : (
        <td class="none" colspan={3}>
          {t.result.tooFew}
        </td>
      )}
    </tr>
  );
};

/** The weeks that are provisional in any of them. */
const provisionalIn = (rows: readonly CommuneRow[]): WeekRange | null => {
  const ranges = rows.flatMap(({ measure: { finality } }) => finality.provisional ?? []);
  const [from, to] = [
    ranges.map((range) => range.from).toSorted()[0],
    ranges
      .map((range) => range.to)
      .toSorted()
      .at(-1),
  ];
  return from && to ? { from, to } : null;
};

/** The communes of a province by name: counts and intervals, no order of merit. */
export const ProvincePage = ({ site, province, rows }: Props) => {
  const { t } = site;
  const title = t.province.title(provincePolice(province));
  return (
    <Layout site={site} title={t.province.titleShort(provinceTitle(province))} style={resultStyle} wide>
      <h1>{title}</h1>
      <p>{t.province.noRanking}</p>
      <p>
        {t.province.window} {t.result.tooFewWhy}
      </p>
      <Provisional site={site} finality={{ provisional: provisionalIn(rows), updated: [] }} />
      {rows.length === 0 ? (
        <p>{t.province.empty}</p>
      ) : (
        <table class="rows">
          <thead>
            <tr>
              {[t.province.commune, t.province.answers, t.province.rate, t.province.interval].map(
                (heading) => (
                  <th scope="col">{heading}</th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row site={site} row={row} />
            ))}
          </tbody>
        </table>
      )}
      <HowComputed t={t} />
    </Layout>
  );
};
