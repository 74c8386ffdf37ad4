interface Named {
  x: number;
  y: number;
  name: string;
}

const letterWidth = 6;
const lineHeight = 14;

/** Which points can have their names beside them all the time without one running over another; first come. */
export const standingNames = <T extends Named>(points: readonly T[]): ReadonlySet<T> => {
  const placed: T[] = [];
  const isFree = (point: T): boolean =>
    placed.every(
      ({ x, y, name }) =>
        Math.abs(point.y - y) > lineHeight ||
        Math.abs(point.x - x) > Math.max(name.length, point.name.length) * letterWidth,
    );
  for (const point of points) if (isFree(point)) placed.push(point);
  return new Set(placed);
};
