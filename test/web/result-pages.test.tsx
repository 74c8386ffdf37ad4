import { describe, expect, it } from 'vitest';
import type { ShownPeriod } from '../../web/components/shown-period.tsx';
import { ProvincePage } from '../../web/pages/province-page.tsx';
import { ResultPage } from '../../web/pages/result-page.tsx';
import { demo, desk, english, hidden, render, shown, vietnamese, week } from './samples.tsx';

const result = (measure: { latest: ShownPeriod; quarter: ShownPeriod }, site = vietnamese) =>
  render(<ResultPage site={site} commune={desk.commune} province={desk.province} measure={measure} />);

describe('the result of a commune', () => {
  it('gives the rate with its count, weeks and interval', async () => {
    const html = await result({ latest: hidden, quarter: shown });
    expect(html).toContain('97,1\u00a0%');
    expect(html).toContain('34 lượt đánh giá');
    expect(html).toContain('trong khoảng từ 85,1\u00a0% đến 99,5\u00a0%');
    expect(html).toContain('tuần 45–47 năm 2026');
    expect(html).toContain('93,5');
  });

  it('says the drawing in words', async () => {
    expect(await result({ latest: hidden, quarter: shown })).toMatch(
      /<svg class="bar"[^>]*role="img" aria-label="Tỷ lệ hài lòng 97,1\u00a0%/,
    );
  });

  it('shows no number where there are too few answers, and says why', async () => {
    const html = await result({ latest: { ...hidden, from: shown.from, to: shown.to }, quarter: hidden });
    expect(html.match(/Chưa đủ dữ liệu/g)).toHaveLength(2);
    expect(html).toContain('từ 30 lượt đánh giá trở lên');
    expect(html).not.toMatch(/class="(big|bar)"/);
  });

  it('says which weeks are provisional, and which were counted again on what day', async () => {
    const html = await result({ latest: hidden, quarter: shown });
    expect(html).toContain('Tạm tính: còn nhận lượt đánh giá gửi muộn của tuần 47 năm 2026.');
    expect(html).toContain('Đã cập nhật: số liệu tuần 45–46 năm 2026 được tính lại ngày 20/12/2026.');
    expect(await result({ latest: hidden, quarter: shown }, english)).toContain(
      'counted again on 20/12/2026',
    );
  });

  it('says nothing of it where all weeks are closed and none has changed', async () => {
    const final = { ...shown, finality: hidden.finality };
    expect(await result({ latest: final, quarter: final })).not.toMatch(/tạm tính|cập nhật/i);
  });

  it('explains the rate and the interval and never calls itself official', async () => {
    const html = await result({ latest: shown, quarter: shown });
    expect(html).toContain('mức 4–5');
    expect(html).toContain('độ tin cậy 95\u00a0%');
    expect(html).not.toMatch(/sipas|chỉ số chính thức/i);
  });

  it('shows the open week when it is given one, with a link that counts it now', async () => {
    const html = await render(
      <ResultPage
        site={demo}
        commune={desk.commune}
        province={desk.province}
        measure={{ latest: shown, quarter: shown }}
        open={{ week: week('2026-W48'), ratings: [1, 0, 2, 4, 27] }}
      />,
    );
    expect(html).toContain('Tuần đang mở – chỉ hiện trong bản dữ liệu mẫu');
    expect(html).toContain('<b>34 lượt đánh giá</b>');
    expect(html).toMatch(/<th scope="row">Rất không hài lòng<\/th><td>1<\/td>/);
    expect(html).toContain('<a class="go" href="/demo/aggregate/00226">Tổng hợp ngay</a>');
    expect(await result({ latest: shown, quarter: shown }, demo)).not.toContain('Tuần đang mở');
  });

  it('speaks English with English numbers', async () => {
    const html = await result({ latest: hidden, quarter: shown }, english);
    expect(html).toContain('97.1%');
    expect(html).toContain('weeks 45–47 of 2026');
  });
});

describe('the communes of a province', () => {
  const rows = ['Thành Sen', 'Can Lộc', 'Đức Thọ'].map((name, index) => ({
    commune: { code: `1807${index}`, name, kind: 'Xã', province: '42' } as const,
    measure: index === 1 ? hidden : { ...shown, rated: 30 + index },
  }));
  const province = { code: '42', name: 'Tỉnh Hà Tĩnh', communes: [] };

  it('keep the order they are given in, and say that it is no ranking', async () => {
    const html = await render(<ProvincePage site={vietnamese} province={province} rows={rows} />);
    const names = [...html.matchAll(/<a href="\/c\/\d{5}"[^>]*>xã ([^<]+)<\/a>/g)].map((match) => match[1]);
    expect(names).toEqual(['Thành Sen', 'Can Lộc', 'Đức Thọ']);
    expect(html).toContain('không xếp hạng');
  });

  it('say once which weeks are provisional, and in its row what was counted again', async () => {
    const html = await render(<ProvincePage site={vietnamese} province={province} rows={rows} />);
    expect(html.match(/Tạm tính: còn nhận lượt đánh giá gửi muộn của tuần 47 năm 2026/g)).toHaveLength(1);
    expect(html.match(/Đã cập nhật: số liệu tuần 45–46 năm 2026/g)).toHaveLength(2);
  });

  it('have a count, a rate and an interval, or none of them', async () => {
    const html = await render(<ProvincePage site={vietnamese} province={province} rows={rows} />);
    const cells = [...html.matchAll(/<tr><th scope="row">.*?<\/tr>/gs)].map(([row]) => row);
    expect(cells[0]).toMatch(/>30<.*97,1\u00a0%.*85,1\u00a0% đến 99,5\u00a0%/s);
    expect(cells[1]).toContain('Chưa đủ dữ liệu');
    expect(cells[1]).not.toMatch(/%|\d lượt/);
  });
});
