import { type Switches, switchableProcedures } from '../../../functions/domain/commune-settings.ts';
import { type Criterion, criteria, type Procedure } from '../../../functions/domain/questionnaire.ts';
import type { Problem } from '../../components/problems.tsx';
import { vi } from '../../texts/vi.ts';
import { Checkbox, Checkboxes, Submit } from '../components/fields.tsx';
import { CsrfField, type Staff } from '../layout.tsx';
import { questionnaire as t } from '../texts/questionnaire.ts';

/** The form as it is filled in: what is on. */
export interface SwitchesTyped {
  criteria: readonly string[];
  procedures: readonly string[];
  isPublic: boolean;
}

export const switchesAsTyped = ({ criteriaOff, proceduresOff, isPublic }: Switches): SwitchesTyped => ({
  criteria: criteria.filter((criterion) => !criteriaOff.includes(criterion)),
  procedures: switchableProcedures.filter((procedure) => !proceduresOff.includes(procedure)),
  isPublic,
});

export const criterionNames = (chosen: readonly string[]): string =>
  criteria
    .filter((criterion) => chosen.includes(criterion))
    .map((criterion: Criterion) => vi.details.criteria[criterion])
    .join('; ');

export const procedureNames = (chosen: readonly string[]): string =>
  switchableProcedures
    .filter((procedure) => chosen.includes(procedure))
    .map((procedure: Procedure) => vi.details.procedures[procedure])
    .join('; ');

interface Props {
  staff: Staff;
  action: string;
  seen: number;
  typed: SwitchesTyped;
  problems: readonly Problem[];
  /** What the province has decided, for one of its communes. */
  province?: Switches;
}

const offNote = (names: string): { hint: string } | undefined =>
  names ? { hint: t.offInProvince(names) } : undefined;

/** Ticked is asked. */
export const SwitchesForm = ({ staff, action, seen, typed, problems, province }: Props) => (
  <form method="post" action={action}>
    <CsrfField staff={staff} />
    <input type="hidden" name="seen" value={seen} />
    <Checkboxes
      field="criteria"
      label={t.criteria}
      {...offNote(province ? criterionNames(province.criteriaOff) : '')}
      chosen={typed.criteria}
      options={criteria.map((criterion) => [criterion, vi.details.criteria[criterion]] as const)}
      problems={problems}
    />
    <Checkboxes
      field="procedures"
      label={t.procedures}
      hint={t.proceduresHint}
      chosen={typed.procedures}
      options={switchableProcedures.map(
        (procedure) => [procedure, vi.details.procedures[procedure]] as const,
      )}
      problems={problems}
    />
    {province && province.proceduresOff.length > 0 ? (
      <p class="note">{t.offInProvince(procedureNames(province.proceduresOff))}</p>
    ) : null}
    <Checkbox
      field="isPublic"
      label={t.isPublic}
      hint={province?.isPublic === false ? t.notPublicInProvince : t.isPublicHint}
      isChecked={typed.isPublic}
    />
    <Submit text={t.save} />
  </form>
);
