import {
  type Commune,
  communePolice,
  type Province,
  provincePolice,
} from '../../../functions/domain/unit.ts';
import type { Site } from '../../layout.tsx';
import { type Staff, StaffLayout } from '../layout.tsx';
import { plainStyle } from '../styles/staff-styles.ts';
import { frame } from '../texts/frame.ts';

interface Props {
  site: Pick<Site, 'demo'>;
  staff: Staff;
  provinces: readonly Pick<Province, 'code' | 'name'>[];
  communes: readonly Commune[];
}

/** The units that a person looks after. */
export const StaffHomePage = ({ site, staff, provinces, communes }: Props) => (
  <StaffLayout site={site} staff={staff} title={frame.choose} style={plainStyle}>
    <h1>{frame.choose}</h1>
    {provinces.length + communes.length === 0 ? <p>{frame.noUnits}</p> : null}
    {provinces.length > 0 ? <h2>{frame.provinces}</h2> : null}
    <ul>
      {provinces.map((province) => (
        <li>
          <a href={`/dashboard/province/${province.code}`}>{provincePolice(province)}</a>
        </li>
      ))}
    </ul>
    {communes.length > 0 ? <h2>{frame.communes}</h2> : null}
    <ul>
      {communes.map((commune) => (
        <li>
          <a href={`/dashboard/commune/${commune.code}`}>{communePolice(commune)}</a>
        </li>
      ))}
    </ul>
  </StaffLayout>
);
