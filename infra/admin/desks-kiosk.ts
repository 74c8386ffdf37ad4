import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import * as z from 'zod/mini';
import type { Desk } from '../../functions/domain/desk.ts';
import { type DeskCode, parseDeskCode } from '../../functions/domain/desk-code.ts';
import {
  credentialBytes,
  credentialFingerprint,
  kioskLink,
  newKioskCredential,
} from '../../functions/domain/kiosk-credential.ts';
import { changeDesk } from './change-desk.ts';
import { type Stores, withStores } from './connect.ts';
import { deskLine } from './desk-line.ts';
import { printJson } from './output.ts';
import { Refused } from './refusal.ts';

const Options = z.object({
  origin: z.optional(z.string()),
  stage: z.optional(z.string()),
  table: z.optional(z.string()),
});

const readCode = (typed: string): DeskCode => {
  const code = parseDeskCode(typed);
  if (!code) throw new Refused(`"${typed}" is no desk code`);
  return code;
};

/** Where the tablet opens the link: what posters print, or this machine. */
const readOrigin = (typed: string | undefined, isDeployed: boolean): string => {
  const origin = typed ?? process.env['PUBLIC_ORIGIN'] ?? (isDeployed ? undefined : localOrigin());
  if (origin === undefined)
    throw new Refused('say where the service is: --origin https://… or PUBLIC_ORIGIN');
  if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
    throw new Refused(`"${origin}" is no origin like https://thuocdo.example`);
  }
  return origin;
};

const localOrigin = (): string => `http://localhost:${process.env['PORT'] ?? '8080'}`;

const findActive = async ({ desks }: Pick<Stores, 'desks'>, code: DeskCode): Promise<Desk> => {
  const desk = await desks.find(code);
  if (!desk) throw new Refused(`there is no desk ${code}`);
  if (desk.status === 'retired') throw new Refused(`desk ${code} is retired`);
  return desk;
};

/** `desks kiosk-link CODE`: pairs one tablet; a new link makes the one before it useless. */
export const desksKioskLink = (desks: Command): void => {
  desks
    .command('kiosk-link')
    .description('make the link that pairs a tablet with a desk; whoever has it answers as that kiosk')
    .argument('<code>', 'the code of the desk, as printed or as typed')
    .option(
      '--origin <url>',
      'where the tablet reaches the service (default: PUBLIC_ORIGIN, or this machine)',
    )
    .action(async (typed: string, _: unknown, command: Command) => {
      const code = readCode(typed);
      const { origin: wanted, stage, table } = Options.parse(command.optsWithGlobals());
      const origin = readOrigin(wanted, Boolean(stage ?? table));
      await withStores(command, async (stores) => {
        const desk = await findActive(stores, code);
        const credential = newKioskCredential(randomBytes(credentialBytes));
        await changeDesk(stores, desk, { kiosk: credentialFingerprint(credential) }, 'kiosk_paired');
        printJson({ code, link: kioskLink(origin, code, credential) });
      });
    });
};

/** `desks kiosk-revoke CODE`: the paired tablet gets no more tokens, once no process remembers the desk. */
export const desksKioskRevoke = (desks: Command): void => {
  desks
    .command('kiosk-revoke')
    .description('make the link of a desk useless, within a minute')
    .argument('<code>', 'the code of the desk, as printed or as typed')
    .action(async (typed: string, _: unknown, command: Command) => {
      const code = readCode(typed);
      await withStores(command, async (stores) => {
        const desk = await stores.desks.find(code);
        if (!desk) throw new Refused(`there is no desk ${code}`);
        printJson(deskLine(await changeDesk(stores, desk, { kiosk: null }, 'kiosk_unpaired')));
      });
    });
};
