/** A file inside an archive, piece by piece. */
export interface ArchivedFile {
  path: string;
  pieces: Iterable<string> | AsyncIterable<string>;
}

/** No moment of its own, so that the same numbers always give the same bytes. It is the earliest a ZIP file can say. */
const noMoment = new Date(1980, 0, 1);

const encoder = new TextEncoder();

/** A ZIP archive that goes out while its files are being written; only one piece of one file is held at a time. */
export async function* zipped(files: Iterable<ArchivedFile>): AsyncGenerator<Uint8Array> {
  const { Zip, ZipDeflate } = await import('fflate');
  const ready: Uint8Array[] = [];
  const archive = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for (const { path, pieces } of files) {
    const file = new ZipDeflate(path);
    file.mtime = noMoment;
    archive.add(file);
    for await (const piece of pieces) {
      file.push(encoder.encode(piece));
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  archive.end();
  yield* ready;
}
