import { tenth } from './scales.ts';
import type { Signal } from './signal.ts';

const circle = 'M-3.3 0a3.3 3.3 0 1 0 6.6 0a3.3 3.3 0 1 0-6.6 0Z';
const diamond = 'M0-5.2L4.2 0L0 5.2L-4.2 0Z';
const triangle = 'M0-5.6L5.6 4.4H-5.6Z';

/** Told apart by shape as well as by colour: circle inside, diamond outside 95 %, triangle outside 99.8 %. */
const shapes = {
  inside: { kind: 'inside', path: circle, turn: 0 },
  above: { kind: 'warning', path: diamond, turn: 0 },
  below: { kind: 'warning', path: diamond, turn: 0 },
  far_above: { kind: 'action', path: triangle, turn: 0 },
  far_below: { kind: 'action', path: triangle, turn: 180 },
} as const satisfies Record<Signal, { kind: string; path: string; turn: number }>;

/** A point of a chart. */
export const Mark = ({ x, y, signal }: { x: number; y: number; signal: Signal }) => {
  const { kind, path, turn } = shapes[signal];
  const place = `translate(${tenth(x)} ${tenth(y)})`;
  return <path class={`mark ${kind}`} d={path} transform={turn === 0 ? place : `${place} rotate(${turn})`} />;
};
