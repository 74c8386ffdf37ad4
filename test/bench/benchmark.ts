/** What design calls a promise, and what was measured of it. Nothing fails over it: a busy machine is no defect. */
export interface Promised {
  what: string;
  limit: { atMost: number } | { atLeast: number };
  measured: number;
}

export interface Report {
  promises: readonly Promised[];
  /** Units stand in the names. */
  figures: Readonly<Record<string, unknown>>;
  /** How to read the figures: what was assumed, what limits them. */
  notes?: readonly string[];
}

export interface Bench {
  /** A line for whoever is waiting. */
  say: (line: string) => void;
  /** Node binaries to compare, beside the one that runs this. */
  nodes: readonly string[];
}

export interface Benchmark {
  name: string;
  run: (bench: Bench) => Promise<Report>;
}

export const isKept = ({ limit, measured }: Promised): boolean =>
  'atMost' in limit ? measured <= limit.atMost : measured >= limit.atLeast;
