import { type Week, weeksFrom } from '../../../functions/domain/iso-week.ts';
import { comparedFrom } from '../../../functions/domain/measure/comparison.ts';
import type { ShownCommune } from '../../../functions/domain/measure/shown-commune.ts';
import type { UpdatedWeeks } from '../../../functions/domain/measure/shown-finality.ts';
import type { ShownMeasure } from '../../../functions/domain/measure/shown-measure.ts';
import { comparisonWeeks } from '../../../functions/domain/measure/shown-standing.ts';
import { indicativeFrom, reportableFrom } from '../../../functions/domain/measure/tier.ts';
import type { Trend } from '../../../functions/domain/measure/trend.ts';
import { type Criterion, everyCriterion } from '../../../functions/domain/questionnaire.ts';
import { percent, shortWeeks, whole } from '../../charts/texts.ts';
import { criterionNames } from '../../texts/criterion-names.ts';
import { decimal, writtenDay } from '../../texts/numbers.ts';

/** '4 tuần gần nhất', '6 tuần đến hết tuần 45/2026', 'Tuần 47/2026'. */
export const periodText = (from: Week, to: Week, latest: Week): string => {
  const weeks = weeksFrom(from, to).length;
  if (weeks === 1) return `Tuần ${shortWeeks(to, to)}`;
  return to === latest ? `${weeks} tuần gần nhất` : `${weeks} tuần đến hết tuần ${shortWeeks(to, to)}`;
};

const trendText = (trend: Trend | null): string => {
  switch (trend) {
    case 'better':
      return 'so với trước đó: tốt lên';
    case 'worse':
      return 'so với trước đó: kém đi';
    case 'same':
      return 'so với trước đó: tương đương';
    case 'too_few':
    case null:
      return 'chưa đủ lượt để so với trước đó';
  }
};

const flaggedText = ({ flagged, rated }: Pick<ShownMeasure, 'flagged' | 'rated'>): string => {
  if (!flagged) return '';
  const share = flagged / (flagged + (rated ?? 0));
  return share >= 0.2
    ? ` Có tới ${whole(flagged)} lượt nghi vấn (${percent(share)}), không tính vào tỷ lệ: cần xem lại.`
    : ` Ngoài ra có ${whole(flagged)} lượt nghi vấn, không tính vào tỷ lệ.`;
};

/** The first thing on the page: how it stands, in a sentence. `latest` is the newest week that the reader may see. */
export const leadSentence = (
  month: Pick<ShownCommune, 'from' | 'to' | 'rated' | 'satisfactionRate' | 'tier' | 'trend' | 'flagged'>,
  latest: Week,
): string => {
  const { from, to, rated, satisfactionRate: rate, tier, trend } = month;
  if (from === null || to === null || rated === null)
    return `Chưa đủ ${indicativeFrom} lượt đánh giá nên chưa có số liệu để hiện.`;
  const period = periodText(from, to, latest);
  if (rated === 0) return `${period}: chưa có lượt đánh giá nào.${flaggedText(month)}`;
  const counted = `${period}: ${whole(rated)} lượt đánh giá`;
  if (rate === null) return `${counted}; chưa đủ ${reportableFrom} lượt để hiện tỷ lệ.`;
  const rated95 = `${counted}, ${percent(rate)} hài lòng`;
  if (tier === 'insufficient') return `${rated95}; quá ít lượt để nói lên điều gì.${flaggedText(month)}`;
  if (tier === 'indicative')
    return `${rated95}; số lượt còn ít, chỉ để tham khảo và chưa đủ để so với trước đó.${flaggedText(month)}`;
  return `${rated95}; ${trendText(trend)}.${flaggedText(month)}`;
};

/** Weeks that are not in any number of the page yet; undefined when there are none. */
export const waitingSentence = (from: Week | undefined, to: Week): string | undefined =>
  from &&
  `${from === to ? 'Tuần' : 'Các tuần'} ${shortWeeks(from, to)} chưa đủ ${indicativeFrom} lượt đánh giá nên chờ gộp với tuần sau.`;

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} và ${names.at(-1)}`;

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Which criteria moved beyond noise, or that none did. */
export const movedSentence = (moved: Readonly<Record<Criterion, Trend | null>>): string => {
  const that = (trend: Trend): string[] =>
    everyCriterion
      .filter((criterion) => moved[criterion] === trend)
      .map((name) => lowerFirst(criterionNames[name]));
  const [better, worse, same] = [that('better'), that('worse'), that('same')];
  const sentences = [
    ...(worse.length > 0 ? [`Kém đi: ${listed(worse)}.`] : []),
    ...(better.length > 0 ? [`Tốt lên: ${listed(better)}.`] : []),
  ];
  if (sentences.length > 0) return sentences.join(' ');
  return same.length > 0
    ? 'Không tiêu chí nào thay đổi rõ rệt so với trước đó.'
    : 'Chưa đủ lượt để biết tiêu chí nào thay đổi.';
};

/** How the commune stands to its province, with the gap in points. */
export const standingSentence = (
  { band, gap, alert }: Pick<ShownCommune, 'band' | 'gap' | 'alert'>,
  rated: number | null,
): string => {
  const weeks = `trong ${comparisonWeeks} tuần`;
  if (band === null)
    return rated === null
      ? `Cần từ ${comparedFrom} lượt đánh giá ${weeks} mới so sánh với mức chung của tỉnh.`
      : `Cần từ ${comparedFrom} lượt đánh giá ${weeks} mới so sánh với mức chung của tỉnh; hiện có ${whole(rated)}.`;
  if (band === 'none' || gap === null)
    return gap === null
      ? 'Chưa so sánh được: trong tỉnh còn ít đơn vị đủ số liệu, hoặc một đơn vị chiếm quá nhiều lượt.'
      : `Không so sánh; chênh ${signed(gap)} so với mức chung của tỉnh ${weeks}.`;
  const words = {
    above: 'Cao hơn mức chung của tỉnh',
    same: 'Tương đương mức chung của tỉnh',
    below: 'Thấp hơn mức chung của tỉnh',
  }[band];
  const unlikely = alert ? ' Khó có thể do ngẫu nhiên.' : '';
  return `${words} (${signed(gap)}, tính ${weeks}).${unlikely}`;
};

/** '+0,4 điểm', '−3,1 điểm', '0,0 điểm': percentage points. */
const signed = (gap: number): string => {
  const points = decimal(Math.abs(gap) * 100, 'vi');
  if (points === '0,0') return `${points}\u00a0điểm`;
  return `${gap < 0 ? '−' : '+'}${points}\u00a0điểm`;
};

/** How many flagged responses there are, as far as it may be told. */
export const flagsSentence = ({
  flagged,
  withFlagged,
}: Pick<ShownCommune, 'flagged' | 'withFlagged'>): string => {
  if (flagged === 0) return 'Không có lượt nghi vấn nào.';
  if (flagged === null) return `Số lượt nghi vấn chỉ được hiện khi gom đủ ${indicativeFrom} lượt.`;
  const { satisfactionRate: rate, rated } = withFlagged;
  const all =
    rate === null || rated === null
      ? ''
      : ` Nếu tính cả các lượt này: ${whole(rated)} lượt, ${percent(rate)} hài lòng.`;
  return `${whole(flagged)} lượt.${all}`;
};

/** Which closed weeks were counted again and have changed, and when. */
export const updatedSentence = (updated: readonly UpdatedWeeks[]): string => {
  const each = updated.map(
    ({ from, to, on }) => `tuần ${shortWeeks(from, to)} được tính lại ngày ${writtenDay(on)}`,
  );
  return `Số liệu đã cập nhật: ${each.join('; ')}.`;
};
