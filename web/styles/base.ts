/**
 * What all screens share. Baseline: Chromium 90 (April 2021). Sizes are in rem, so that a person's larger text
 * enlarges everything; every target is at least 44 pixels high and wide. Focus is an outline, which forced colours
 * keep. There is no motion to reduce.
 */
export const base = `
*, ::before, ::after { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body {
  margin: 0; background: #fff; color: #16211d;
  font: 1.0625rem/1.45 system-ui, Roboto, "Segoe UI", sans-serif; overflow-wrap: anywhere;
}
header, main, footer { max-width: 42rem; margin: 0 auto; padding: 0 1rem }
header { max-width: none; padding: 0; border-bottom: 3px solid #0b4f3c }
.top {
  display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between;
  max-width: 42rem; margin: 0 auto; padding: 0 1rem;
}
.brand { margin: 0; font-size: .875rem; color: #46524d }
.brand b { color: #0b4f3c; font-size: 1rem; margin-right: .25rem }
.demo { margin: 0; padding: .25rem 1rem; background: #8a1c1c; color: #fff; text-align: center; font-size: .875rem }
h1, h2, h3, p, ul, dl, dd { margin: 0 0 .75rem }
h1 { font-size: 1.5rem; line-height: 1.25 }
h2 { font-size: 1.25rem; line-height: 1.3; margin-top: 1.75rem }
ul { padding-left: 1.25rem }
main { padding-top: .75rem; padding-bottom: 1.5rem }
a, .switch {
  display: inline-block; min-width: 44px; min-height: 44px; padding: 10px 0;
  color: #0b4f3c; text-decoration: underline; text-underline-offset: 3px;
}
/* The padding enlarges the target; the margin keeps it from tearing the lines of a text apart. */
p a, li a { margin: -10px 0 }
/* A name that has to break breaks between its parts first. */
.desk span { display: inline-block }
:focus-visible { outline: 3px solid #111; outline-offset: 2px }
.hint { color: #46524d; font-size: 1rem }
/* A link on some pages, a button on others. */
.switch { width: auto; border: 0; background: none; font: inherit }
footer nav { border-top: 1px solid #b9c4bf; padding: .25rem 0 1rem }
footer a { margin-right: 1.25rem }
`;
