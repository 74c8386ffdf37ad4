import type { Day } from '../../../functions/domain/day.ts';
import type { ShownEffect } from '../../../functions/domain/measure/shown-promise.ts';
import { type CommunePromise, promiseState } from '../../../functions/domain/promise.ts';
import { firstCharacters } from '../../../functions/domain/text-length.ts';
import { type Commune, communePolice } from '../../../functions/domain/unit.ts';
import type { Site } from '../../layout.tsx';
import { criterionNames } from '../../texts/criterion-names.ts';
import { communeNav, communePath } from '../commune-nav.ts';
import { Done } from '../components/form-messages.tsx';
import { PromiseEffect } from '../components/promise-effect.tsx';
import { type Staff, StaffLayout } from '../layout.tsx';
import { stateInWords } from '../promise-words.ts';
import { formStyle } from '../styles/staff-styles.ts';
import { promises as t } from '../texts/promises.ts';

interface Props {
  site: Pick<Site, 'demo'>;
  staff: Staff;
  commune: Commune;
  /** In the order in which they are shown. */
  promises: readonly { promise: CommunePromise; effect: ShownEffect }[];
  today: Day;
  mayWrite: boolean;
  done?: string | undefined;
}

const Card = ({
  entry: { promise, effect },
  today,
  href,
}: {
  entry: Props['promises'][number];
  today: Day;
  href: string | undefined;
}) => {
  const state = promiseState(promise, today);
  return (
    <li class="card">
      <p class="lines">
        <b>{promise.text}</b>
      </p>
      <p class={state === 'overdue' ? 'problem' : 'note'}>
        {stateInWords(promise, today)}
        {promise.isShown ? ` · ${t.shownToAll}` : ''}
      </p>
      <p>
        {t.about}: {criterionNames[promise.criterion]}
      </p>
      <PromiseEffect effect={effect} isDone={state === 'done'} />
      {href ? (
        <p class="no-print">
          <a href={href} aria-label={`${t.form.change}: ${firstCharacters(promise.text, 60)}`}>
            {t.form.change}
          </a>
        </p>
      ) : null}
    </li>
  );
};

/** What a commune has promised, and what became of it. */
export const PromisesPage = ({ site, staff, commune, promises, today, mayWrite, done }: Props) => {
  const base = communePath(commune.code, 'promises');
  const hasDone = promises.some(({ promise }) => promise.doneOn !== undefined);
  return (
    <StaffLayout
      site={site}
      staff={staff}
      title={`${t.title}: ${communePolice(commune)}`}
      style={formStyle}
      nav={communeNav(commune.code, 'promises')}
    >
      <h1>
        {t.title}: {communePolice(commune)}
      </h1>
      <Done text={done} />
      {mayWrite ? <p>{t.intro}</p> : null}
      <p class="deeds no-print">
        {mayWrite ? (
          <a class="go" href={`${base}/new`}>
            {t.add}
          </a>
        ) : null}
        {hasDone ? <a href={`${base}/print`}>{t.print}</a> : null}
      </p>
      {promises.length === 0 ? (
        <p>{mayWrite ? t.none : t.noneReader}</p>
      ) : (
        <>
          <ul class="cards">
            {promises.map((entry) => (
              <Card entry={entry} today={today} href={mayWrite ? `${base}/${entry.promise.id}` : undefined} />
            ))}
          </ul>
          <p class="note">{t.effect.note}</p>
        </>
      )}
    </StaffLayout>
  );
};
