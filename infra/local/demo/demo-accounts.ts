import type { Grant } from '../../../functions/domain/account.ts';
import { groupOf } from '../../../functions/domain/account.ts';
import type { IdentityFile, StoredIdentity } from '../identity-file.ts';

const demo = (subject: string, name: string, grant: Grant): StoredIdentity => ({
  subject: `demo-${subject}`,
  email: `${subject}@demo.invalid`,
  name,
  groups: [groupOf(grant)],
  isEnabled: true,
});

/** People whom nobody has met. */
export const demoIdentities: readonly StoredIdentity[] = [
  demo('quan-tri', 'Nguyễn Văn An', { role: 'province-admin', province: '42' }),
  demo('theo-doi', 'Trần Thị Bình', { role: 'province-reader', province: '42' }),
  demo('thanh-sen', 'Lê Quang Cường', { role: 'commune-chief', commune: '18073' }),
  demo('tran-phu', 'Phạm Thị Dung', { role: 'commune-chief', commune: '18100' }),
  demo('van-hanh', 'Hoàng Minh Đức', { role: 'operator' }),
];

/** Adds the accounts of the demonstration; those that are there already stay as they were left. */
export const addDemoAccounts = (file: IdentityFile): Promise<StoredIdentity[]> =>
  file.change((identities) => {
    const known = identities.map(({ subject }) => subject);
    identities.push(...demoIdentities.filter(({ subject }) => !known.includes(subject)));
    return demoIdentities.filter(({ subject }) => !known.includes(subject));
  });
