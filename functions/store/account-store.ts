import * as z from 'zod/mini';
import { Account } from '../domain/account.ts';
import type { ProvinceCode } from '../domain/unit.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

/** What the service keeps of an account: nothing that says who the person is. Moments are seconds since 1970. */
export const StoredAccount = z.object({
  ...Account.shape,
  isEnabled: z.boolean(),
  /** Goes up with every change of grants or of isEnabled. */
  version: z.number(),
  /** Version of the audit line whose change has begun and not ended; 0 or nothing when there is none. */
  underWay: z.optional(z.number()),
  /** When the identity provider was last asked about it. */
  confirmedAt: z.number(),
  signedInAt: z.optional(z.number()),
  /** Sessions and tokens that began before are over. */
  endedAt: z.optional(z.number()),
});
export type StoredAccount = z.infer<typeof StoredAccount>;

export interface AccountStore {
  find(subject: string): Promise<StoredAccount | undefined>;
  /** Whoever was ever given something in this province, whether or not it was taken away again. */
  everOfProvince(province: ProvinceCode): Promise<StoredAccount[]>;
  /** Lists an account under provinces; before it is given something there, so that nobody holds it unseen. */
  enlist(subject: string, provinces: readonly ProvinceCode[]): Promise<void>;
  /**
   * Writes a new state over the one that was seen, 0 for none; what is undefined stays as it is.
   * @returns whether that was still the state
   */
  save(account: StoredAccount, seenVersion: number): Promise<boolean>;
}

const Entry = z.object({ sk: z.string() });

export const accountStore = (table: Table): AccountStore => ({
  find: async (subject) => {
    const item = await table.get(keys.account(subject), { consistent: true });
    return item && StoredAccount.parse(item);
  },

  everOfProvince: async (province) => {
    const subjects: string[] = [];
    for await (const item of table.query(keys.accountEntries(province).pk)) {
      subjects.push(Entry.parse(item).sk);
    }
    return (await table.getAll(subjects.map(keys.account))).map((item) => StoredAccount.parse(item));
  },

  enlist: async (subject, provinces) => {
    await Promise.all(
      provinces.map((province) => table.put({ ...keys.accountEntry(province, subject), subject })),
    );
  },

  save: async (account, seenVersion) => {
    const set = Object.entries(account).filter(([, value]) => value !== undefined);
    const saved = await table.update(
      keys.account(account.subject),
      `SET ${set.map(([name]) => `#${name} = :${name}`).join(', ')}`,
      {
        expression: seenVersion === 0 ? 'attribute_not_exists(pk)' : '#version = :seen',
        names: Object.fromEntries(set.map(([name]) => [`#${name}`, name])),
        values: {
          ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
          ...(seenVersion > 0 && { ':seen': seenVersion }),
        },
      },
    );
    return saved !== undefined;
  },
});
