import { chartStyle } from '../../charts/chart-style.ts';

/** A commune's week: one column on a phone, two on a desk and on paper, where it fills one page of A4. */
export const communeWeekStyle = `
${chartStyle}
.print-only { display: none }
h1 { margin-bottom: 0 }
h2 .note { font-weight: 400 }
h3 { margin-bottom: .25rem }
tbody th { font-weight: 400 }
.weeks { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1.25rem }
.when { margin-bottom: .5rem; font-size: .875rem; color: #46524d }
.tag {
  display: inline-block; margin-left: .5rem; padding: 0 .5rem; border: 2px dashed #8a1c1c; border-radius: 6px;
  color: #8a1c1c;
}
.lead { margin-bottom: .375rem; font-size: 1.125rem; line-height: 1.3; font-weight: 600 }
.key { margin-bottom: .5rem }
.key caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0) }
.key th { font-weight: 400 }
.key th:first-child { width: 40% }
.key th, .key td { padding-top: .25rem; padding-bottom: .25rem }
.key :last-child { padding-right: 0 }
.key thead th { font-size: .875rem; font-weight: 600 }
.key b { font-size: 1.125rem }
.key .note { display: block; font-size: .8125rem }
.mark { display: block; font-size: .8125rem; font-weight: 600; color: #8a1c1c }
td .note { white-space: nowrap }
.comments li { margin-bottom: .5rem }
.board > * { min-width: 0 }
@media (max-width: 30rem) {
  .brand span { display: none }
}
@media (min-width: 60rem) {
  .board { display: grid; grid-template: auto auto 1fr / 1fr 1fr; gap: 0 2.5rem; align-items: start }
  .board > section > h2:first-child, .board > div > section:first-child > h2 { margin-top: .5rem }
  .tall { grid-column: 2; grid-row: 2 / span 2 }
  .said { grid-column: 1 / span 2 }
  .comments { columns: 2; column-gap: 3.75rem }
  .comments li { break-inside: avoid }
}
@media print {
  @page { size: A4; margin: 11mm 14mm }
  html { font-size: 12px }
  body { font-size: 1rem; line-height: 1.3 }
  .top, .weeks, .when, h1 { display: none }
  header { border: 0 }
  .wide main { padding: 0; max-width: none }
  .print-only { display: block }
  .letterhead { display: flex; justify-content: space-between; align-items: flex-start; gap: 8mm }
  .letterhead p { margin: 0; text-align: center; text-transform: uppercase }
  .letterhead b { display: block }
  .letterhead b::after { content: ""; display: block; width: 40%; margin: .25rem auto 0; border-bottom: 1px solid }
  .letterhead .place { text-transform: none; font-style: italic }
  .sheet-title { margin: 3mm 0 0; text-align: center; font-size: 1.25rem; font-weight: 700; text-transform: uppercase }
  .sheet-period { margin: 0 0 3mm; text-align: center }
  .board { display: grid; grid-template-columns: 1fr 1fr; gap: 0 8mm; align-items: start }
  .tall { grid-column: 2; grid-row: 2 / span 2; font-size: .875rem }
  .said { grid-column: 1; grid-row: 3 }
  .comments { columns: auto }
  .last { grid-column: 1 / span 2; grid-row: 4 }
  .board h2 { margin: 0 0 .25rem; font-size: 1.0625rem }
  .board h3 { margin: 0; font-size: 1rem; font-weight: 400; font-style: italic }
  .board p, .board ul { margin-bottom: .375rem }
  .chart { margin-bottom: .5rem }
  .chart figcaption { margin-bottom: .125rem }
  .chart > svg { max-height: 60mm }
  .comments li { margin-bottom: .125rem }
  table { margin-bottom: .375rem }
  th, td { padding-top: .125rem; padding-bottom: .125rem }
  .tall td .note { display: inline; font-size: .8125rem }
  .tall th:first-child { width: 48% }
  .sheet-foot { break-inside: avoid; border-top: 1px solid #b9c4bf; padding-top: .25rem }
  .source { margin: 0; font-size: .8125rem; font-style: italic }
  .signatures { display: flex; justify-content: space-around; height: 26mm; padding-top: 2mm; text-align: center }
  .signatures b { display: block; text-transform: uppercase }
}
`;
