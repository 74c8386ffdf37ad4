/** The part of qrcode that makes the matrix, without its renderers: a third of the size in the bundle. */
declare module 'qrcode/lib/core/qrcode.js' {
  export { create } from 'qrcode';
}
