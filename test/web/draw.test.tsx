import { describe, expect, it } from 'vitest';
import { document, documentParts, draw, textOf } from '../../web/draw.ts';
import { drawnOnce } from '../../web/drawn-once.ts';

const Slow = async () => <p>later</p>;

const long = 'Ông/Bà '.repeat(200);
const Inner = drawnOnce(String, (text: string) => <b>{text}</b>);
const Outer = drawnOnce(String, (text: string) => (
  <section>
    {Inner(text)}
    {Inner('short')}
  </section>
));
const Page = ({ typed }: { typed: string }) => (
  <main>
    {Outer(long)}
    <p>{typed}</p>
    {Inner(long)}
  </main>
);

describe('markup', () => {
  it('is drawn with its text escaped', () => {
    expect(String(document(<p title={'"'}>{'<b>'}</p>))).toBe(
      '<!DOCTYPE html><p title="&quot;">&lt;b&gt;</p>',
    );
  });

  it('that waits for something is refused, not drawn half', () => {
    expect(() => draw(() => <Slow />)).toThrow('waits');
  });

  it('is the same text in parts as in one piece', () => {
    const page = <Page typed="<Cảm ơn>" />;
    expect(documentParts(page).map(textOf).join('')).toBe(String(document(page)));
  });

  it('hands out long parts that pages have in common as the same object, whatever is drawn inside them', () => {
    const [one, other] = ['một', 'hai'].map((typed) =>
      documentParts(<Page typed={typed} />).filter((part) => typeof part !== 'string'),
    );
    expect(one).toHaveLength(2);
    expect(one?.[0]).toBe(other?.[0]);
    expect(one?.[1]).toBe(other?.[1]);
  });

  it('that failed half way leaves nothing behind for the next page', () => {
    expect(() =>
      documentParts(
        <main>
          {Outer(long)}
          <Slow />
        </main>,
      ),
    ).toThrow('waits');
    expect(draw(() => <p>{Inner(long)}</p>)).toBe(`<p><b>${long}</b></p>`);
  });
});
