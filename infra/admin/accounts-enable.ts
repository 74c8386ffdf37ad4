import type { Command } from 'commander';
import { settleAccount } from '../../functions/dashboard/new-account.ts';
import { secondsOf } from '../../functions/domain/session-life.ts';
import { accountStore } from '../../functions/store/account-store.ts';
import { accountLine } from './account-line.ts';
import { printJson } from './output.ts';
import { findAccount, withAccounts } from './with-accounts.ts';

const setting = (accounts: Command, name: 'enable' | 'disable', description: string): void => {
  const isEnabled = name === 'enable';
  accounts
    .command(name)
    .description(description)
    .argument('<email>')
    .action(async (email: string, _: unknown, command: Command) => {
      await withAccounts(command, async (all) => {
        const { provider, now } = all;
        const identity = await findAccount(all, email);
        const deps = { accounts: accountStore(all.table), now };
        const ended = !isEnabled && { endedAt: secondsOf(now()) };
        const change = { grants: identity.grants, isEnabled, ...ended };
        // Out first, in last: whatever fails in between leaves the door shut.
        if (!isEnabled) await settleAccount(deps, identity.subject, change);
        await provider.setEnabled(identity.subject, isEnabled);
        if (isEnabled) await settleAccount(deps, identity.subject, change);
        printJson(accountLine({ ...identity, isEnabled }));
      });
    });
};

/** `accounts disable` and `accounts enable`. */
export const accountsEnable = (accounts: Command): void => {
  setting(accounts, 'disable', 'let somebody in no more; what they have open ends at once');
  setting(accounts, 'enable', 'let somebody sign in again');
};
