import type { Desk } from '../../functions/domain/desk.ts';
import { communePolice, provincePolice } from '../../functions/domain/unit.ts';
import type { Texts } from '../texts/vi.ts';

/** Where official complaints go. No phone number but 113: those of the units are posted at the station. */
export const ComplaintChannels = ({ t: { complaints }, desk }: { t: Texts; desk?: Desk }) => (
  <section aria-labelledby="complaints">
    <h2 id="complaints">{complaints.title}</h2>
    <p>{complaints.separate}</p>
    <ul>
      <li>{desk ? complaints.commune(communePolice(desk.commune)) : complaints.communeAny}</li>
      <li>{desk ? complaints.province(provincePolice(desk.province)) : complaints.provinceAny}</li>
      <li>
        {complaints.portal}{' '}
        <a href="https://dichvucong.gov.vn/" rel="noreferrer">
          {complaints.portalName}
        </a>
      </li>
    </ul>
    <p>
      <b>{complaints.emergency}</b>
    </p>
  </section>
);
