import type { Command } from 'commander';
import { accountLine } from './account-line.ts';
import { changeAccount } from './change-account.ts';
import { printJson } from './output.ts';
import { withAccounts } from './with-accounts.ts';

const setting = (accounts: Command, name: 'enable' | 'disable', description: string): void => {
  const isEnabled = name === 'enable';
  accounts
    .command(name)
    .description(description)
    .argument('<email>')
    .action(async (email: string, _: unknown, command: Command) => {
      await withAccounts(command, async (all) => {
        const changed = await changeAccount(all, email, {
          of: ({ grants }) => ({ grants, isEnabled }),
          tell: ({ subject }) => all.provider.setEnabled(subject, isEnabled),
        });
        printJson(accountLine(changed));
      });
    });
};

/** `accounts disable` and `accounts enable`. */
export const accountsEnable = (accounts: Command): void => {
  setting(accounts, 'disable', 'let somebody in no more; what they have open ends at once');
  setting(accounts, 'enable', 'let somebody sign in again');
};
