import { describe, expect, it } from 'vitest';
import { criteria, facts, procedures } from '../../functions/domain/questionnaire.ts';
import type { Problem, Typed } from '../../web/components/problems.tsx';
import { ThanksPage } from '../../web/pages/thanks-page.tsx';
import { UnavailablePage } from '../../web/pages/unavailable-page.tsx';
import { vi } from '../../web/texts/vi.ts';
import { desk, render, token, vietnamese } from './samples.tsx';

type Notice = Parameters<typeof ThanksPage>[0]['notice'];

const thanks = (notice: Notice, typed: Typed = {}, problems: readonly Problem[] = []) =>
  render(
    <ThanksPage
      site={vietnamese}
      desk={desk}
      overall={4}
      token={token}
      edition={3}
      typed={typed}
      problems={problems}
      notice={notice}
    />,
  );

describe('the thank-you page', () => {
  it('says what is recorded, in words and with its face', async () => {
    const html = await thanks('recorded');
    expect(html).toContain(vi.thanks.notices.recorded);
    expect(html).toMatch(/<p class="chosen"><svg.*?<b>Hài lòng<\/b>/s);
  });

  it('offers another rating and all details in one form, so that neither loses the other', async () => {
    const html = await thanks('recorded');
    expect(html.match(/<form /g)).toHaveLength(1);
    expect(html).toContain(`<form method="post" action="/d/${desk.code}/details"`);
    expect(html).toContain(`name="token" value="${token}"`);
    expect(html).toContain('name="edition" value="3"');
    expect(html.match(/name="overall"/g)).toHaveLength(5);
    expect(/<button[^>]*>/.exec(html)?.[0]).toBe('<button type="submit" form="answer" hidden="">');
  });

  it('asks every question with every answer, and selects none of them', async () => {
    const html = await thanks('recorded');
    const answers = {
      ...Object.fromEntries(criteria.map((criterion) => [criterion, ['5', '4', '3', '2', '1', 'na']])),
      ...facts,
      procedure: procedures,
    };
    for (const [name, values] of Object.entries(answers)) {
      const offered = [
        ...html.matchAll(new RegExp(`type="radio" id="[^"]+" name="${name}" value="([^"]+)"`, 'g')),
      ];
      expect(
        offered.map((match) => match[1]),
        name,
      ).toEqual([...values]);
    }
    expect(html).not.toMatch(/checked=|selected=/);
    expect(html).toContain('maxlength="500"');
    expect(html).toContain('Không ghi họ tên, số điện thoại, số căn cước');
  });

  it('stays folded until there is something to correct', async () => {
    expect(await thanks('recorded')).not.toContain('<details open');
    expect(await thanks('added', { comment: 'x' })).not.toContain('<details open');
    const problem = { field: 'waiting', text: 'Xin chọn lại.' };
    const html = await thanks('invalid', { comment: 'x' }, [problem]);
    expect(html.match(/<details open/g)).toHaveLength(1);
    expect(html).toContain('<a href="#waiting">Xin chọn lại.</a>');
    expect(html).toMatch(/<fieldset id="waiting"[^>]*aria-describedby="problem-waiting"/);
  });

  it('unfolds what was sent in vain, so that it can be sent again', async () => {
    expect(await thanks('unchanged', { comment: 'x' })).toContain('<details open');
    expect(await thanks('unchanged')).not.toContain('<details open');
  });

  it('has nothing to send two hours later, but gives back the comment', async () => {
    const html = await thanks('too_late', { comment: 'Chờ <lâu>' });
    expect(html).not.toMatch(/<main.*<button/s);
    expect(html).toContain('Chờ &lt;lâu&gt;');
  });

  it('names where official complaints go, and the results of the commune', async () => {
    const html = await thanks('recorded');
    expect(html).toContain('chỉ huy Công an phường Văn Miếu - Quốc Tử Giám');
    expect(html).toContain('đường dây nóng của Công an thành phố Hà Nội');
    expect(html).toContain('dichvucong.gov.vn');
    expect(html).toContain('gọi 113');
    expect(html).toContain('<a href="/c/00226">');
  });
});

describe('storage trouble', () => {
  it('keeps the answer in the page, to be sent again with one button', async () => {
    const html = await render(
      <UnavailablePage
        site={vietnamese}
        action="/d/X"
        fields={[
          ['overall', '5'],
          ['comment', 'a"b\n<c>'],
        ]}
      />,
    );
    expect(html).toContain('<form method="post" action="/d/X">');
    expect(html).toContain('<input type="hidden" name="overall" value="5"/>');
    expect(html).toContain('name="comment" value="a&quot;b\n&lt;c&gt;"');
    expect(html.match(/<button/g)).toHaveLength(1);
  });

  it('offers no button when there was no answer', async () => {
    expect(await render(<UnavailablePage site={vietnamese} fields={[]} />)).not.toContain('<form');
  });
});
