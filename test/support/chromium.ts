import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflate } from '@sparticuz/chromium';

/**
 * Chromium out of an npm package, so that the browser tests need nothing installed but Node. Unpacked it is
 * 204 MB: the browser, the libraries beyond glibc that it loads, and Open Sans, which has every Vietnamese letter
 * but neither arrows, ticks nor emoji.
 */
const packageFolder = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');
const folder = fileURLToPath(new URL('../../node_modules/.cache/thuoc-do/chromium-153.0.0', import.meta.url));

/** Unpacks the browser where that has not happened yet; several processes may do so at once. */
export const unpackChromium = async (): Promise<void> => {
  if (process.env['CHROMIUM_BIN'] || existsSync(folder)) return;
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('The packaged Chromium runs on Linux x64. Set CHROMIUM_BIN to a Chromium of your own.');

  const unfinished = `${folder}.${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  await Promise.all(
    inTemporaryFolder(unfinished, () =>
      // The package picks libraries by itself on AWS only; on a bare machine they are needed just as much.
      ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'].map((file) =>
        inflate(join(packageFolder, 'bin', file)),
      ),
    ),
  );
  await writeFile(join(unfinished, 'fonts.conf'), fontsConfiguration);
  try {
    await rename(unfinished, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    await rm(unfinished, { recursive: true }); // another process was faster
  }
};

/** `inflate` writes to the temporary folder, whose name it asks for before its first await. */
const inTemporaryFolder = <T>(temporary: string, action: () => T): T => {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = temporary;
  try {
    return action();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
};

/** The only fonts are the packaged ones: pages look the same on every machine. */
const fontsConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;

/** How Playwright starts the browser that `unpackChromium` left. */
export const chromiumLaunch = () => {
  const own = process.env['CHROMIUM_BIN'];
  return {
    executablePath: own ?? join(folder, 'chromium'),
    // Not the package's own list: its --single-process crashes on the second context.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    env: own
      ? { ...process.env }
      : {
          ...process.env,
          LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
          FONTCONFIG_FILE: join(folder, 'fonts.conf'),
        },
  };
};
