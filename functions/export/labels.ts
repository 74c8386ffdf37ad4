import { criterionNames } from '../../web/texts/criterion-names.ts';
import type { Audience } from '../domain/measure/audience.ts';
import { comparedFrom } from '../domain/measure/comparison.ts';
import { comparisonWeeks, trendWeeks } from '../domain/measure/shown-standing.ts';
import { indicativeFrom, reportableFrom } from '../domain/measure/tier.ts';
import type { Field, RateField } from './columns.ts';

/** What heads a column, and what its explanation says. */
export interface Words {
  label: string;
  meaning: string;
}

/** Words of a table that leaves the service. It is read without the pages beside it, so it explains itself. */
export const labels = {
  measureSheet: 'Số liệu',
  explanationSheet: 'Giải thích',

  fields: {
    commune: { label: 'Mã xã', meaning: 'Mã đơn vị hành chính của xã, phường, đặc khu: năm chữ số.' },
    name: { label: 'Xã, phường, đặc khu', meaning: 'Tên đơn vị.' },
    province: { label: 'Mã tỉnh', meaning: 'Mã tỉnh, thành phố: hai chữ số.' },
    window: {
      label: 'Số tuần muốn xem',
      meaning: `Độ dài đã chọn khi xuất: 1, 4 hoặc 13 tuần gần nhất. Tuần ít lượt đánh giá được gộp với các tuần liền nhau cho đủ ${indicativeFrom} lượt, nên khoảng tuần thật có thể dài hơn.`,
    },
    from: { label: 'Từ tuần', meaning: 'Tuần đầu tiên được tính: năm và số tuần theo ISO 8601.' },
    to: { label: 'Đến tuần', meaning: 'Tuần cuối cùng được tính.' },
    dates: { label: 'Từ ngày – đến ngày', meaning: 'Thứ Hai của tuần đầu đến Chủ nhật của tuần cuối.' },
    tier: {
      label: 'Mức công bố',
      meaning: 'Số lượt đánh giá cho phép nói đến đâu; xem các ngưỡng ở trên.',
    },
    rated: { label: 'Số lượt đánh giá', meaning: 'Số lượt được tính; không gồm lượt nghi vấn.' },
    satisfied: { label: 'Số lượt hài lòng', meaning: 'Chọn “Hài lòng” hoặc “Rất hài lòng” (mức 4–5).' },
    topBox: { label: 'Số lượt rất hài lòng', meaning: 'Chọn “Rất hài lòng” (mức 5).' },
    unhappy: {
      label: 'Số lượt không hài lòng',
      meaning: 'Chọn “Không hài lòng” hoặc “Rất không hài lòng” (mức 1–2).',
    },
    satisfactionRate: { label: 'Tỷ lệ hài lòng', meaning: 'Số lượt hài lòng chia cho số lượt đánh giá.' },
    low: {
      label: 'Tỷ lệ hài lòng: ít nhất',
      meaning: 'Cận dưới của khoảng tin cậy 95 % (Wilson). Càng nhiều lượt đánh giá, khoảng càng hẹp.',
    },
    high: { label: 'Tỷ lệ hài lòng: nhiều nhất', meaning: 'Cận trên của khoảng tin cậy 95 % (Wilson).' },
    meanScore: { label: 'Điểm trung bình', meaning: 'Mức trung bình chia 5, nhân 100: từ 20 đến 100.' },
    all: {
      label: 'Tất cả các lượt',
      meaning: 'Gồm cả lượt nghi vấn và lượt do cán bộ nhập hộ. Để trống khi từ đó suy ra được số nhỏ.',
    },
    flagged: {
      label: 'Số lượt nghi vấn',
      meaning:
        'Gửi dồn dập, quá nhanh hoặc ngoài giờ: được giữ lại nhưng không được tính. Để trống khi từ đó suy ra được số nhỏ.',
    },
    responseRate: {
      label: 'Tỷ lệ trả lời',
      meaning: `Tất cả các lượt chia cho số lượt tiếp nhận mà xã báo cáo cho cùng các tuần. Lượt nghi vấn hoặc nhập hộ chưa đủ ${indicativeFrom} thì chưa cộng vào. Để trống khi xã chưa báo cáo.`,
    },
    responseMark: {
      label: 'Lưu ý về tỷ lệ trả lời',
      meaning:
        'Dưới 10 %: ít người được hỏi hoặc ít người trả lời, kết quả chưa chắc đại diện. Trên 100 %: số lượt đánh giá nhiều hơn số lượt tiếp nhận được báo cáo, cần kiểm tra lại.',
    },
    level: {
      label: 'Mức chung của tỉnh',
      meaning: `Tỷ lệ hài lòng chung của các xã có từ ${indicativeFrom} lượt đánh giá trong ${comparisonWeeks} tuần.`,
    },
    band: {
      label: 'So với mức chung',
      meaning: `Luôn tính trên ${comparisonWeeks} tuần, chỉ cho xã có từ ${comparedFrom} lượt đánh giá. “Cao hơn”, “thấp hơn” là chênh ít nhất một điểm phần trăm và khó do ngẫu nhiên (phép thử nhị thức, 2,5 % mỗi phía).`,
    },
    gap: {
      label: 'Chênh so với mức chung (điểm phần trăm)',
      meaning: 'Tỷ lệ hài lòng trừ mức chung của tỉnh; +1,5% nghĩa là cao hơn 1,5 điểm phần trăm.',
    },
    alert: {
      label: 'Cảnh báo',
      meaning: 'Chênh lệch gần như không thể do ngẫu nhiên (xác suất từ 0,1 % trở xuống).',
    },
    trend: {
      label: 'Xu hướng',
      meaning: `${trendWeeks} tuần gần nhất so với các tuần ngay trước đó; chỉ nêu khi mỗi bên có từ ${reportableFrom} lượt.`,
    },
    shrunken: {
      label: 'Tỷ lệ đã kéo về mức chung',
      meaning:
        'Chỉ dùng để sắp xếp danh sách; nơi ít lượt đánh giá được kéo gần mức chung. Không phải kết quả.',
    },
    compared: {
      label: 'Tỉnh so sánh được',
      meaning: 'Có ít nhất 5 xã đủ lượt đánh giá và không xã nào chiếm quá 20 % số lượt.',
    },
    priorStrength: {
      label: 'Độ kéo về mức chung',
      meaning: 'Số lượt đánh giá giả định ở mức chung, dùng để tính cột tỷ lệ đã kéo về mức chung.',
    },
  } satisfies Record<Field, Words>,

  /** A criterion has five columns; its name stands before these words. */
  rateFields: {
    rated: 'số lượt đánh giá',
    satisfied: 'số lượt hài lòng',
    satisfactionRate: 'tỷ lệ hài lòng',
    low: 'ít nhất',
    high: 'nhiều nhất',
  } satisfies Record<RateField, string>,

  criteria: criterionNames,

  tiers: {
    insufficient: 'chưa đủ dữ liệu',
    indicative: 'chỉ để tham khảo',
    reportable: 'đủ để công bố',
  },
  responseMarks: { low: 'dưới 10 %', over: 'trên 100 %' },
  bands: { above: 'cao hơn', same: 'tương đương', below: 'thấp hơn', none: 'không so sánh' },
  trends: {
    better: 'tốt lên',
    worse: 'kém đi',
    same: 'chưa thấy thay đổi',
    too_few: 'chưa đủ dữ liệu',
  },
  yes: 'có',
  no: 'không',

  audiences: {
    public: 'công chúng',
    commune: 'xã, phường, đặc khu',
    province: 'tỉnh, thành phố',
    operator: 'đơn vị vận hành hệ thống',
  } satisfies Record<Audience, string>,

  explanation: {
    title: 'Giải thích số liệu',
    table: 'Bảng này',
    tableTerms: {
      province: 'Tỉnh, thành phố',
      week: 'Tuần đã chọn',
      window: 'Độ dài đã chọn',
      audience: 'Dành cho',
    },
    reading: 'Cách đọc',
    thresholds: 'Các ngưỡng',
    columns: 'Các cột',
    criteria: 'Tám tiêu chí',
    criteriaTerm: 'Cách tính',
    criteriaColumns:
      'Mỗi tiêu chí có năm cột, tính trên những lượt có đánh giá tiêu chí đó; “Không áp dụng” không được tính.',
    readings: [
      [
        'Ô trống',
        'Chưa đủ dữ liệu, hoặc người nhận bảng này không được xem con số đó. Ô trống không phải là số 0: quá ít lượt đánh giá thì con số chưa đáng tin và có thể làm lộ người trả lời.',
      ],
      ['Số 0', 'Thật sự không có lượt nào.'],
      [
        'Không xếp hạng',
        'Các tỷ lệ gần nhau và đều có sai số, nên thứ tự cao thấp giữa các xã phần nhiều là ngẫu nhiên. Đây là khảo sát ẩn danh tại bàn một cửa, dùng để cải thiện phục vụ.',
      ],
      [
        'Tuần',
        'Chỉ tính những tuần đã kết thúc. Riêng đơn vị vận hành hệ thống xem được tuần đang mở, từng tuần một và mọi con số.',
      ],
    ],
    tiers: [
      [
        `Dưới ${indicativeFrom} lượt`,
        'Chưa đủ dữ liệu: không nêu con số nào cho công chúng, cho xã hay cho tỉnh.',
      ],
      [
        `Từ ${indicativeFrom} đến ${reportableFrom - 1} lượt`,
        'Chỉ để tham khảo: xã xem được số của mình, tỉnh chỉ xem được số lượt, công chúng không xem được.',
      ],
      [
        `Từ ${reportableFrom} lượt`,
        'Đủ để công bố. Công chúng xem số lượt, tỷ lệ, khoảng tin cậy và điểm trung bình, không xem từng tiêu chí.',
      ],
      [
        `Từ ${comparedFrom} lượt trong ${comparisonWeeks} tuần`,
        'Được so với mức chung của tỉnh; không hiện cho công chúng.',
      ],
    ],
  },
} as const;
