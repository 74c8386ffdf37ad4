import { vi } from 'vitest';

/** Everything that this process writes from now on, however it writes. */
export const captureOutput = (): { text: () => string; lines: () => string[]; restore: () => void } => {
  const chunks: string[] = [];
  const keep = (chunk: string | Uint8Array): boolean => {
    chunks.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(keep),
    vi.spyOn(process.stderr, 'write').mockImplementation(keep),
    // Vitest's console goes to the reporter, not to these streams.
    ...(['log', 'info', 'warn', 'error', 'debug'] as const).map((method) =>
      vi.spyOn(console, method).mockImplementation((...parts: unknown[]) => {
        keep(`${parts.map(String).join(' ')}\n`);
      }),
    ),
  ];
  const text = () => chunks.join('');
  return {
    text,
    lines: () => text().split('\n').filter(Boolean),
    restore: () => {
      for (const spy of spies) spy.mockRestore();
    },
  };
};
