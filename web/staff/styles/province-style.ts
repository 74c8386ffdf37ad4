import { chartStyle } from '../../charts/chart-style.ts';

/** A province's week: tables for a desk, cells below each other on a phone, pages of A4 with their headings repeated. */
export const provinceRules = `
${chartStyle}
[hidden] { display: none !important }
h1 { margin-bottom: 0 }
tbody th { font-weight: 400 }
.weeks { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1.25rem }
.when { margin-bottom: .5rem; font-size: .875rem; color: #46524d }
.tag {
  display: inline-block; margin-left: .5rem; padding: 0 .5rem; border: 2px dashed #8a1c1c; border-radius: 6px;
  color: #8a1c1c; font-size: .875rem; line-height: 1.4;
}
.lead { margin-bottom: .375rem; font-size: 1.125rem; line-height: 1.35; font-weight: 600 }
.contents { display: flex; flex-wrap: wrap; gap: 0 1.25rem; border-bottom: 1px solid #b9c4bf }
.board > * { min-width: 0 }
.coverage td { white-space: nowrap }
.coverage .inner { padding-left: 1.25rem }
.coverage .meter { width: 30%; min-width: 4rem; padding-right: 0 }
.coverage svg { display: block; width: 100%; height: .5rem }
.coverage .scale { fill: #eef2f0 }
.coverage .part { fill: #3f6b5c }
.names { list-style: none; padding: 0; columns: 15rem auto; column-gap: 2rem }
.names li { break-inside: avoid; padding: .125rem 0; line-height: 1.35 }
.figure { white-space: nowrap; font-weight: 600 }
.figure .note { font-weight: 400 }
.apart .names { columns: auto }
.tag.good, .mark.above { color: #0b4f3c; border-color: #0b4f3c }
.band { margin-bottom: .75rem; padding-left: .75rem; border-left: 6px solid #b9c4bf }
.band.below { border-left: 6px double #8a1c1c }
.band.above { border-left-color: #0b4f3c }
.band h3 { margin-bottom: .25rem }
.filter { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: .5rem 1rem; align-items: end; margin-bottom: .75rem }
.filter > :first-child { align-self: start }
.filter .note { margin: .125rem 0 0 }
.filter .deeds { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: center }
.rows td, .heat td { white-space: nowrap }
.rows th[aria-sort] a::after { content: "" ; display: inline-block; margin-left: .25rem; border: .3125rem solid transparent }
.rows th[aria-sort=ascending] a::after { border-bottom-color: #16211d; border-top-width: 0 }
.rows th[aria-sort=descending] a::after { border-top-color: #16211d; border-bottom-width: 0 }
.none { color: #46524d }
.mark { color: #8a1c1c }
.heat { font-size: .875rem }
.heat i, .key i { font-style: normal; font-size: .8125em; color: #46524d; font-weight: 400 }
.heat th { min-width: 5.5rem }
.heat thead th:first-child, .heat tbody th { position: sticky; left: 0; background: #fff; min-width: 9rem }
.heat tfoot td, .heat tfoot th { border-top: 2px solid #16211d; font-weight: 600 }
.key { display: flex; flex-wrap: wrap; gap: .375rem .75rem; align-items: center; font-size: .875rem }
.key span { padding: .125rem .5rem; border: 1px solid #b9c4bf }
.fair { background: #fdf3dc }
.low { background: #f8dcae; font-weight: 700 }
.worst, .key .worst { background: #f0b9a6; font-weight: 700; outline: 2px solid #16211d; outline-offset: -2px }
.low i, .worst i { color: #16211d }
@media screen and (max-width: 44rem) {
  .rows, .rows tbody, .rows tr, .rows th { display: block }
  .rows thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
  .rows caption { display: block }
  .rows tr { padding: .25rem 0 .5rem; border-bottom: 1px solid #b9c4bf }
  .rows th, .rows td { border: 0; padding: 0; text-align: left }
  .rows th a { font-weight: 600 }
  .rows td { display: inline-block; margin-right: .875rem; white-space: normal }
  .rows td.void { display: none }
  .rows td[data-label]::before { content: attr(data-label) " "; color: #46524d }
}
@media (min-width: 60rem) {
  .board { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2.5rem; align-items: start }
}
@media print {
  @page { size: A4; margin: 12mm 12mm 14mm }
  html { font-size: 11px }
  body { font-size: 1rem; line-height: 1.3 }
  .weeks, .no-print { display: none !important }
  h2 { break-after: avoid }
  h3, caption { break-after: avoid }
  tr, li, .band h3 { break-inside: avoid }
  thead { display: table-header-group }
  tfoot { display: table-row-group }
  .board { display: grid; grid-template-columns: 1fr 1fr; gap: 0 6mm; align-items: start }
  .scroll { overflow: visible }
  .heat { font-size: .875rem }
  .heat th { min-width: 0 }
  .heat thead th:first-child, .heat tbody th { position: static; min-width: 0 }
  th, td { padding: .1875rem .25rem }
  .fair, .low, .worst { print-color-adjust: exact; -webkit-print-color-adjust: exact }
  .names { columns: 3; column-gap: 5mm }
  .board .names { columns: 1 }
}
`;
