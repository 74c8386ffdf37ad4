const unitMs = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

/** '+8d' → milliseconds; undefined when it is not a shift. */
const parseShift = (text: string): number | undefined => {
  const match = /^([+-]?)(\d{1,5})([mhdw])$/.exec(text);
  if (!match) return undefined;
  const [, sign, count, unit] = match;
  return (sign === '-' ? -1 : 1) * Number(count) * unitMs[unit as keyof typeof unitMs];
};

/**
 * The clock of the local service and of the admin commands, moved by CLOCK_SHIFT ('+8d', '-3h', '+90m', '+2w') so
 * that a week can be seen to end. What is deployed has no such thing.
 */
export const localClock = (
  environment: Readonly<Record<string, string | undefined>> = process.env,
): (() => Date) => {
  const shift = environment['CLOCK_SHIFT'];
  const shiftMs = shift ? parseShift(shift) : 0;
  if (shiftMs === undefined) {
    throw new RangeError(`CLOCK_SHIFT ${shift} is not a shift like +8d, -3h, +90m or +2w`);
  }
  return () => new Date(Date.now() + shiftMs);
};
