import type { Command } from 'commander';
import { accountLine } from './account-line.ts';
import { alignColumns } from './align-columns.ts';
import { print, printJson } from './output.ts';
import { withAccounts } from './with-accounts.ts';

/** `accounts list`: who may sign in. */
export const accountsList = (accounts: Command): void => {
  accounts
    .command('list')
    .description('show who may sign in, and what they hold')
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: boolean }, command: Command) => {
      await withAccounts(command, async (stage) => {
        const lines = (await stage.all()).map(accountLine);
        if (json) printJson(lines);
        else
          print(
            alignColumns(lines.map((line) => [line.email, line.status, line.grants.join(' '), line.name])),
          );
      });
    });
};
