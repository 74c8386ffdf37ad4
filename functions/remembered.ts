interface Limits<T> {
  now: () => Date;
  forMs: number;
  /** Above so many names everything is forgotten. */
  atMost: number;
  /** What is not kept is asked for again. */
  isKept?: (answer: T) => boolean;
}

/**
 * Remembers what a name was answered with for a while; all who ask meanwhile wait for the same answer. A failure is
 * told to who waits for it and not remembered.
 */
export const remembered = <T>({ now, forMs, atMost, isKept = () => true }: Limits<T>) => {
  const known = new Map<string, { answer: Promise<T>; at: number }>();

  /** @param maxAgeMs less than usual where somebody knows that the answer may have changed */
  return (name: string, ask: () => Promise<T>, maxAgeMs = forMs): Promise<T> => {
    const last = known.get(name);
    if (last && now().getTime() - last.at < maxAgeMs) return last.answer;
    const asked = { answer: ask(), at: now().getTime() };
    const forget = () => {
      if (known.get(name) === asked) known.delete(name);
    };
    if (known.size >= atMost) known.clear();
    known.set(name, asked);
    asked.answer.then((answer) => isKept(answer) || forget(), forget);
    return asked.answer;
  };
};
