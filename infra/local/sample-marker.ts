import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Table } from '../../functions/store/table.ts';
import { unitStore } from '../../functions/store/unit-store.ts';

const Marker = z.object({
  isComplete: z.boolean(),
  filledOn: z.string(),
  /** Made by `simulate`, not for the demonstration. */
  isSimulated: z.optional(z.boolean()),
});
type Marker = z.infer<typeof Marker>;

/** Made-up and real data never share a folder: this file says that they are made up. */
const markerPath = (dataDir: string): string => join(dataDir, 'sample-data.json');

export const readMarker = async (dataDir: string): Promise<Marker | undefined> => {
  try {
    return Marker.parse(JSON.parse(await readFile(markerPath(dataDir), 'utf8')));
  } catch {
    return undefined;
  }
};

export const writeMarker = (dataDir: string, marker: Marker): Promise<void> =>
  writeFile(markerPath(dataDir), JSON.stringify(marker));

export type DataKind = 'empty' | 'sample' | 'real';

/** What a data folder holds. */
export const kindOfData = async (table: Table, dataDir: string): Promise<DataKind> => {
  if (await readMarker(dataDir)) return 'sample';
  return (await unitStore(table).provinces()).length > 0 ? 'real' : 'empty';
};
