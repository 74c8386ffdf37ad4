import { base } from './base.ts';
import { minify } from './minify.ts';

/** Forms, thank-you, home, privacy and messages. */
export const surveyStyle = minify(`
${base}
[hidden] { display: none !important }
.aside { position: absolute; left: -99rem }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0 }
.desk { margin: 0 0 .5rem; font-size: 1rem; line-height: 1.3 }
.desk + h1 { font-size: 1.25rem; margin-bottom: .625rem }
.face { flex: none; width: 2.5rem; height: 2.5rem; color: #16211d }
button, .go, summary {
  display: flex; align-items: center; gap: .75rem; width: 100%; min-height: 56px; padding: .375rem .875rem;
  border: 2px solid #5d6b65; border-radius: 10px; background: #fff; color: inherit;
  font: inherit; font-weight: 600; text-align: left; text-decoration: none; cursor: pointer;
}
button:hover, button:active, summary:hover { background: #e7f0ec; border-color: #0b4f3c }
.ratings button {
  flex-direction: column; justify-content: center; gap: .125rem; min-height: 68px; margin-bottom: .375rem; padding: .1875rem .5rem;
  font-size: 1.1875rem; line-height: 1.2; text-align: center;
}
.ratings .face { width: 2.25rem; height: 2.25rem }
.ratings small { font-size: 1rem; font-weight: 400 }
.main, .main:hover, .main:active {
  justify-content: center; background: #0b4f3c; border-color: #0b4f3c; color: #fff; text-align: center
}
.main:hover { background: #083a2c }
.notice { margin: .25rem 0 0; font-size: 1rem }
.status { border-left: 5px solid #0b4f3c; padding-left: .75rem }
.warn { border-color: #8a1c1c }
.sending {
  position: fixed; left: 0; right: 0; bottom: 0; margin: 0; padding: .75rem 1rem;
  background: #0b4f3c; color: #fff; font-weight: 600; text-align: center
}
.chosen { display: flex; align-items: center; gap: .75rem; font-size: 1.1875rem }
.chosen small { display: block; font-size: 1rem; color: #46524d }
details { margin: 0 0 .75rem }
summary { list-style: none }
summary h2 { margin: 0; font-size: inherit }
summary::-webkit-details-marker { display: none }
summary::before { content: "+"; width: 1rem; font-size: 1.5rem; line-height: 1; text-align: center }
[open] > summary { margin-bottom: .75rem }
[open] > summary::before { content: "–" }
h3 { font-size: 1.125rem; line-height: 1.3; margin-top: 1.5rem; padding-top: 1rem; border-top: 1px solid #b9c4bf }
legend, .comment label, .field label { padding: 0; margin: .75rem 0 .375rem; font-weight: 600 }
.comment label, .field label { display: block }
.choices { margin-bottom: 1.25rem }
.choices .hint { margin-bottom: .375rem }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); gap: .375rem }
.choice { position: relative; display: flex }
.choice input {
  -webkit-appearance: none; appearance: none; position: absolute; inset: 0; width: 100%; height: 100%; margin: 0;
  border: 1px solid #5d6b65; border-radius: 8px; cursor: pointer;
}
.choice input::before {
  content: ""; position: absolute; left: .5rem; top: 50%; width: 1.125rem; height: 1.125rem;
  margin-top: -.5625rem; border: 2px solid #5d6b65; border-radius: 50%;
}
.choice input:checked { border: 2px solid #0b4f3c }
.choice input:checked::before { border: .375rem solid #0b4f3c }
.choice label {
  flex: 1; display: flex; align-items: center; min-height: 48px; padding: .25rem .5rem .25rem 2.125rem;
  border-radius: 8px; font-size: 1rem; line-height: 1.25;
}
.choice :checked + label { background: #e7f0ec; font-weight: 600 }
textarea, [name=code] {
  display: block; width: 100%; min-height: 48px; margin-bottom: 1rem; padding: .5rem .75rem;
  border: 2px solid #5d6b65; border-radius: 8px; background: #fff; color: inherit; font: inherit;
}
[name=code] { max-width: 14em; font-size: 1.375rem; letter-spacing: .08em; text-transform: uppercase }
.problem { margin: .25rem 0 .5rem; padding-left: .625rem; border-left: 4px solid #8a1c1c; color: #8a1c1c; font-weight: 600 }
.problems { margin-bottom: 1rem; padding: .75rem 1rem; border: 3px solid #8a1c1c; border-radius: 8px }
.problems h2 { margin: 0 0 .25rem; font-size: 1.125rem }
.problems ul { margin: 0; padding: 0; list-style: none }
.problems a { margin: 0; color: #8a1c1c }
.card { margin: 0 0 1.25rem; padding: 1rem; border: 2px solid #0b4f3c; border-radius: 10px }
.card > :last-child { margin-bottom: 0 }
.typed { margin: 0 0 1rem; padding: .5rem .75rem; border: 1px solid #b9c4bf; white-space: pre-wrap }
dt, dd { display: inline }
dt { font-weight: 600 }
dd::after { content: ""; display: block; height: .5rem }
/* No room for words beneath the faces: beside them, so that all five stay on the first screen. */
@media (max-width: 39.99rem) and (max-height: 639px) {
  .ratings button {
    flex-direction: row; justify-content: flex-start; gap: .75rem; min-height: 50px; padding: .125rem .875rem; text-align: left;
  }
}
@media (max-width: 15rem) {
  .ratings button { padding: .25rem .375rem; font-size: 1rem }
  .ratings .face { width: 1.75rem; height: 1.75rem }
}
@media (min-width: 40rem) {
  .ratings { display: flex; flex-wrap: wrap; gap: .5rem }
  .ratings .problem { flex: 0 0 100% }
  .ratings button { flex: 1 1 0; justify-content: flex-start; gap: .625rem; min-height: 9rem; padding: 1.125rem .25rem .875rem }
  .ratings .face { width: 4rem; height: 4rem }
  .ratings small { display: block }
  .choices .grid { grid-template-columns: repeat(3, 1fr) }
}
@media (forced-colors: active) { .face { forced-color-adjust: auto; color: ButtonText } .face circle { fill: ButtonFace } }
`);
