import type { Week } from '../../../functions/domain/iso-week.ts';
import {
  type Commune,
  communePolice,
  type Province,
  provincePolice,
} from '../../../functions/domain/unit.ts';
import type { WeekStatus } from '../../../functions/domain/week-life.ts';
import { dateRange, weekRange } from '../../texts/numbers.ts';
import { vi } from '../../texts/vi.ts';
import { communeTexts } from '../texts/commune.ts';

const t = communeTexts.sheet;

interface Props {
  commune: Commune;
  province: Pick<Province, 'name'>;
  at: Week;
  status: WeekStatus;
}

/** How the printed page begins: whose it is, what it is and of which week. */
export const SheetHead = ({ commune, province, at, status }: Props) => {
  const week = weekRange(at, at, vi);
  return (
    <div class="print-only sheet-head">
      <div class="letterhead">
        <p>
          {provincePolice(province)} <b>{communePolice(commune)}</b>
        </p>
        <p class="place">{t.place(commune.name)}</p>
      </div>
      <p class="sheet-title">{t.title}</p>
      <p class="sheet-period">
        {t.period(week.charAt(0).toUpperCase() + week.slice(1), dateRange(at, at).replace('–', 'đến'))}
        {status === 'closed' ? null : <b> – {t.status[status]}</b>}
      </p>
    </div>
  );
};

/** How it ends: where it comes from, and room for two signatures. */
export const SheetFoot = ({ commune }: Pick<Props, 'commune'>) => (
  <div class="print-only sheet-foot">
    <p class="source">{t.source}</p>
    <div class="signatures">
      <p>
        <b>{t.prepared}</b> {t.sign}
      </p>
      <p>
        <b>{t.chief(commune.kind.toLowerCase())}</b> {t.sign}
      </p>
    </div>
  </div>
);
