import type { Site } from '../../layout.tsx';
import { type Staff, StaffLayout } from '../layout.tsx';
import { plainStyle } from '../styles/staff-styles.ts';

interface Props {
  site: Pick<Site, 'demo'>;
  staff: Staff | undefined;
  title: string;
  text: string;
}

/** One thing to say, and what to do next. */
export const StaffMessagePage = ({ site, staff, title, text }: Props) => (
  <StaffLayout site={site} staff={staff} title={title} style={plainStyle}>
    <h1>{title}</h1>
    <p>{text}</p>
  </StaffLayout>
);
