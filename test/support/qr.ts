import decode from 'jsqr';
import { PNG } from 'pngjs';
import { blackOnWhite, reset } from '../../infra/local/terminal-qr.ts';

/** What the QR code in a picture says; undefined when none is found. */
export const decodeQr = (png: Buffer): string | undefined => {
  const { data, width, height } = PNG.sync.read(png);
  return decode(new Uint8ClampedArray(data), width, height)?.data;
};

const pixelsPerModule = 4;

/** What a QR code drawn with half blocks on a terminal says, read as a camera would see it. */
export const readTerminalQr = (output: string): string | undefined => {
  const lines = output
    .split('\n')
    .filter((line) => line.startsWith(blackOnWhite) && line.endsWith(reset))
    .map((line) => line.slice(blackOnWhite.length, -reset.length));
  const width = (lines[0]?.length ?? 0) * pixelsPerModule;
  const height = lines.length * 2 * pixelsPerModule;
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const row = Math.floor(y / pixelsPerModule);
      const character = lines[row >> 1]?.[Math.floor(x / pixelsPerModule)] ?? ' ';
      const isDark = character === '█' || character === (row % 2 === 0 ? '▀' : '▄');
      if (isDark) pixels.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return decode(pixels, width, height)?.data;
};
