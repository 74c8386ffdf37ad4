import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Problem, Typed } from '../../web/components/problems.tsx';
import { SurveyPage } from '../../web/pages/survey-page.tsx';
import { demo, desk, render, token, vietnamese } from './samples.tsx';

const survey = (typed: Typed = {}, problems: readonly Problem[] = [], site = vietnamese) =>
  render(<SurveyPage site={site} desk={desk} token={token} typed={typed} problems={problems} />);

describe('the form', () => {
  it('asks the question of questionnaire 1 and offers five buttons that send it, best first', async () => {
    const html = await survey();
    expect(html).toContain('Nhìn chung, Ông/Bà hài lòng ở mức nào với lần giải quyết thủ tục này?');
    expect(html).toContain(`<form method="post" action="/d/${desk.code}"`);
    const buttons = [...html.matchAll(/<button type="submit" name="overall" value="(\d)"/g)];
    expect(buttons.map((match) => match[1])).toEqual(['5', '4', '3', '2', '1']);
  });

  it('says the five answers in words, and hides the faces from screen readers', async () => {
    const html = await survey();
    for (const words of ['Rất hài lòng', 'Hài lòng', 'Bình thường', 'Không hài lòng', 'Rất không hài lòng']) {
      expect(html).toContain(`<span>${words}</span>`);
    }
    expect(html.match(/<svg class="face"[^>]*aria-hidden="true"/g)).toHaveLength(5);
  });

  it('draws five faces that differ without their colours', async () => {
    const faces = [...(await survey()).matchAll(/<svg class="face".*?<\/svg>/gs)].map(([svg]) =>
      svg.replaceAll(/fill="#\w+"/g, ''),
    );
    expect(new Set(faces).size).toBe(5);
  });

  it('names the commune police, the province and the desk, and carries the token', async () => {
    const html = await survey();
    expect(html).toContain('Công an phường Văn Miếu - Quốc Tử Giám');
    expect(html).toContain('thành phố Hà Nội');
    expect(html).toContain(desk.name);
    expect(html).toContain(`<input type="hidden" name="token" value="${token}"/>`);
  });

  it('is one rating and a line on privacy, with nothing to fill in', async () => {
    const html = await survey();
    expect(html).not.toMatch(/type="radio"|<textarea|checked=/);
    expect(html).toContain('<a href="/privacy">');
  });

  it('takes less than 12 KB on the wire, with problems and details too', async () => {
    const plain = gzipSync(await survey({}, [], demo)).length;
    const full = gzipSync(await survey({ comment: 'x' }, [{ field: 'comment', text: 'x' }], demo)).length;
    expect(plain).toBeLessThan(4 * 1024);
    expect(full).toBeLessThan(12 * 1024);
  });
});

describe('the form after wrong input', () => {
  it('says a missing rating right at the buttons, which stay where they are', async () => {
    const html = await survey({}, [{ field: 'overall', text: 'Xin chọn một mức hài lòng.' }]);
    expect(html).toMatch(/id="problem-overall" role="alert">Xin chọn một mức hài lòng\.</);
    expect(html).toMatch(/<fieldset[^>]*id="overall"[^>]*aria-describedby="problem-overall"/);
    expect(html).not.toContain('class="problems"');
    expect(html).toContain('<title>Cần sửa: ');
  });

  it('says a problem that belongs to no field before everything else, without a link', async () => {
    const html = await survey({}, [{ field: 'token', text: 'Phiếu đã mở quá lâu.' }]);
    expect(html).toContain('<li>Phiếu đã mở quá lâu.</li>');
    expect(html.indexOf('role="alert"')).toBeLessThan(html.indexOf('<h1'));
  });

  it('shows again all that was typed', async () => {
    const html = await survey({
      attitude: 'na',
      visits: '2',
      procedure: 'residence',
      comment: '\nChờ lâu\nquá',
    });
    expect(html.match(/checked=""/g)).toHaveLength(3);
    for (const id of ['attitude-na', 'visits-2', 'procedure-residence']) {
      expect(html).toMatch(new RegExp(`id="${id}"[^>]*checked=""`));
    }
    // HTML drops the first line break, so that the person's own stays.
    expect(html).toContain('>\n\nChờ lâu\nquá</textarea>');
  });

  it('ties a problem to its field and links to it', async () => {
    const html = await survey({ comment: 'x' }, [{ field: 'comment', text: 'Dài quá.' }]);
    expect(html).toContain('<a href="#comment">Dài quá.</a>');
    expect(html).toMatch(
      /<textarea[^>]*aria-describedby="hint-comment problem-comment"[^>]*aria-invalid="true"/,
    );
    expect(html).toContain('<p class="problem" id="problem-comment">Dài quá.</p>');
  });

  it('does not let Enter in a field press a rating: the first button of the form sends none', async () => {
    const html = await survey({ attitude: '3' });
    expect(/<button[^>]*>/.exec(html)?.[0]).toBe('<button type="submit" form="answer" hidden="">');
  });

  it('shows what was typed as text, whatever it is', async () => {
    const hostile = '</textarea><script>alert(1)</script>"\'&';
    const html = await survey({ comment: hostile, attitude: hostile, '"><i>': 'x' }, [
      { field: '"><i>', text: hostile },
    ]);
    expect(html).not.toMatch(/<script|<i>/);
    expect(html).toContain('&lt;/textarea&gt;&lt;script&gt;');
    expect(html).not.toContain('checked=');
  });
});
