import type { Desk } from '../../functions/domain/desk.ts';
import { communePolice, provinceTitle } from '../../functions/domain/unit.ts';

/** Whose desk this is. Names are Vietnamese in every language. */
export const DeskHeading = ({ desk }: { desk: Pick<Desk, 'name' | 'commune' | 'province'> }) => (
  <p class="desk" lang="vi">
    <b>
      {communePolice(desk.commune)}, <span>{provinceTitle(desk.province)}</span>
    </b>
    <br />
    {desk.name}
  </p>
);
