interface Props {
  /** Fractions 0…1. */
  rate: number;
  low: number;
  high: number;
  /** The same in words. */
  label: string;
}

/** A tenth of a percent point is as fine as the numbers beside it. */
const at = (fraction: number): number => Math.round(fraction * 1000) / 10;

/** The rate as a mark inside its interval, on the whole scale from 0 to 100: a cut scale would exaggerate. */
export const IntervalBar = ({ rate, low, high, label }: Props) => (
  <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label={label}>
    <rect class="scale" y="3" width="100" height="4" />
    <rect class="interval" x={at(low)} y="1" width={Math.max(at(high - low), 0.5)} height="8" />
    <rect class="rate" x={Math.min(at(rate), 99)} width="1" height="10" />
  </svg>
);
