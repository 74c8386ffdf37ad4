import { describe, expect, it } from 'vitest';
import { MessagePage } from '../../web/pages/message-page.tsx';
import { demo, english, everyPage, render, vietnamese } from './samples.tsx';

const names = Object.keys(everyPage(vietnamese));
const pageOf = (name: string, site = demo) => render(everyPage(site)[name]);

describe.each(names)('%s', (name) => {
  it('carries nothing that the content security policy would stop', async () => {
    const html = await pageOf(name);
    expect(html).not.toMatch(/<script|\sstyle=|\son\w+=|javascript:|<iframe|<img/i);
  });

  it('asks no other host for anything', async () => {
    const addresses = [...(await pageOf(name)).matchAll(/\s(?:src|href|action)="([^"]*)"/g)].map(
      (m) => m[1] ?? '',
    );
    const outside = addresses.filter((address) => !/^[/#]/.test(address) && address !== 'data:,');
    // A link that a person may follow is no request.
    expect(outside.filter((address) => address !== 'https://dichvucong.gov.vn/')).toEqual([]);
  });

  it('has a language, a title, one main heading and its landmarks', async () => {
    const html = await pageOf(name);
    expect(html).toMatch(/^<!DOCTYPE html><html lang="vi">/);
    expect(html).toMatch(/<title>[^<]+ – Thước Đo<\/title>/);
    for (const tag of ['h1', 'header', 'main', 'footer']) {
      expect(html.match(new RegExp(`<${tag}[ >]`, 'g')), tag).toHaveLength(1);
    }
    expect(await pageOf(name, english)).toContain('<html lang="en">');
  });

  it('uses every id once and refers to ids that exist', async () => {
    const html = await pageOf(name);
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const references = [
      ...html.matchAll(/\s(?:for|aria-labelledby|aria-describedby)="([^"]+)"|href="#([^"]+)"/g),
    ];
    for (const id of references.flatMap((match) => (match[1] ?? match[2] ?? '').split(' '))) {
      expect(ids).toContain(id);
    }
  });

  it('has a label for every field that a person fills in', async () => {
    const html = await pageOf(name);
    for (const [field] of html.matchAll(/<(?:input|textarea)[^>]*>/g)) {
      if (field.includes('type="hidden"')) continue;
      const id = /\sid="([^"]+)"/.exec(field)?.[1];
      expect(html).toContain(`<label for="${id}">`);
    }
  });

  it('says that its data are a sample in demo, and only there', async () => {
    expect(await pageOf(name)).toContain('<b>Dữ liệu mẫu</b>');
    expect(await pageOf(name, vietnamese)).not.toContain('<b>Dữ liệu mẫu</b>');
  });
});

describe('pages', () => {
  it('are kept from search engines when they are forms, posters or errors', async () => {
    for (const name of ['survey', 'thanks', 'unavailable', 'message', 'poster', 'home with a problem']) {
      expect(await pageOf(name), name).toContain('<meta name="robots" content="noindex"');
    }
    for (const name of ['home', 'result', 'province', 'privacy']) {
      expect(await pageOf(name), name).not.toContain('noindex');
    }
  });

  it('show markup in a text as text', async () => {
    const html = await render(
      <MessagePage
        site={vietnamese}
        title="<b>1</b>"
        text={'"><script>alert(1)</script>'}
        link={{ href: '/"x', text: '&' }}
      />,
    );
    expect(html).not.toMatch(/<script|<b>1|\/"x/);
    expect(html).toContain('&lt;script&gt;');
  });
});
