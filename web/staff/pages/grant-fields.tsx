import { groupOf } from '../../../functions/domain/account.ts';
import { communePolice, type Province } from '../../../functions/domain/unit.ts';
import type { Problem } from '../../components/problems.tsx';
import { type Option, Select } from '../components/fields.tsx';
import { accounts } from '../texts/accounts.ts';
import { frame } from '../texts/frame.ts';

const t = accounts.form;

export const grantField = (index: number): string => `grant-${index}`;

const { compare } = new Intl.Collator('vi');

/** Everything that a province may give, chiefs by the names of their communes so that typing finds one. */
const grantOptions = ({ code, communes }: Province): Option[] => [
  [groupOf({ role: 'province-admin', province: code }), frame.roles['province-admin']],
  [groupOf({ role: 'province-reader', province: code }), frame.roles['province-reader']],
  ...communes
    .toSorted((a, b) => compare(a.name, b.name))
    .map(
      (commune): Option => [
        groupOf({ role: 'commune-chief', commune: commune.code }),
        t.chief(`${commune.name} (${commune.kind.toLowerCase()})`),
      ],
    ),
];

/** At least so many fields, and always an empty one. */
const fewestFields = 2;

/** One field for each role in a unit, and an empty one to give another. */
export const GrantFields = ({
  province,
  chosen,
  problems,
}: {
  province: Province;
  chosen: readonly string[];
  problems: readonly Problem[];
}) => {
  const options = grantOptions(province);
  const count = Math.max(fewestFields, chosen.filter((group) => group !== '').length + 1, chosen.length);
  return (
    <>
      {Array.from({ length: count }, (_, index) => (
        <Select
          field={grantField(index)}
          name="grant"
          label={t.grant(index + 1)}
          hint={t.grantHint}
          value={chosen[index]}
          isOptional
          options={options}
          problems={problems}
        />
      ))}
    </>
  );
};

/** 'Chỉ huy cấp xã – Công an phường Thành Sen'. */
export const grantWords = (
  group: string,
  { code, communes }: Pick<Province, 'code' | 'communes'>,
): string => {
  const [role = '', unit = ''] = group.split(':');
  const words = Object.entries(frame.roles).find(([name]) => name === role)?.[1] ?? role;
  const commune = communes.find((each) => each.code === unit);
  return commune && unit !== code ? `${words} – ${communePolice(commune)}` : words;
};
