/**
 * What all signed-in pages share: calm, dense enough for a desk, usable on a phone, printable in black and white.
 * Sizes in rem; targets at least 44 pixels high on screens. One class, one meaning: .card, .figures, .note, .go, .plain.
 */
export const staffBase = `
*, ::before, ::after { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body {
  margin: 0; background: #fff; color: #16211d;
  font: 1rem/1.45 system-ui, Roboto, "Segoe UI", sans-serif; overflow-wrap: anywhere;
}
header { border-bottom: 3px solid #0b4f3c }
main, .top, nav.unit { max-width: 46rem; margin: 0 auto; padding-left: 1rem; padding-right: 1rem }
.wide main, .wide .top, .wide nav.unit { max-width: 76rem }
main { padding-top: .75rem; padding-bottom: 2rem }
.skip { position: absolute; left: -99rem }
.skip:focus { left: .5rem; top: .5rem; background: #fff; padding: .75rem; z-index: 1 }
.top { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 1rem }
.brand { margin: 0; font-size: .875rem; color: #46524d }
.brand b { color: #0b4f3c; font-size: 1rem; margin-right: .25rem }
.demo { margin: 0; padding: .25rem 1rem; background: #8a1c1c; color: #fff; text-align: center; font-size: .875rem }
.sign-out { display: flex; align-items: center; gap: 0 1rem; margin: 0 }
nav.unit { display: flex; flex-wrap: wrap; gap: 0 1.25rem; border-top: 1px solid #b9c4bf }
nav.unit a[aria-current] { font-weight: 700; text-decoration: none; box-shadow: inset 0 -3px #0b4f3c }
h1, h2, h3, p, ul, ol, dl, dd { margin: 0 0 .75rem }
h1 { font-size: 1.375rem; line-height: 1.25 }
h2 { font-size: 1.125rem; line-height: 1.3; margin-top: 1.5rem }
h3 { font-size: 1rem }
ul, ol { padding-left: 1.25rem }
a, .plain {
  display: inline-block; min-width: 44px; min-height: 44px; padding: 10px 0;
  color: #0b4f3c; text-decoration: underline; text-underline-offset: 3px;
}
p a, li a, td a, th a { margin: -10px 0 }
summary { min-height: 44px; padding: 10px 0; cursor: pointer }
.plain { width: auto; border: 0; background: none; font: inherit; cursor: pointer }
:focus-visible { outline: 3px solid #111; outline-offset: 2px }
.card { margin: 0 0 1rem; padding: .875rem 1rem; border: 1px solid #b9c4bf; border-radius: 8px }
.card > :first-child { margin-top: 0 }
.card > :last-child { margin-bottom: 0 }
.note { color: #46524d; font-size: .875rem }
.go {
  display: inline-flex; align-items: center; justify-content: center; min-height: 48px; padding: .5rem 1.25rem;
  border-radius: 8px; background: #0b4f3c; color: #fff; font: inherit; font-weight: 600; text-decoration: none;
  border: 2px solid #0b4f3c; cursor: pointer;
}
table { width: 100%; border-collapse: collapse; margin-bottom: 1rem; overflow-wrap: break-word }
caption { text-align: left; font-weight: 600; padding-bottom: .375rem }
th, td { padding: .375rem .5rem; border-bottom: 1px solid #b9c4bf; text-align: right; vertical-align: middle }
th:first-child, td:first-child { text-align: left; padding-left: 0 }
th.text, td.text { text-align: left }
.scroll { overflow-x: auto }
.lines { white-space: pre-line }
label, legend { font-weight: 600 }
input:not([type=checkbox]):not([type=radio]), select, textarea {
  display: block; width: 100%; max-width: 28rem; min-height: 44px; padding: .5rem .625rem; font: inherit;
  border: 1px solid #5c6863; border-radius: 6px; background: #fff; color: inherit;
}
.field { margin-bottom: 1rem }
.problem { color: #8a1c1c; font-weight: 600; margin: .25rem 0 }
[aria-invalid=true] { border: 2px solid #8a1c1c }
.problems { padding: .75rem 1rem; border: 2px solid #8a1c1c; border-radius: 8px; margin-bottom: 1rem }
.done { padding: .75rem 1rem; border: 2px solid #0b4f3c; border-radius: 8px; margin-bottom: 1rem }
@media print {
  @page { size: A4; margin: 14mm }
  body { font-size: 9.5pt }
  .skip, .sign-out, nav.unit, .no-print { display: none }
  main { max-width: none; padding: 0 }
  .demo { background: none; color: #8a1c1c; border: 1px solid }
  a { color: inherit; text-decoration: none; min-height: 0; padding: 0; margin: 0 }
}
`;
