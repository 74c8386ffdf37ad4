import type { Command } from 'commander';
import { parseDeskCode } from '../../functions/domain/desk-code.ts';
import { changeDesk } from './change-desk.ts';
import { withStores } from './connect.ts';
import { deskLine } from './desk-line.ts';
import { printJson } from './output.ts';
import { Refused } from './refusal.ts';

/** `desks retire CODE`: the desk takes no more answers; those it has stay. */
export const desksRetire = (desks: Command): void => {
  desks
    .command('retire')
    .description('stop a desk from taking answers; forms show it for up to a minute')
    .argument('<code>', 'the code of the desk, as printed or as typed')
    .action(async (typed: string, _: unknown, command: Command) => {
      const code = parseDeskCode(typed);
      if (!code) throw new Refused(`"${typed}" is no desk code`);
      await withStores(command, async (stores) => {
        const desk = await stores.desks.find(code);
        if (!desk) throw new Refused(`there is no desk ${code}`);
        printJson(deskLine(await changeDesk(stores, desk, { status: 'retired' })));
      });
    });
};
