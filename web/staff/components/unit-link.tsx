import type { Week } from '../../../functions/domain/iso-week.ts';
import type { Commune } from '../../../functions/domain/unit.ts';
import { communePath } from '../commune-nav.ts';

/** 'Phường Thành Sen', where a name stands by itself. */
export const unitName = ({ kind, name }: Pick<Commune, 'kind' | 'name'>): string => `${kind} ${name}`;

/** Leads to a commune's own page of the same week. */
export const UnitLink = ({ unit, week }: { unit: Commune; week: Week }) => (
  <a href={`${communePath(unit.code)}?week=${week}`}>{unitName(unit)}</a>
);
