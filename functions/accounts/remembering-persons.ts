import { remembered } from '../remembered.ts';
import type { IdentityProvider, Person } from './identity-provider.ts';

const rememberedMs = 5 * 60_000;
const rememberedCount = 1_000;

/** Names and addresses hardly change, and a list of a province's officers asks for each of them. */
export const rememberingPersons = (
  provider: Pick<IdentityProvider, 'person'>,
  now: () => Date,
): { find(subject: string): Promise<Person | undefined> } => {
  const find = remembered<Person | undefined>({ now, forMs: rememberedMs, atMost: rememberedCount });
  return { find: (subject) => find(subject, () => provider.person(subject)) };
};
