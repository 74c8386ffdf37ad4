/**
 * Takes out comments and white space that CSS does not need. For our own styles only: they hold no strings with
 * double spaces, semicolons or braces in them.
 */
export const minify = (css: string): string =>
  css
    .replaceAll(/\/\*.*?\*\//gs, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,>]) ?/g, '$1')
    .replaceAll(': ', ':')
    .replaceAll(';}', '}')
    .trim();
