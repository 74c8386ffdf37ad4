const isFull = <Name extends string, T>(
  record: Partial<Record<Name, T>>,
  names: readonly Name[],
): record is Record<Name, T> => names.every((name) => Object.hasOwn(record, name));

/** The same thing made for each of some names, in their order. */
export const recordOf = <Name extends string, T>(
  names: readonly Name[],
  make: (name: Name) => T,
): Record<Name, T> => {
  const record: Partial<Record<Name, T>> = {};
  for (const name of names) record[name] = make(name);
  if (!isFull(record, names)) throw new Error('a name was left out');
  return record;
};
