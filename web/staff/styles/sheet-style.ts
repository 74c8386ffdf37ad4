/** What hangs at a desk: one sheet, read while standing. On the screen it lies below the choice of what is on it. */
export const sheetRules = (size: 'a4' | 'a5'): string => `
.sheet { border-top: 3px solid #0b4f3c; padding-top: 1rem }
.sheet .from { text-align: center }
.sheet h2 { font-size: 1.5rem; text-align: center; margin: .5rem 0 1rem }
.sheet ul { list-style: none; padding: 0 }
.sheet li { border-left: 6px solid #0b4f3c; padding-left: .75rem; margin-bottom: 1rem }
.sheet li p { margin-bottom: .25rem }
@media print {
  @page { size: ${size === 'a4' ? 'A4' : 'A5'}; margin: ${size === 'a4' ? 18 : 11}mm }
  header { border: 0 }
  header > :not(.demo) { display: none }
  .sheet { border: 0; padding: 0; font-size: ${size === 'a4' ? 14 : 11}pt }
  .sheet h2 { font-size: ${size === 'a4' ? 24 : 17}pt }
  .sheet li { break-inside: avoid }
}
`;
