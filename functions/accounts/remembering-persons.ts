import type { IdentityProvider, Person } from './identity-provider.ts';

const rememberedMs = 5 * 60_000;
const rememberedCount = 1_000;

/** Names and addresses hardly change, and a list of a province's officers asks for each of them. */
export const rememberingPersons = (
  provider: Pick<IdentityProvider, 'person'>,
  now: () => Date,
): { find(subject: string): Promise<Person | undefined> } => {
  const remembered = new Map<string, { person: Person | undefined; until: number }>();
  return {
    find: async (subject) => {
      const known = remembered.get(subject);
      if (known && known.until > now().getTime()) return known.person;
      const person = await provider.person(subject);
      if (remembered.size >= rememberedCount) remembered.clear();
      remembered.set(subject, { person, until: now().getTime() + rememberedMs });
      return person;
    },
  };
};
