import type { ScaleLinear } from 'd3-scale';
import { numberOfWeek, type Week, weeksFrom, yearOfWeek } from '../../functions/domain/iso-week.ts';
import { tenth } from './scales.ts';

const labelWidth = 40;

interface Props {
  from: Week;
  to: Week;
  /** From weeks since `from` to units of the drawing; a week is one wide. */
  at: ScaleLinear<number, number>;
  y: number;
}

/** Numbers of weeks below a drawing, as many as fit; the year is said where it begins. The left edge is for the unit. */
export const WeekAxis = ({ from, to, at, y }: Props) => {
  const weeks = weeksFrom(from, to);
  const step = Math.ceil(labelWidth / (at(1) - at(0)));
  // Counted from the newest week: that one always has its number.
  const labelled = [...weeks.entries()].filter(
    ([index]) =>
      (weeks.length - 1 - index) % step === 0 &&
      (weeks.length === 1 || at(index + 0.5) - labelWidth / 2 >= at(0) + 2),
  );
  return (
    <>
      {labelled.map(([index, week], place) => {
        const before = labelled[place - 1]?.[1];
        const isNewYear = before === undefined || yearOfWeek(before) !== yearOfWeek(week);
        const isLast = index === weeks.length - 1;
        const isEdge = isLast && isNewYear;
        return (
          <text
            class={isEdge ? 'tick' : 'under'}
            x={tenth(isEdge ? at(weeks.length) : at(index + 0.5))}
            y={y}
          >
            {isNewYear ? `${numberOfWeek(week)}/${yearOfWeek(week)}` : numberOfWeek(week)}
          </text>
        );
      })}
    </>
  );
};
