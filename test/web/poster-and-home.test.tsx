import { describe, expect, it } from 'vitest';
import { spellDeskCode } from '../../functions/domain/desk-code.ts';
import { qrSvg } from '../../web/components/qr-code.tsx';
import { HomePage } from '../../web/pages/home-page.tsx';
import { PosterPage } from '../../web/pages/poster-page.tsx';
import { desk, render, vietnamese } from './samples.tsx';

const qr = { size: 29, path: 'M4 4h7v1h-7z' };

describe('the poster', () => {
  it('prints whose desk it is, the code in two groups and the host to type', async () => {
    const html = await render(
      <PosterPage
        site={vietnamese}
        desk={desk}
        address={`https://thuocdo.example.vn/d/${desk.code}`}
        qr={qr}
      />,
    );
    expect(html).toContain(`<p class="code">${spellDeskCode(desk.code)}</p>`);
    expect(html).toContain('<b class="address">thuocdo.example.vn</b>');
    expect(html).toContain('Công an phường Văn Miếu - Quốc Tử Giám');
    expect(html).toContain('Không yêu cầu đăng nhập, số điện thoại, mã OTP hay chuyển tiền');
  });

  it('draws the QR code black on white, as a page and as a file of its own', async () => {
    const html = await render(<PosterPage site={vietnamese} desk={desk} address="localhost:8080" qr={qr} />);
    expect(html).toContain('<path fill="#000" d="M4 4h7v1h-7z"></path>');
    expect(qrSvg(qr)).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 29 29"/);
    expect(qrSvg({ size: 29, path: '"/><script>' })).not.toContain('<script');
  });
});

describe('home', () => {
  it('asks for a desk code and never for anything else', async () => {
    const html = await render(<HomePage site={vietnamese} />);
    expect([...html.matchAll(/<(?:input|textarea|select)[^>]*name="([^"]+)"/g)].map((m) => m[1])).toEqual([
      'code',
    ]);
    expect(html).toContain('mã OTP');
  });

  it('keeps what was typed beside what is wrong with it', async () => {
    const html = await render(<HomePage site={vietnamese} typed={'7k"q'} problem="unknown_code" />);
    expect(html).toContain('value="7k&quot;q"');
    expect(html).toContain('aria-describedby="hint-code problem-code"');
    expect(html).toContain('áp phích có thể là giả');
  });

  it('shows whose desk a code belongs to before it leads to the form', async () => {
    const html = await render(<HomePage site={vietnamese} typed={desk.code} desk={desk} />);
    expect(html.indexOf(desk.name)).toBeLessThan(html.indexOf(`href="/d/${desk.code}"`));
    expect(html).toContain('thành phố Hà Nội');
  });
});
