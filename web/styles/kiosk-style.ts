import { base } from './base.ts';
import { minify } from './minify.ts';

/**
 * A tablet at arm's length: everything large, one screen, nothing to scroll. No hover: on a touch screen it would stay on
 * what the last person touched.
 */
export const kioskStyle = minify(`
${base}
[hidden] { display: none !important }
html, body { height: 100% }
body { display: flex; flex-direction: column; font-size: 1.25rem; -webkit-user-select: none; user-select: none }
header { flex: none; width: 100% }
header p { padding-top: .5rem; padding-bottom: .5rem }
.top { justify-content: center }
main { flex: 1; display: flex; flex-direction: column; width: 100%; max-width: none; padding: 1.5rem 2rem 1rem; text-align: center }
section { flex: 1; display: flex; flex-direction: column; justify-content: center }
h1 { max-width: 32em; margin: 0 auto 2rem; font-size: 2.25rem }
p { max-width: 40em; margin-left: auto; margin-right: auto }
.desk { margin-bottom: 1.5rem; font-size: 1.375rem; line-height: 1.35 }
fieldset { display: flex; gap: 1rem; min-width: 0; margin: 0; padding: 0; border: 0 }
button {
  flex: 1 1 0; display: flex; flex-direction: column; align-items: center; gap: 1.25rem; min-width: 0; padding: 2.25rem .5rem 2rem;
  border: 3px solid #5d6b65; border-radius: 16px; background: #fff; color: inherit;
  font: inherit; font-size: 1.5rem; font-weight: 600; line-height: 1.2; cursor: pointer; touch-action: manipulation;
}
button:active { background: #e7f0ec; border-color: #0b4f3c }
button:disabled { border-color: #b9c4bf; cursor: default }
button:disabled .face { opacity: .6 }
.face { flex: none; width: 8rem; height: 8rem; color: #16211d }
.tick { width: 9rem; height: 9rem; margin: 0 auto 1.5rem; color: #0b4f3c }
.go {
  align-self: center; padding: 1rem 2rem; border-radius: 12px; background: #0b4f3c; color: #fff;
  font-weight: 600; text-decoration: none
}
.notice { margin: 1.5rem auto 0; font-size: 1.125rem }
.state { margin: 1rem auto 0; font-size: 1rem; color: #46524d }
.state.warn { color: inherit; font-weight: 600 }
@media (orientation: portrait) {
  fieldset { flex-direction: column }
  button { flex-direction: row; gap: 1.5rem; padding: .875rem 2rem; text-align: left }
  .ratings .face { width: 5rem; height: 5rem }
}
@media (max-height: 600px), (max-width: 600px) {
  body { font-size: 1.0625rem }
  main { padding: .75rem 1rem }
  h1 { margin-bottom: 1rem; font-size: 1.375rem }
  .desk { margin-bottom: .75rem; font-size: 1rem }
  button { gap: .75rem; padding: .5rem; font-size: 1.0625rem }
  .ratings .face { width: 2.75rem; height: 2.75rem }
  .notice { margin-top: .75rem; font-size: 1rem }
  .tick { width: 5rem; height: 5rem }
}
@media (forced-colors: active) { .face { forced-color-adjust: auto; color: ButtonText } .face circle { fill: ButtonFace } .tick { color: CanvasText } }
`);
