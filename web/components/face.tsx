import { html, raw } from 'hono/html';
import type { Rating } from '../../functions/domain/questionnaire.ts';
import { drawnOnce } from '../drawn-once.ts';

/** Told apart by eyes, brows and mouth; the tint only helps. */
const faces: Record<Rating, { tint: string; line: string; mouth?: string; dots: boolean }> = {
  1: { tint: '#f3c9c5', line: 'M8 9l5 3M24 9l-5 3', mouth: 'M10 24.5a6 5.5 0 0 1 12 0z', dots: true },
  2: { tint: '#f8dfc6', line: 'M10.5 23q5.5-5.5 11 0', dots: true },
  3: { tint: '#f1ecc9', line: 'M10.5 21.5h11', dots: true },
  4: { tint: '#dbecc8', line: 'M10 19.5q6 6 12 0', dots: true },
  5: {
    tint: '#bfe2ca',
    line: 'M8.5 13q2.2-4 4.4 0M19 13q2.2-4 4.4 0',
    mouth: 'M8.5 18h15a7.5 7.5 0 0 1-15 0z',
    dots: false,
  },
};

/** As a template: a head or svg element of JSX starts the AsyncLocalStorage that `draw` stays clear of. */
const drawn = drawnOnce(String, (rating: Rating) => {
  const { tint, line, mouth, dots } = faces[rating];
  return html`<svg class="face" viewBox="0 0 32 32" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round">
<circle cx="16" cy="16" r="14" fill="${tint}" />
${dots ? raw('<path d="M11 14v.5M21 14v.5" stroke-width="3" />') : ''}
<path d="${line}" />
${mouth ? html`<path d="${mouth}" fill="currentColor" stroke-linejoin="round" />` : ''}
</svg>`;
});

/** A drawing beside the words, which carry the meaning: hidden from screen readers. */
export const Face = ({ rating }: { rating: Rating }) => drawn(rating);
