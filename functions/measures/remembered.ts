interface Limits {
  now: () => Date;
  forMs: number;
  /** Above so many names everything is forgotten. */
  atMost: number;
}

/**
 * Remembers what a name was answered with for a while; all who ask meanwhile wait for the same answer. A failure is
 * told to who waits for it and not remembered.
 */
export const remembered = <T>({ now, forMs, atMost }: Limits) => {
  const known = new Map<string, { answer: Promise<T>; until: number }>();
  return (name: string, ask: () => Promise<T>): Promise<T> => {
    const last = known.get(name);
    if (last && last.until > now().getTime()) return last.answer;
    const answer = ask();
    if (known.size >= atMost) known.clear();
    known.set(name, { answer, until: now().getTime() + forMs });
    answer.catch(() => known.delete(name));
    return answer;
  };
};
