import type { Command } from 'commander';
import { settleAccount } from '../../functions/accounts/add-account.ts';
import { secondsOf } from '../../functions/domain/session-life.ts';
import { accountStore } from '../../functions/store/account-store.ts';
import { printJson } from './output.ts';
import { Refused } from './refusal.ts';
import { findAccount, withAccounts } from './with-accounts.ts';

/** `accounts password`: a new one, to be replaced at the next sign-in, for who has forgotten theirs. */
export const accountsPassword = (accounts: Command): void => {
  accounts
    .command('password')
    .description(
      'make a new password on this machine, good for one sign-in; what is open under the old one ends',
    )
    .argument('<email>')
    .action(async (email: string, _: unknown, command: Command) => {
      await withAccounts(command, async (all) => {
        const { subject, grants } = await findAccount(all, email);
        if (!all.newPassword)
          throw new Refused(
            'on a stage people get a new password by mail: "Forgot your password?" where they sign in',
          );
        const password = await all.newPassword(subject);
        const deps = { accounts: accountStore(all.table), now: all.now };
        await settleAccount(deps, subject, { grants, endedAt: secondsOf(all.now()) });
        printJson({ email, password });
      });
    });
};
