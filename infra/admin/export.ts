import type { Command } from 'commander';
export const exportCommand = (_: Command): void => {};
