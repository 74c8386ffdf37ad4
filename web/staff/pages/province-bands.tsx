import type { ListedCommune } from '../../../functions/domain/commune-list.ts';
import type { Week } from '../../../functions/domain/iso-week.ts';
import type { ShownProvincePage } from '../../../functions/domain/measure/shown-province-page.ts';
import { FunnelPlot } from '../../charts/funnel-plot.tsx';
import { whole } from '../../charts/texts.ts';
import { UnitLink } from '../components/unit-link.tsx';
import { points } from '../texts/points.ts';
import { province as t } from '../texts/province.ts';

type Band = 'below' | 'above' | 'same';

interface BandProps {
  band: Band;
  at: Week;
  communes: readonly ListedCommune[];
}

const Entry = ({ at, commune: { unit, row } }: { at: Week; commune: ListedCommune }) => (
  <li>
    <UnitLink unit={unit} week={at} />{' '}
    <span class="figure">
      {row.gap === null ? null : points(row.gap)} <span class="note">n = {whole(row.rated ?? 0)}</span>
      {row.alert && row.band === 'below' ? <b class="tag">{t.bands.alert}</b> : null}
      {row.alert && row.band === 'above' ? <b class="tag good">{t.bands.praise}</b> : null}
    </span>
  </li>
);

const BandList = ({ band, at, communes }: BandProps) => {
  const own = communes.filter(({ row }) => row.band === band);
  return (
    <section class={`band ${band}`} aria-labelledby={`band-${band}`}>
      <h3 id={`band-${band}`}>
        {t.bands[band]}: {whole(own.length)}
      </h3>
      {own.length === 0 ? (
        <p>{t.bands.empty}</p>
      ) : (
        <ul class="names">
          {own.map((commune) => (
            <Entry at={at} commune={commune} />
          ))}
        </ul>
      )}
    </section>
  );
};

interface Props {
  at: Week;
  page: Pick<ShownProvincePage, 'signals' | 'funnel'>;
  /** By name. */
  communes: readonly ListedCommune[];
}

/** Who is below, above and like the province. Nobody is before anybody else: the lists are by name. */
export const Bands = ({ at, page: { signals, funnel }, communes }: Props) => (
  <section aria-labelledby="bands">
    <h2 id="bands">{t.bands.title}</h2>
    {!funnel || signals.comparedCount === 0 ? (
      <p>{funnel ? t.verdict.nobody : t.verdict.none}</p>
    ) : (
      <>
        <p>{t.bands.note(signals.comparedCount)}</p>
        <div class="board">
          <FunnelPlot
            id="funnel"
            title={t.funnel.title}
            level={funnel.level}
            levelText={t.funnel.level}
            points={funnel.points}
            curve={funnel.curve}
          />
          <div class="apart">
            <BandList band="below" at={at} communes={communes} />
            <BandList band="above" at={at} communes={communes} />
            {communes.some(({ row }) => row.alert) ? <p class="note">{t.bands.alertNote}</p> : null}
          </div>
        </div>
        <BandList band="same" at={at} communes={communes} />
      </>
    )}
  </section>
);
