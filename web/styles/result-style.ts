import { base } from './base.ts';
import { minify } from './minify.ts';

/** Public results of a commune and of a province. */
export const resultStyle = minify(`
${base}
.wide main, .wide footer, .wide .top { max-width: 64rem }
.period { margin: 0 0 1.25rem; padding: 1rem; border: 1px solid #b9c4bf; border-radius: 10px }
.period h2 { margin-top: 0; margin-bottom: .125rem }
.period > :last-child { margin-bottom: 0 }
.big { margin: .25rem 0 0; font-size: 2.25rem; line-height: 1.2; font-weight: 700; color: #0b4f3c }
.few { font-weight: 600; font-size: 1.125rem; margin-bottom: .25rem }
.bar { display: block; width: 100%; height: 1.25rem; margin: .25rem 0 }
.bar .scale { fill: #dde4e0 }
.bar .interval { fill: #79b09b }
.bar .rate { fill: #8a1c1c }
.ends { display: flex; justify-content: space-between; margin: 0 0 .5rem; font-size: .875rem; color: #46524d }
.figures { display: flex; flex-wrap: wrap; gap: .25rem 2rem; margin: .5rem 0 0 }
.figures div { display: flex; gap: .5rem }
.figures dd { margin: 0; white-space: nowrap; font-weight: 600 }
table { overflow-wrap: break-word; width: 100%; border-collapse: collapse; margin-bottom: 1rem }
caption { text-align: left; font-weight: 600; padding-bottom: .375rem }
th, td { padding: .375rem .5rem; border-bottom: 1px solid #b9c4bf; text-align: right; vertical-align: middle }
th:first-child { text-align: left; padding-left: 0 }
.weeks { display: block; line-height: 1.3; font-weight: 400; font-size: .875rem; color: #46524d }
.weeks span { display: inline-block }
.final { font-size: .9375rem; color: #46524d; margin: 0 0 .25rem }
.none { color: #46524d }
.open { padding: 1rem; border: 2px dashed #8a1c1c; border-radius: 10px }
.open h2 { margin-top: 0 }
.go {
  display: flex; align-items: center; justify-content: center; min-height: 52px; padding: .5rem 1rem; border-radius: 10px;
  background: #0b4f3c; color: #fff; font-weight: 600; text-decoration: none; border: 2px solid #0b4f3c;
}
@media (max-width: 44rem) {
  .rows, .rows tbody, .rows tr, .rows th, .rows td { display: block }
  .rows thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0) }
  .rows tr { padding: .25rem 0 .75rem; border-bottom: 1px solid #b9c4bf }
  .rows th, .rows td { border: 0; padding: 0; text-align: left }
  .rows td[data-label] { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem }
  .rows td[data-label]::before { content: attr(data-label); color: #46524d }
}
`);
