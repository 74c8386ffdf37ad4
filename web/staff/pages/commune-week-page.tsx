import { addWeeks, type Week } from '../../../functions/domain/iso-week.ts';
import type { Audience } from '../../../functions/domain/measure/audience.ts';
import type { ShownCommuneWeek } from '../../../functions/domain/measure/shown-commune-week.ts';
import { type Commune, communePolice, type Province } from '../../../functions/domain/unit.ts';
import type { WeekStatus } from '../../../functions/domain/week-life.ts';
import { percent, shortWeeks, whole } from '../../charts/texts.ts';
import type { Site } from '../../layout.tsx';
import { communeNav, communePath } from '../commune-nav.ts';
import { type Staff, StaffLayout } from '../layout.tsx';
import { communeStyle } from '../styles/staff-styles.ts';
import { communeTexts as t } from '../texts/commune.ts';
import {
  flagsSentence,
  leadSentence,
  movedSentence,
  standingSentence,
  updatedSentence,
  waitingSentence,
} from '../texts/commune-sentences.ts';
import { CommuneBreakdowns } from './commune-breakdowns.tsx';
import { CommuneControlChart, CommuneCriteria } from './commune-charts.tsx';
import { CommuneComments } from './commune-comments.tsx';
import { CommuneFacts } from './commune-facts.tsx';
import { CommuneFigures, CommuneVisits } from './commune-figures.tsx';
import { CommunePromises, type ShownPromise } from './commune-promises.tsx';
import { SheetFoot, SheetHead } from './commune-sheet.tsx';
import { WeekPicker } from './commune-week-picker.tsx';

interface Props {
  site: Pick<Site, 'demo'>;
  staff: Staff;
  commune: Commune;
  province: Pick<Province, 'code' | 'name'>;
  audience: Audience;
  shown: ShownCommuneWeek;
  at: Week;
  status: WeekStatus;
  /** The newest week that has ended. */
  newest: Week;
  previous?: Week | undefined;
  next?: Week | undefined;
  /** By code. */
  deskNames: ReadonlyMap<string, string>;
  promises: readonly ShownPromise[];
  may: { reportVisits: boolean; writePromises: boolean };
}

/** Weeks after those that the page speaks of, up to the asked one. */
const waitingSince = ({ latest, first }: ShownCommuneWeek, at: Week): Week | undefined => {
  if (first === null || latest.to === null || latest.to >= at) return undefined;
  return addWeeks(latest.to, 1);
};

/** A commune's week: how it stands in a sentence, the numbers that matter, then what they come from. */
export const CommuneWeekPage = ({ site, staff, commune, province, audience, shown, at, ...page }: Props) => {
  const { month, latest, quarter } = shown;
  const police = communePolice(commune);
  const waiting = waitingSentence(waitingSince(shown, at), at);
  const charts = { shown, at, newest: page.newest };
  return (
    <StaffLayout
      site={site}
      staff={staff}
      title={`${t.week} ${shortWeeks(at, at)} – ${police}`}
      style={communeStyle}
      nav={communeNav(commune.code, 'week')}
      wide
    >
      <SheetHead commune={commune} province={province} at={at} status={page.status} />
      <h1>{police}</h1>
      <WeekPicker
        commune={commune.code}
        at={at}
        status={page.status}
        previous={page.previous}
        next={page.next}
      />
      <div class="board">
        <section class="first" aria-label={t.figures.caption}>
          <p class="lead">{leadSentence(month, page.newest)}</p>
          {waiting ? <p class="note">{waiting}</p> : null}
          <CommuneFigures latest={latest} month={month} />
          <p class="moved">
            <b>{t.moved}:</b> {movedSentence(month.moved)}
          </p>
          <p class="standing">
            <b>{t.standing}:</b> {standingSentence(month, quarter.rated)}
          </p>
          {shown.finality.updated.length > 0 ? (
            <p class="note">{updatedSentence(shown.finality.updated)}</p>
          ) : null}
          <CommuneVisits
            month={month}
            isMissing={shown.isVisitsMissing}
            href={page.may.reportVisits ? communePath(commune.code, 'visits') : undefined}
          />
        </section>
        <CommuneControlChart {...charts} />
        <CommuneCriteria {...charts} />
        <CommuneBreakdowns breakdowns={month.breakdowns} deskNames={page.deskNames} />
        <div class="last">
          <CommunePromises
            promises={page.promises}
            href={communePath(commune.code, 'promises')}
            mayWrite={page.may.writePromises}
          />
          <section aria-labelledby="flags">
            <h2 id="flags">{t.flags.title}</h2>
            <p>{flagsSentence(month)}</p>
            {month.assisted.rated !== null && month.assisted.satisfactionRate !== null ? (
              <p>
                {t.flags.assisted}: {whole(month.assisted.rated)}, {percent(month.assisted.satisfactionRate)}.
              </p>
            ) : null}
            <p class="note no-print">{t.flags.meaning}</p>
          </section>
        </div>
        <CommuneComments blocks={shown.comments} audience={audience} />
        <CommuneFacts
          audience={audience}
          visits={shown.visits}
          timeliness={shown.timeliness}
          extraPayment={month.extraPayment}
          harassment={month.harassment}
        />
        <section class="no-print" aria-labelledby="how">
          <h2 id="how">{t.how.title}</h2>
          {t.how.sentences.map((sentence) => (
            <p class="note">{sentence}</p>
          ))}
        </section>
      </div>
      <SheetFoot commune={commune} />
    </StaffLayout>
  );
};
