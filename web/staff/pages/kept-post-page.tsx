import type { Site } from '../../layout.tsx';
import { CsrfField, type Staff, StaffLayout } from '../layout.tsx';
import { plainStyle } from '../styles/staff-styles.ts';
import { keptPost } from '../texts/sign-in.ts';

export type KeptReason = 'signedOut' | 'signedInAgain' | 'busy';

/** What forms carry that nobody has typed. */
const technical = ['seen', 'id', 'code'];

interface Props {
  site: Pick<Site, 'demo'>;
  /** Nobody when the session is over. */
  staff: Staff | undefined;
  reason: KeptReason;
  action: string;
  fields: readonly (readonly [name: string, value: string])[];
  hasFiles: boolean;
}

/** What was typed into a form that could not be taken, to be sent again. */
export const KeptPostPage = ({ site, staff, reason, action, fields, hasFiles }: Props) => {
  const t = keptPost[reason];
  const typed = fields.filter(([name, value]) => !technical.includes(name) && value.trim() !== '');
  return (
    <StaffLayout site={site} staff={staff} title={t.title} style={plainStyle}>
      <h1>{t.title}</h1>
      <p>{t.text}</p>
      {staff ? null : (
        <div class="field">
          <a class="go" href="/dashboard/sign-in?return=/dashboard/signed-in" target="_blank" rel="noopener">
            {keptPost.signIn}
          </a>
        </div>
      )}
      <form method="post" action={action}>
        {staff ? <CsrfField staff={staff} /> : null}
        {fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <p>
          <button class="go" type="submit">
            {keptPost.sendAgain}
          </button>
        </p>
      </form>
      {hasFiles ? <p class="problem">{keptPost.files}</p> : null}
      {typed.length > 0 ? (
        <section class="card">
          <h2>{keptPost.typed}</h2>
          <ul>
            {typed.map(([, value]) => (
              <li class="lines">{value}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </StaffLayout>
  );
};
