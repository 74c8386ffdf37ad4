import type { Command } from 'commander';
import * as z from 'zod/mini';
import { type Grant, groupOf } from '../../functions/domain/account.ts';
import { accountLine } from './account-line.ts';
import { changeAccount } from './change-account.ts';
import { readGrant } from './grant-input.ts';
import { printJson } from './output.ts';
import { withAccounts } from './with-accounts.ts';

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
        const grant = await readGrant(all.units, asked);
        const others = (grants: readonly Grant[]) =>
          grants.filter((held) => groupOf(held) !== groupOf(grant));
        const changed = await changeAccount(all, email, {
          of: ({ grants, isEnabled }) => ({
            grants: name === 'give' ? [...others(grants), grant] : others(grants),
            isEnabled,
          }),
          tell: ({ subject }) =>
            name === 'give' ? all.provider.give(subject, [grant]) : all.provider.take(subject, [grant]),
        });
        printJson(accountLine(changed));
      });
    });
};

/** `accounts give` and `accounts take`: what an account holds beside what it has; it holds from the next click on. */
export const accountsGrants = (accounts: Command): void => {
  changing(accounts, 'give', 'give an account one more role in a unit');
  changing(accounts, 'take', 'take a role in a unit away from an account');
};
