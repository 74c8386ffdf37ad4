import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import { chartWidth } from './scales.ts';
import { words } from './texts.ts';

interface Props {
  /** Unique in its page. */
  id: string;
  title: string;
  /** What can be seen in the drawing, for who does not see it and for who has no time to. */
  summary: Child;
  height: number;
  /** Its points can be reached one by one. */
  hasPoints?: boolean;
  legend?: Child;
  /** The same numbers as a table; none where the page has them in a table beside it. */
  table?: Child;
  children?: Child;
}

/** As a template: JSX takes a title for that of the page and looks for its head; a chart has hundreds of points. */
export const pointTitle = (text: string) => html`<title>${text}</title>`;

/** A drawing with its title, what it says in words, its legend and its numbers. */
export const ChartFrame = ({ id, title, summary, height, hasPoints, legend, table, children }: Props) => (
  <figure class="chart">
    <figcaption>
      <b>{title}</b> <span id={`${id}-summary`}>{summary}</span>
    </figcaption>
    {hasPoints ? (
      <a class="skip" href={`#${id}-end`}>
        {words.skip}
      </a>
    ) : null}
    <svg
      viewBox={`0 0 ${chartWidth} ${height}`}
      preserveAspectRatio="xMinYMin"
      // One picture, or a group whose points can be gone through.
      role={hasPoints ? 'group' : 'img'}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-summary`}
    >
      <title id={`${id}-title`}>{title}</title>
      {children}
    </svg>
    {legend ? <ul class="legend">{legend}</ul> : null}
    {table ? (
      <details>
        <summary>{words.table}</summary>
        {table}
      </details>
    ) : null}
    {hasPoints ? <span id={`${id}-end`} tabindex={-1}></span> : null}
  </figure>
);

/** One line of a legend: what is drawn inside a box of 26 × 12, and what it means. */
export const Key = ({ text, children }: { text: string; children?: Child }) => (
  <li>
    <svg viewBox="0 0 26 12" width="26" height="12" aria-hidden="true">
      {children}
    </svg>{' '}
    {text}
  </li>
);
