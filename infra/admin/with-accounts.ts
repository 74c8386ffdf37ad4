import {
  CognitoIdentityProviderClient,
  paginateListUserPools,
  paginateListUsers,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Command } from 'commander';
import pMap from 'p-map';
import * as z from 'zod/mini';
import { cognitoIdentities } from '../../functions/accounts/cognito-identities.ts';
import type { Identity, IdentityProvider } from '../../functions/accounts/identity-provider.ts';
import { emailOf } from '../../functions/domain/limited-text.ts';
import { identityFile } from '../local/identity-file.ts';
import { identityOf, localIdentities, replacePassword } from '../local/local-identities.ts';
import { type Stores, withLocalStores, withStores } from './connect.ts';
import { lineOf, Refused, Trouble } from './refusal.ts';

/** The accounts of a stage or of this machine. */
export interface Accounts extends Stores {
  provider: IdentityProvider;
  all(): Promise<Identity[]>;
  /** A new password to be handed over; undefined where people get one by mail. */
  newPassword?(subject: string): Promise<string>;
}

const Where = z.object({
  stage: z.optional(z.string()),
  table: z.optional(z.string()),
  pool: z.optional(z.string()),
});

const usersAtOnce = 5;

const poolOfStage = async (client: CognitoIdentityProviderClient, stage: string): Promise<string> => {
  const ids: string[] = [];
  try {
    for await (const page of paginateListUserPools({ client }, { MaxResults: 60 })) {
      const pools = (page.UserPools ?? []).filter(({ Name }) => Name === `ThuocDo-${stage}`);
      ids.push(...pools.flatMap(({ Id }) => (Id ? [Id] : [])));
    }
  } catch (error) {
    throw new Trouble(`can't look for the user pool of stage ${stage}: ${lineOf(error)}`);
  }
  const [id, ...others] = ids;
  if (id === undefined)
    throw new Refused(`there is no user pool of stage ${stage} in this account and region`);
  // A pool outlives its stack.
  if (others.length > 0)
    throw new Refused(`stage ${stage} has several user pools, choose one with --pool: ${ids.join(', ')}`);
  return id;
};

const deployed = async (where: z.infer<typeof Where>): Promise<Pick<Accounts, 'provider' | 'all'>> => {
  const client = new CognitoIdentityProviderClient({});
  if (!where.pool && !where.stage) throw new Refused('say which user pool: --pool, or --stage');
  const pool = where.pool ?? (await poolOfStage(client, where.stage ?? ''));
  const provider = cognitoIdentities(client, pool);
  return {
    provider,
    all: async () => {
      const subjects: string[] = [];
      for await (const { Users = [] } of paginateListUsers({ client }, { UserPoolId: pool })) {
        subjects.push(...Users.flatMap(({ Username }) => (Username ? [Username] : [])));
      }
      const found = await pMap(subjects, (subject) => provider.find(subject), { concurrency: usersAtOnce });
      return found.filter((identity) => identity !== undefined);
    },
  };
};

/** Does some work on the accounts of a deployed stage when --stage or --table names one, else of this machine. */
export const withAccounts = async (
  command: Command,
  work: (accounts: Accounts) => Promise<void>,
): Promise<void> => {
  const where = Where.parse(command.optsWithGlobals());
  if (where.stage || where.table) {
    const identities = await deployed(where);
    return withStores(command, (stores) => work({ ...stores, ...identities }));
  }
  await withLocalStores(command, async (stores, { dataDir }) => {
    const file = identityFile(dataDir);
    await work({
      ...stores,
      provider: localIdentities(file),
      all: async () => (await file.all()).map(identityOf),
      newPassword: (subject) => replacePassword(file, subject),
    });
  });
};

/** The account of an address. */
export const findAccount = async (
  { provider }: Pick<Accounts, 'provider'>,
  email: string,
): Promise<Identity> => {
  const identity = await provider.findByEmail(emailOf(email));
  if (!identity) throw new Refused(`there is no account ${email}`);
  return identity;
};
