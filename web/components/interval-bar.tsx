interface Props {
  /** Fractions 0…1. */
  rate: number;
  low: number;
  high: number;
  /** The same in words; without it the numbers stand beside the bar and it is hidden from screen readers. */
  label?: string;
}

/** A tenth of a percent point is as fine as the numbers beside it. */
const at = (fraction: number): number => Math.round(fraction * 1000) / 10;

const Drawing = ({ rate, low, high }: Omit<Props, 'label'>) => (
  <>
    <rect class="scale" y="3" width="100" height="4" />
    <rect class="interval" x={at(low)} y="1" width={Math.max(at(high) - at(low), 0.5)} height="8" />
    <rect class="rate" x={Math.min(at(rate), 99)} width="1" height="10" />
  </>
);

/** The rate as a mark inside its interval, on the whole scale from 0 to 100: a cut scale would exaggerate. */
export const IntervalBar = ({ label, ...figures }: Props) =>
  label ? (
    <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label={label}>
      <Drawing {...figures} />
    </svg>
  ) : (
    <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <Drawing {...figures} />
    </svg>
  );
