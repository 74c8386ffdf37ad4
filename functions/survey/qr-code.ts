import { create } from 'qrcode/lib/core/qrcode.js';
import type { QrImage } from '../../web/components/qr-code.tsx';

/** White modules that ISO/IEC 18004 wants around a code. */
const quietZone = 4;

/** The QR code of an address as one vector path: runs of dark modules, quiet zone included. */
export const qrImage = (address: string): QrImage => {
  const { modules } = create(address, { errorCorrectionLevel: 'M' });
  const runs: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    let start: number | undefined;
    for (let column = 0; column <= modules.size; column += 1) {
      const isDark = column < modules.size && modules.get(row, column) !== 0;
      if (isDark) start ??= column;
      else if (start !== undefined) {
        runs.push(`M${start + quietZone} ${row + quietZone}h${column - start}v1h-${column - start}z`);
        start = undefined;
      }
    }
  }
  return { size: modules.size + 2 * quietZone, path: runs.join('') };
};
