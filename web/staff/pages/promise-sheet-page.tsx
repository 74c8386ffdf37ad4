import type { CommunePromise } from '../../../functions/domain/promise.ts';
import {
  type Commune,
  communePolice,
  type Province,
  provincePolice,
} from '../../../functions/domain/unit.ts';
import type { Site } from '../../layout.tsx';
import { vi } from '../../texts/vi.ts';
import { communeNav, communePath } from '../commune-nav.ts';
import { Checkboxes, Select, Submit } from '../components/fields.tsx';
import { type Staff, StaffLayout } from '../layout.tsx';
import { sheetStyles } from '../styles/staff-styles.ts';
import { promises } from '../texts/promises.ts';

const t = promises.sheet;

export const sheetSizes = ['a5', 'a4'] as const;
export type SheetSize = (typeof sheetSizes)[number];

interface Props {
  site: Pick<Site, 'demo'>;
  staff: Staff;
  commune: Commune;
  province: Pick<Province, 'name'>;
  /** Kept promises to choose among, the latest first. */
  choices: readonly CommunePromise[];
  chosen: readonly CommunePromise[];
  size: SheetSize;
}

/** '2026-11-23' → '11/2026'. */
const monthOf = (day: string): string => day.slice(0, 7).split('-').toReversed().join('/');

const Sheet = ({ commune, province, chosen }: Pick<Props, 'commune' | 'province' | 'chosen'>) => (
  <article class="sheet">
    <p class="from">
      {provincePolice(province)}
      <br />
      <b>{communePolice(commune)}</b>
    </p>
    <h2>{t.title}</h2>
    <p>{t.intro}</p>
    <ul>
      {chosen.map(({ text, criterion, doneOn }) => (
        <li>
          <p class="lines">
            <b>{text}</b>
          </p>
          <p>
            {vi.details.criteria[criterion]}
            {doneOn ? `. ${t.doneIn(monthOf(doneOn))}.` : ''}
          </p>
        </li>
      ))}
    </ul>
    <p>{t.thanks}</p>
  </article>
);

/** "Ông/Bà góp ý – chúng tôi đã làm": what hangs at the desk, and the choice of what stands on it. */
export const PromiseSheetPage = ({ site, staff, commune, province, choices, chosen, size }: Props) => (
  <StaffLayout
    site={site}
    staff={staff}
    title={t.title}
    style={sheetStyles[size]}
    nav={communeNav(commune.code, 'promises')}
  >
    <div class="no-print">
      <h1>{promises.print}</h1>
      <p>
        <a href={communePath(commune.code, 'promises')}>{t.back}</a>
      </p>
      {choices.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <form method="get">
          <Checkboxes
            field="p"
            label={t.choose}
            chosen={chosen.map(({ id }) => id)}
            options={choices.map(({ id, text }) => [id, text] as const)}
            problems={[]}
          />
          <Select
            field="size"
            label={t.size}
            value={size}
            options={sheetSizes.map((each) => [each, t.sizes[each]] as const)}
            problems={[]}
          />
          <Submit text={t.show} />
          <p class="note">{t.hint}</p>
        </form>
      )}
    </div>
    {chosen.length > 0 ? <Sheet commune={commune} province={province} chosen={chosen} /> : null}
  </StaffLayout>
);
