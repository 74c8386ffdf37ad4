import type { Identity } from '../../functions/accounts/identity-provider.ts';
import { groupOf } from '../../functions/domain/account.ts';

/** An account as commands print it. */
export const accountLine = ({ email, name, isEnabled, grants }: Identity) => ({
  email,
  name,
  status: isEnabled ? 'enabled' : 'disabled',
  grants: grants.map(groupOf),
});
