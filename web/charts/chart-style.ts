/**
 * What pages with drawings add to their style. Sizes inside a drawing are in its own units (scales.ts). Nothing is told
 * by colour alone: lines differ in dashes, marks in shape, and all of it survives a black and white printer.
 */
export const chartStyle = `
.chart { margin: 0 0 1.25rem; max-width: 28rem }
.chart figcaption { margin-bottom: .375rem; font-size: .875rem; color: #46524d }
.chart figcaption b { display: block; font-size: 1rem; color: #16211d }
.chart > svg { display: block; width: 100%; height: auto; overflow: visible }
.chart text { font-size: 12px; fill: #16211d }
.chart .tick { text-anchor: end }
.chart .under { text-anchor: middle }
.chart .unit { fill: #46524d }
.chart tspan.remark { font-weight: 700 }
.chart .grid { stroke: #dde4e0; fill: none }
.chart .usual { fill: #dcebe4 }
.chart .centre { stroke: #0b4f3c; stroke-width: 1.5; fill: none }
.chart .limit95 { stroke: #3f6b5c; stroke-width: 1.2; stroke-dasharray: 5 3; fill: none }
.chart .limit998 { stroke: #16211d; stroke-width: 1.2; stroke-dasharray: 1.5 2.5; fill: none }
.chart .link { stroke: #6b7a74; stroke-width: 1.2; fill: none }
.chart .mark { stroke: #fff; stroke-width: .8; fill: #0b4f3c }
.chart .mark.warning { stroke: #9a4a00; stroke-width: 2; fill: #fff }
.chart .mark.action { stroke: #fff; stroke-width: 1; fill: #8a1c1c }
.chart .scale { fill: #eef2f0 }
.chart .bar { fill: #93bfae }
.chart .whisker { stroke: #16211d; stroke-width: 1.6; fill: none }
.chart .reach { fill: transparent }
.chart .name { visibility: hidden; font-weight: 600; paint-order: stroke; stroke: #fff; stroke-width: 3px }
.chart .name.middle { text-anchor: middle }
.chart .name.end { text-anchor: end }
.chart .point:hover .name, .chart .point:focus .name, .chart .named .name { visibility: visible }
.chart .point:focus { outline: none }
.chart .point:focus .reach { stroke: #111; stroke-width: 2 }
.legend { display: flex; flex-wrap: wrap; gap: 0 1rem; margin: .25rem 0; padding: 0; list-style: none; font-size: .8125rem }
.legend svg { width: 26px; height: 12px }
.chart summary { min-height: 44px; padding: 11px 0; color: #0b4f3c; font-size: .875rem; cursor: pointer }
.chart table { font-size: .8125rem }
.chart th, .chart td { padding: .25rem }
.chart .remark { font-weight: 600 }
@media print {
  .chart { max-width: none; break-inside: avoid }
  .chart details { display: none }
  .chart * { print-color-adjust: exact; -webkit-print-color-adjust: exact }
}
@media (forced-colors: active) {
  .chart > svg, .legend svg { forced-color-adjust: none; background: #fff }
}
`;
