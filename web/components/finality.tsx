import type { ShownFinality, UpdatedWeeks } from '../../functions/domain/measure/shown-finality.ts';
import type { Site } from '../layout.tsx';
import { weekRange, writtenDay } from '../texts/numbers.ts';

interface Props {
  site: Site;
  finality: ShownFinality;
}

/** That late answers may still change the numbers. */
export const Provisional = ({ site: { t }, finality: { provisional } }: Props) =>
  provisional ? (
    <p class="final">{t.finality.provisional(weekRange(provisional.from, provisional.to, t))}</p>
  ) : null;

/** That closed weeks were counted again and have changed: which, and on what day. */
export const Updated = ({ site: { t }, finality: { updated } }: Props) => {
  const inWords = ({ from, to, on }: UpdatedWeeks): string =>
    t.finality.recounted(weekRange(from, to, t), writtenDay(on));
  return updated.length > 0 ? (
    <p class="final">{t.finality.updated(updated.map(inWords).join('; '))}</p>
  ) : null;
};
