import { expect, it } from 'vitest';
import { contentTypes, exportFormats, fileOf } from '../../../functions/export/formats.ts';
import { collect, sampleExport } from './sample-exports.ts';

it('writes JSON on one line, as it is', async () => {
  const shown = sampleExport('province');
  const text = new TextDecoder().decode(await collect(fileOf('json', shown)));
  expect(text).toBe(`${JSON.stringify(shown)}\n`);
});

it.each(exportFormats)('writes %s as what its content type says', async (format) => {
  const bytes = await collect(fileOf(format, sampleExport('public')));
  const beginnings = { json: '{"province":"42"', csv: '\ufeffMã xã,', xlsx: 'PK' };
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  expect(decoder.decode(bytes).startsWith(beginnings[format])).toBe(true);
  expect(contentTypes[format]).toContain({ json: 'json', csv: 'csv', xlsx: 'spreadsheetml' }[format]);
});
