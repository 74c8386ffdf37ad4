import type { Page } from 'playwright-core';

const MINIMUM_CSS_PX = 44;

export interface SmallTarget {
  target: string;
  width: number;
  height: number;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

// The few names of a browser that are used below; the whole DOM library would let functions use it, too.
interface PageElement {
  tagName: string;
  outerHTML: string;
  textContent: string;
  type?: string;
  labels?: Iterable<PageElement> | null;
  getBoundingClientRect(): Box;
  checkVisibility(options: { visibilityProperty: boolean }): boolean;
  closest(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}
declare const document: { querySelectorAll(selector: string): Iterable<PageElement> };
declare const scrollX: number;
declare const scrollY: number;
declare const getComputedStyle: (element: PageElement) => { display: string };

/**
 * Every visible control whose clickable box is under 44 × 44 CSS pixels. A radio button or a checkbox is clicked by
 * its label as well; a link inside running text is exempt (WCAG 2.5.8, "inline").
 */
export const targetsSmallerThan44 = async (page: Page): Promise<SmallTarget[]> => {
  const targets = await page.evaluate(measureTargets);
  return targets
    .filter(({ boxes, isInRunningText }) => boxes.length > 0 && !isInRunningText)
    .map(({ target, boxes }) => ({ target, ...sizeOf(boxes) }))
    .filter(({ width, height }) => Math.min(width, height) < MINIMUM_CSS_PX);
};

/** Runs in the page, alone: it can use nothing of this file but types. */
const measureTargets = () =>
  [
    ...document.querySelectorAll(
      'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link]',
    ),
  ].map((element) => {
    const isLink = element.tagName.toLowerCase() === 'a';
    const isInline = getComputedStyle(element).display === 'inline';
    const clickable = [
      element,
      ...(['radio', 'checkbox'].includes(element.type ?? '') ? (element.labels ?? []) : []),
      // An inline element's own box is as high as its line, even around something higher.
      ...(isLink && isInline ? element.querySelectorAll('*') : []),
    ];
    const paragraph = element.closest('p, li, dd, td, figcaption, blockquote');
    const textBeside = [...(paragraph?.querySelectorAll('a[href]') ?? [])].reduce(
      (text, link) => text.replace(link.textContent, ' '),
      paragraph?.textContent ?? '',
    );
    return {
      target: element.outerHTML.replaceAll(/\s+/g, ' ').slice(0, 120),
      isInRunningText: isLink && isInline && /\p{L}{2}/u.test(textBeside),
      boxes: clickable
        .filter((part) => part.checkVisibility({ visibilityProperty: true }))
        .map((part) => part.getBoundingClientRect())
        .map(({ left, top, right, bottom }) => ({ left, top, right, bottom }))
        // Not what only screen readers find: a box of one pixel, or outside the page.
        .filter(({ left, top, right, bottom }) => right - left > 1 && bottom - top > 1)
        .filter(({ right, bottom }) => right + scrollX > 0 && bottom + scrollY > 0),
    };
  });

const sizeOf = (boxes: Box[]) => {
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  return { width: tenths(right - left), height: tenths(bottom - top) };
};

/** Layout works in 1/64 pixels: 43.98 is 44. */
const tenths = (pixels: number) => Math.round(pixels * 10) / 10;
