import type { Command } from 'commander';
import * as z from 'zod/mini';
import { provincesOf } from '../../functions/accounts/account-provinces.ts';
import { addAccount } from '../../functions/accounts/add-account.ts';
import { recordInvitation } from '../../functions/administration/account-audit.ts';
import { byCommand } from '../../functions/domain/audit.ts';
import { emailOf, textLimits, tidied } from '../../functions/domain/limited-text.ts';
import { accountStore } from '../../functions/store/account-store.ts';
import { accountLine } from './account-line.ts';
import { readGrant } from './grant-input.ts';
import { nameProblem } from './name.ts';
import { printJson } from './output.ts';
import { Refused } from './refusal.ts';
import { withAccounts } from './with-accounts.ts';

const Options = z.object({
  email: z.email('is no e-mail address'),
  name: z.string(),
  role: z.string(),
  unit: z.optional(z.string()),
});

/** `accounts add`: somebody who may sign in; on this machine with a password to be handed over. */
export const accountsAdd = (accounts: Command): void => {
  accounts
    .command('add')
    .description('let somebody sign in; prints a password on this machine, sends a mail on a stage')
    .requiredOption('--email <address>', 'under which they sign in')
    .requiredOption('--name <name>', 'what colleagues call them')
    .requiredOption('--role <role>', 'operator, province-admin, province-reader or commune-chief')
    .option('--unit <code>', 'of the province or commune; not for an operator')
    .action(async (options: unknown, command: Command) => {
      const read = Options.safeParse(options);
      if (!read.success) throw new Refused('--email is no e-mail address');
      const { role, unit } = read.data;
      const email = emailOf(read.data.email);
      const name = tidied(read.data.name);
      const problem = nameProblem(name, textLimits.personName);
      if (problem) throw new Refused(problem);
      await withAccounts(command, async (all) => {
        const grants = [await readGrant(all.units, { role, unit })];
        const [code] = await provincesOf(all.units, grants);
        const province = code && (await all.units.province(code));
        const actor = { by: byCommand, now: all.now() };
        const added = await addAccount(
          { ...all, accounts: accountStore(all.table) },
          {
            email,
            name,
            grants,
            // An operator belongs to no province and is in no trail of one.
            ...(province && {
              beforeGiving: (subject) => recordInvitation(all.audit, province, { subject, grants }, actor),
            }),
          },
        );
        if (!added) throw new Refused(`${email} has an account: see accounts list, accounts give`);
        const { created, account } = added;
        printJson({
          ...accountLine({ ...created.identity, grants: account.grants }),
          ...(created.isNew && created.temporaryPassword && { password: created.temporaryPassword }),
        });
      });
    });
};
