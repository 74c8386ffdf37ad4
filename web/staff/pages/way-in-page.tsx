import type { Site } from '../../layout.tsx';
import { StaffLayout } from '../layout.tsx';
import { plainStyle } from '../styles/staff-styles.ts';
import { signInTexts } from '../texts/sign-in.ts';

interface Props {
  site: Pick<Site, 'demo'>;
  title: string;
  text: string;
  /** Where to sign in. */
  href: string;
}

/** For people who are not signed in: why not, and the way in. */
export const WayInPage = ({ site, title, text, href }: Props) => (
  <StaffLayout site={site} staff={undefined} title={title} style={plainStyle}>
    <h1>{title}</h1>
    <p>{text}</p>
    <div class="field">
      <a class="go" href={href}>
        {signInTexts.signedOut.again}
      </a>
    </div>
  </StaffLayout>
);
