import { type RateScale, tenth } from './scales.ts';
import { words } from './texts.ts';

interface Props {
  scale: RateScale;
  left: number;
  right: number;
}

/** The scale of rates at the left, with a thin line for each number on it. */
export const RateAxis = ({ scale: { at, ticks }, left, right }: Props) => (
  <>
    <text class="unit" x="0" y="11">
      {words.axis}
    </text>
    {ticks.map((tick) => (
      <>
        <path class="grid" d={`M${left} ${tenth(at(tick))}H${right}`} />
        <text class="tick" x={left - 5} y={tenth(at(tick) + 4)}>
          {Math.round(tick * 100)}
        </text>
      </>
    ))}
  </>
);
