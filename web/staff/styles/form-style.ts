/** Pages on which something is entered: choices, searches, and tables whose cells stand below each other on a phone. */
export const formRules = `
fieldset { border: 0; margin: 0 0 1rem; padding: 0; min-width: 0 }
.check { display: grid; grid-template-columns: auto 1fr; align-items: center; gap: 0 .625rem; min-height: 44px }
.check input { width: 24px; height: 24px; margin: 0; min-height: 0 }
.check label { display: flex; align-items: center; min-height: 44px; font-weight: 400 }
.check .note { grid-column: 2; margin: 0 0 .375rem }
.field .note { margin: 0 0 .25rem; max-width: 42rem }
textarea { max-width: 40rem }
.problems > :first-child { margin-top: 0 }
.problems > :last-child { margin-bottom: 0 }
.problems li a { vertical-align: top }
p a.go { margin: 0 }
textarea[rows="12"], pre { font-family: ui-monospace, monospace; font-size: .9375rem }
pre { margin: 0; white-space: pre-wrap }
.week { border-bottom: 1px solid #b9c4bf; padding-bottom: .5rem }
.field.week input[inputmode=numeric] { max-width: 10rem }
.field input[aria-invalid=true] { border: 2px solid #8a1c1c }
.second {
  min-height: 44px; padding: .375rem 1rem; border: 2px solid #0b4f3c; border-radius: 8px; background: #fff;
  color: #0b4f3c; font: inherit; font-weight: 600; cursor: pointer;
}
.search { display: flex; flex-wrap: wrap; align-items: end; gap: .5rem 1rem; margin-bottom: .75rem }
.search label { flex-basis: 100% }
.search .field { margin: 0; min-width: 12rem }
.search input { flex: 1 1 12rem }
.rows th span { display: block; font-weight: 400 }
.rows .bad { color: #8a1c1c; font-weight: 700 }
.cards { list-style: none; padding: 0 }
.effect { margin: 0 0 .5rem }
.effect div { display: flex; flex-wrap: wrap; gap: 0 .5rem }
.effect dt { color: #46524d }
.effect dd { margin: 0 }
.changes { margin: 0 }
.changes div { margin-bottom: .375rem }
.changes dt { font-weight: 600 }
.changes dd { margin: 0 }
.deeds { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin-bottom: .75rem }
@media (max-width: 40rem) {
  .rows thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
  .rows tr { display: block; padding: .5rem 0; border-bottom: 1px solid #b9c4bf }
  .rows th, .rows td { display: block; border: 0; padding: .125rem 0; text-align: left }
  .rows td[data-label]::before { content: attr(data-label) ":"; margin-right: .375rem; color: #46524d }
}
`;
