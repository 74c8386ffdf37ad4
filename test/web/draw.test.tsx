import { describe, expect, it } from 'vitest';
import { document, draw } from '../../web/draw.ts';

const Slow = async () => <p>later</p>;

describe('markup', () => {
  it('is drawn with its text escaped', () => {
    expect(String(document(<p title={'"'}>{'<b>'}</p>))).toBe(
      '<!DOCTYPE html><p title="&quot;">&lt;b&gt;</p>',
    );
  });

  it('that waits for something is refused, not drawn half', () => {
    expect(() => draw(<Slow />)).toThrow('waits');
  });
});
