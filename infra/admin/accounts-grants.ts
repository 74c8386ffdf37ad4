import type { Command } from 'commander';
import * as z from 'zod/mini';
import { enlistAccount } from '../../functions/dashboard/enlist-account.ts';
import { settleAccount } from '../../functions/dashboard/new-account.ts';
import { accountStore } from '../../functions/store/account-store.ts';
import { accountLine } from './account-line.ts';
import { readGrant } from './grant-input.ts';
import { printJson } from './output.ts';
import { findAccount, withAccounts } from './with-accounts.ts';

const Options = z.object({ role: z.string(), unit: z.optional(z.string()) });

const changing = (accounts: Command, name: 'give' | 'take', description: string): void => {
  accounts
    .command(name)
    .description(description)
    .argument('<email>')
    .requiredOption('--role <role>', 'operator, province-admin, province-reader or commune-chief')
    .option('--unit <code>', 'of the province or commune; not for an operator')
    .action(async (email: string, options: unknown, command: Command) => {
      const asked = Options.parse(options);
      await withAccounts(command, async (all) => {
        const { provider, units, now } = all;
        const grant = await readGrant(units, asked);
        const { subject } = await findAccount(all, email);
        await (name === 'give' ? provider.give(subject, [grant]) : provider.take(subject, [grant]));
        const identity = await findAccount(all, email);
        const deps = { accounts: accountStore(all.table), units, now };
        await enlistAccount(deps, identity);
        await settleAccount(deps, subject, { grants: identity.grants });
        printJson(accountLine(identity));
      });
    });
};

/** `accounts give` and `accounts take`: what an account holds beside what it has; it holds from the next click on. */
export const accountsGrants = (accounts: Command): void => {
  changing(accounts, 'give', 'give an account one more role in a unit');
  changing(accounts, 'take', 'take a role in a unit away from an account');
};
