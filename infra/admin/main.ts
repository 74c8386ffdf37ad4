import { Command, CommanderError, Option } from 'commander';
import { Unavailable } from '../../functions/unavailable.ts';
import { accountsAdd } from './accounts-add.ts';
import { accountsEnable } from './accounts-enable.ts';
import { accountsGrants } from './accounts-grants.ts';
import { accountsList } from './accounts-list.ts';
import { accountsPassword } from './accounts-password.ts';
import { aggregate } from './aggregate.ts';
import { desksAdd } from './desks-add.ts';
import { desksImport } from './desks-import.ts';
import { desksKioskLink, desksKioskRevoke } from './desks-kiosk.ts';
import { desksList } from './desks-list.ts';
import { desksRetire } from './desks-retire.ts';
import { exportCommand } from './export.ts';
import { allowClosedOutput, say } from './output.ts';
import { lineOf, Refused, Trouble } from './refusal.ts';
import { revisions } from './revisions.ts';
import { simulate } from './simulate.ts';
import { token } from './token.ts';
import { unitsImport } from './units-import.ts';
import { verify } from './verify.ts';
import { visitsImport } from './visits-import.ts';

const program = new Command('npm run -s admin --')
  .description('Administration of Thước Đo, on the data of this machine (DATA_DIR) or on a deployed stage.')
  .addOption(
    new Option('--stage <name>', 'work on this deployed stage').env('THUOCDO_STAGE').conflicts('table'),
  )
  .addOption(new Option('--table <name>', 'work on this table in AWS').env('TABLE_NAME'))
  .exitOverride()
  .configureOutput({ outputError: (text) => say(text.trim().replaceAll(/\s*\n\s*/g, ' ')) });

const units = program.command('units').description('provinces and communes');
unitsImport(units);

const desks = program.command('desks').description('reception places with a QR code');
desksAdd(desks);
desksImport(desks);
desksList(desks);
desksRetire(desks);
desksKioskLink(desks);
desksKioskRevoke(desks);

const visits = program.command('visits').description('how many people communes received a week');
visitsImport(visits);

const accounts = program
  .command('accounts')
  .description('who may sign in')
  .option('--pool <id>', 'the user pool of a deployed stage (default: the one named ThuocDo-STAGE)');
accountsAdd(accounts);
accountsList(accounts);
accountsGrants(accounts);
accountsEnable(accounts);
accountsPassword(accounts);

aggregate(program);
exportCommand(program);
simulate(program);
token(program);
verify(program);
revisions(program);

/** 2: asked wrongly. 1: asked rightly, but something failed. Anything else is a defect and keeps its stack. */
const exitCodeOf = (error: unknown): number => {
  // Commander has said it already; asking for help is no error.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Refused) {
    say(`error: ${error.message}`);
    return 2;
  }
  if (error instanceof Trouble || error instanceof Unavailable) {
    const reason = error instanceof Unavailable ? `${error.message}: ${lineOf(error.cause)}` : error.message;
    say(`error: ${reason}`);
    return 1;
  }
  throw error;
};

allowClosedOutput();
try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}
