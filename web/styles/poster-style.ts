import { minify } from './minify.ts';

/** One A5 page, black on white: it is printed on whatever the station has. */
export const posterStyle = minify(`
@page { size: A5 portrait; margin: 9mm }
*, ::before, ::after { box-sizing: border-box }
body { margin: 0; background: #fff; color: #000; font: 11pt/1.35 system-ui, Roboto, "Segoe UI", sans-serif; overflow-wrap: break-word }
p, h1 { margin: 0 }
.brand, .hint, footer { max-width: 130mm; margin: 0 auto; padding: .5rem 1rem }
.hint { border: 1px solid #000; margin-top: .5rem }
.demo { background: #fff; border-bottom: 2px dashed #000; text-align: center; font-size: 11pt }
main { padding: 0 1rem }
.poster { max-width: 130mm; margin: 0 auto; padding: 4mm 0; text-align: center }
h1 { font-size: 25pt; line-height: 1.15 }
.question { margin-top: 1.5mm; font-size: 12pt }
.qr { display: block; width: 74mm; max-width: 100%; margin: 1mm auto 0 }
.scan { font-weight: 600 }
.type { margin: 2.5mm 0; padding: 2mm 3mm; border: 2px solid #000; border-radius: 2mm }
.address { font-size: 13pt; font-weight: 700 }
.code { font-size: 23pt; line-height: 1.2; font-weight: 700; letter-spacing: .06em; font-family: ui-monospace, "Roboto Mono", Consolas, monospace }
.desk { font-size: 13pt; line-height: 1.3 }
.desk span { display: inline-block }
.never { margin-top: 2.5mm; font-weight: 700 }
.check { margin-top: 1.5mm; font-size: 10pt }
a { display: inline-block; min-width: 44px; min-height: 44px; padding: 10px 0; margin-right: 1.25rem; color: #000 }
:focus-visible { outline: 3px solid #000; outline-offset: 2px }
@media print {
  .brand, .hint, footer { display: none }
  /* The QR code takes all the room that the words leave, and the words never run onto a second page. */
  body { display: flex; flex-direction: column; height: 191mm }
  main, .poster { flex: 1; display: flex; flex-direction: column; width: 100%; min-height: 0; max-width: none; padding: 0 }
  .qr { flex: 1; width: 100%; min-height: 50mm }
}
`);
