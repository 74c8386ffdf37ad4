import { readFileSync } from 'node:fs';
import { checkVectors } from './domain/measure/vectors.ts';

/** `npm run vectors -- FILE`: checks our measure against a file of expected values. */
const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('Usage: npm run vectors -- FILE\n');
  process.exit(2);
}
const { checked, mismatches, unchecked } = checkVectors(JSON.parse(readFileSync(file, 'utf8')));
for (const mismatch of mismatches) process.stdout.write(`${mismatch}\n`);
for (const section of unchecked) process.stdout.write(`${section}: not checked, unknown to us\n`);
process.stdout.write(`${checked} values checked, ${mismatches.length} differ\n`);
process.exitCode = mismatches.length > 0 ? 1 : 0;
