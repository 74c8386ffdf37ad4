import decode from 'jsqr';
import { PNG } from 'pngjs';

/** What the QR code in a picture says; undefined when none is found. */
export const decodeQr = (png: Buffer): string | undefined => {
  const { data, width, height } = PNG.sync.read(png);
  return decode(new Uint8ClampedArray(data), width, height)?.data;
};
