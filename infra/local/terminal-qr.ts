import { create } from 'qrcode';

/** White modules around the code (ISO/IEC 18004): without them a phone doesn't find it on a dark terminal. */
const quietZone = 4;
export const blackOnWhite = '\u001b[30;107m';
export const reset = '\u001b[0m';

/** A QR code for a terminal: two modules a character, one above the other, black on white whatever the theme. */
export const terminalQr = (text: string): string => {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const size = modules.size + 2 * quietZone;
  const isDark = (row: number, column: number): boolean => {
    const [y, x] = [row - quietZone, column - quietZone];
    return y >= 0 && x >= 0 && y < modules.size && x < modules.size && modules.get(y, x) !== 0;
  };
  const character = (row: number, column: number): string => {
    if (isDark(row, column)) return isDark(row + 1, column) ? '█' : '▀';
    return isDark(row + 1, column) ? '▄' : ' ';
  };
  return Array.from({ length: Math.ceil(size / 2) }, (_, line) => {
    const characters = Array.from({ length: size }, (_, column) => character(2 * line, column));
    return `${blackOnWhite}${characters.join('')}${reset}`;
  }).join('\n');
};
