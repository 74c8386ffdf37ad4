import type { ListQuery } from '../../../functions/domain/commune-list.ts';
import { expectedBelowByChance } from '../../../functions/domain/measure/comparison.ts';
import type { SensitiveFact } from '../../../functions/domain/measure/shown-fact.ts';
import type { Trend } from '../../../functions/domain/measure/trend.ts';
import type { RolloutState } from '../../../functions/domain/rollout.ts';
import { decimal } from '../../texts/numbers.ts';

/** The few communes of so many that lie below by chance, as one says a number: '1,6'. */
const byChance = (compared: number): string => decimal(expectedBelowByChance(compared), 'vi');

/** What the province's page says. Points are percent points; "đơn vị" is a xã, phường or đặc khu. */
export const province = {
  title: (police: string, week: string) => `${police}, ${week}`,
  contents: 'Các mục trong trang',
  units: (count: string) => `${count} đơn vị`,

  week: {
    nav: 'Chọn tuần',
    week: 'Tuần',
    latest: 'Tuần gần nhất',
    provisional: (day: string) => `tạm tính, chốt sau ngày ${day}`,
    open: 'tuần đang mở: chưa đủ, còn đổi từng giờ',
    updated: 'Số liệu đã chốt được cập nhật:',
    updatedOn: (weeks: string, day: string) => `tuần ${weeks}, ngày ${day}`,
    shown: 'Mọi số liệu dưới đây tính trên 13 tuần gần nhất, trừ khi ghi khác.',
  },

  verdict: {
    none: 'Chưa so sánh được các đơn vị: cần ít nhất 5 đơn vị có từ 10 lượt đánh giá và không đơn vị nào chiếm quá 20\u00a0% tổng số.',
    nobody: 'Chưa đơn vị nào đủ 100 lượt đánh giá để so sánh.',
    level: (rate: string) => `Mức chung của tỉnh: ${rate} hài lòng.`,
    compared: (compared: string, { below, above, same }: { below: string; above: string; same: string }) =>
      `Trong ${compared} đơn vị đủ 100 lượt để so sánh: ${below} thấp hơn mức chung, ${above} cao hơn, ${same} tương đương.`,
    alerts: (count: string) => `${count} cảnh báo`,
    praises: (count: string) => `${count} nổi bật`,
  },

  coverage: {
    title: 'Độ phủ',
    of: (part: string, all: string) => `${part} / ${all}`,
    live: 'Đơn vị có bàn một cửa đang hoạt động',
    answering: 'Có lượt đánh giá trong 13 tuần',
    reportable: 'Từ 30 lượt: đủ để nêu tỷ lệ',
    comparable: 'Trong đó từ 100 lượt: đủ để so sánh',
    indicative: 'Từ 10 đến 29 lượt: chỉ nêu số lượt',
    insufficient: 'Dưới 10 lượt: chưa nêu số nào',
    silent: (count: string) => `Không có lượt nào trong tuần: ${count} đơn vị`,
    silentNote: 'Nên gọi điện hỏi: mã QR còn dán ở bàn không, người dân có được mời đánh giá không.',
    noneSilent: 'Mọi đơn vị có bàn đang hoạt động đều có lượt đánh giá trong tuần.',
    never: 'chưa từng có',
    thisWeek: 'tuần này',
    forWeeks: (weeks: string) => `${weeks} tuần liền`,
    atLeastWeeks: (weeks: string) => `từ ${weeks} tuần trở lên`,
    meter: 'Số đơn vị theo số lượt đánh giá',
  },

  bands: {
    title: 'So với mức chung',
    note: (compared: number) =>
      `Xếp theo tên; trong mỗi nhóm không có thứ tự cao thấp. Nếu mọi đơn vị thật ra như nhau thì vẫn có khoảng ${byChance(compared)} đơn vị bị xếp thấp hơn chỉ do ngẫu nhiên.`,
    below: 'Thấp hơn mức chung',
    above: 'Cao hơn mức chung',
    same: 'Tương đương',
    empty: 'Không có đơn vị nào.',
    points: (points: string) => `${points} điểm`,
    alert: 'Cảnh báo',
    praise: 'Nổi bật',
    alertNote:
      '“Cảnh báo” (thấp hơn) và “Nổi bật” (cao hơn): chênh lệch gần như không thể do ngẫu nhiên, xác suất từ 0,1\u00a0% trở xuống. Nên tìm hiểu sớm; chưa phải là kết luận.',
    gap: 'Chênh (điểm %)',
  },

  funnel: {
    title: 'Tỷ lệ hài lòng và số lượt đánh giá',
    level: 'mức chung',
  },

  list: {
    title: 'Danh sách đơn vị',
    caption: 'Các đơn vị trong 13 tuần',
    search: 'Tìm theo tên',
    searchHint: 'Gõ có dấu hay không dấu đều được.',
    phase: 'Giai đoạn triển khai',
    kind: 'Loại đơn vị',
    response: 'Tỷ lệ trả lời',
    sort: 'Sắp xếp theo',
    order: 'Chiều',
    any: 'Tất cả',
    submit: 'Lọc và sắp xếp',
    reset: 'Bỏ lọc',
    words: 'Đang hiện {shown} trong {all} đơn vị.',
    filtered: (all: string, total: string) => `Đã lọc còn ${all} trong ${total} đơn vị của tỉnh.`,
    none: 'Không có đơn vị nào như vậy.',
    phases: { 1: '1', 2: '2', 3: '3', none: 'Chưa xếp' },
    kinds: { phuong: 'Phường', xa: 'Xã', 'dac-khu': 'Đặc khu' } satisfies Record<
      NonNullable<ListQuery['kind']>,
      string
    >,
    responses: {
      low: 'Dưới 10\u00a0%',
      over: 'Trên 100\u00a0%',
      unknown: 'Chưa tính được',
    } satisfies Record<NonNullable<ListQuery['response']>, string>,
    sorts: {
      name: 'Tên',
      answers: 'Số lượt đánh giá',
      rate: 'Tỷ lệ hài lòng (đã kéo về mức chung)',
      unhappy: 'Số không hài lòng',
      response: 'Tỷ lệ trả lời',
    } satisfies Record<ListQuery['sort'], string>,
    usualOrder: 'Mặc định',
    orders: { asc: 'Tăng dần (A–Z)', desc: 'Giảm dần (Z–A)' },
    byName: 'Xếp theo tên.',
    sorted: (by: string) =>
      `Xếp theo: ${by.toLowerCase()}. Đơn vị có số bị ẩn đứng cuối, theo tên. Đây không phải bảng xếp hạng: các đơn vị liền nhau phần nhiều chỉ khác nhau do ngẫu nhiên.`,
    sortedByRate:
      'Tỷ lệ đã kéo về mức chung chỉ dùng để sắp xếp: nơi ít lượt đánh giá được kéo gần mức chung. Không phải kết quả của đơn vị.',
    columns: {
      unit: 'Đơn vị',
      phase: 'GĐ',
      answers: 'Lượt',
      rate: 'Hài lòng',
      interval: 'Khoảng tin cậy 95\u00a0%',
      unhappy: 'Không hài lòng',
      response: 'Tỷ lệ trả lời',
      band: 'So với mức chung',
      trend: '4 tuần gần nhất',
      shrunken: 'Đã kéo về mức chung',
    },
    few: 'chưa đủ dữ liệu',
    countOnly: 'chưa đủ để nêu tỷ lệ',
    marks: { low: 'thấp', over: 'quá 100\u00a0%' },
    bands: { above: 'cao hơn', below: 'thấp hơn', same: 'tương đương' },
    alerts: { above: 'nổi bật', below: 'cảnh báo' },
    trends: {
      better: 'tốt lên',
      worse: 'kém đi',
      same: 'chưa thấy thay đổi',
      too_few: 'chưa đủ lượt',
    } satisfies Record<Trend, string>,
  },

  criteria: {
    title: 'Tiêu chí theo đơn vị',
    caption: 'Tỷ lệ hài lòng từng tiêu chí (%), trong ngoặc là số lượt',
    note: 'Chỉ hiện ô có từ 30 lượt trả lời tiêu chí đó. Mỗi ô tính trên số lượt của riêng nó, nên đừng so hai ô có ít lượt.',
    all: 'Cả tỉnh, cộng các ô được hiện',
    hidden: (count: string) => `${count} đơn vị chưa có ô nào đủ lượt.`,
    legend: 'Cách đọc ô:',
    steps: {
      fine: 'từ 95\u00a0%',
      fair: '90 đến dưới 95\u00a0%',
      low: '85 đến dưới 90\u00a0% (chữ đậm)',
      worst: 'dưới 85\u00a0% (chữ đậm, đóng khung)',
    },
    none: 'Chưa tiêu chí nào của đơn vị nào đủ 30 lượt.',
  },

  integrity: {
    title: 'Dấu hiệu cần kiểm tra',
    note: 'Những dấu hiệu này không phải bằng chứng sai phạm; chúng cho biết nên hỏi ở đâu. Các tên xếp theo bảng chữ cái.',
    flagsTitle: 'Lượt nghi vấn',
    flags: (units: string, { flagged, all, share }: Record<'flagged' | 'all' | 'share', string>) =>
      `Nêu được ở ${units} đơn vị: ${flagged} trong ${all} lượt (${share}) bị nghi vấn là gửi dồn dập, quá nhanh hoặc ngoài giờ.`,
    flagsNone: 'Chưa có số lượt nghi vấn nào được nêu.',
    flagsNote:
      'Lượt nghi vấn được giữ lại nhưng không tính vào tỷ lệ. Số dưới 10 của một đơn vị chờ đủ 10 mới nêu.',
    flagsCaption: 'Đơn vị có từ 10 lượt nghi vấn',
    flagged: 'Nghi vấn',
    all: 'Tất cả',
    share: 'Tỷ lệ',
    over: 'Tỷ lệ trả lời trên 100\u00a0%',
    overNote: 'Số lượt tiếp nhận báo cáo thiếu, hoặc có người đánh giá mà không làm thủ tục.',
    low: 'Tỷ lệ trả lời dưới 10\u00a0%',
    lowNote: 'Quá ít người trả lời: kết quả có thể không đại diện.',
    perfect: 'Hoàn hảo khó tin',
    perfectNote: 'Mọi lượt đều hài lòng, trong khi ở mức chung của tỉnh điều đó xảy ra dưới một phần nghìn.',
    nobody: 'Không có đơn vị nào.',
    sensitiveTitle: 'Trả thêm tiền, bị gây phiền hà',
    sensitiveNote:
      'Chỉ dành cho cấp tỉnh, không dùng để so sánh. Tính trên 13 tuần; của từng đơn vị chỉ khi có từ 30 người trả lời câu hỏi đó.',
    sensitiveCaption: 'Cộng cả tỉnh',
    sensitiveByUnit: (count: string) => `Xem theo đơn vị: ${count} đơn vị có người trả lời “Có”`,
    sensitiveUnits: 'Đơn vị có người trả lời “Có”, xếp theo tên',
    sensitiveNobody: 'Trong các đơn vị nêu được số, không có ai trả lời “Có”.',
    questions: {
      extra_payment: 'Phải trả khoản ngoài phí, lệ phí niêm yết',
      harassment: 'Bị gây phiền hà, nhũng nhiễu',
    } satisfies Record<SensitiveFact, string>,
    question: 'Câu hỏi',
    answered: 'Trả lời',
    yes: 'Có',
    no: 'Không',
    undisclosed: 'Không muốn nói',
  },

  trend: {
    title: '13 tuần của tỉnh',
    chart: 'Tỷ lệ hài lòng từng tuần, cộng các đơn vị',
    centre: 'cả 13 tuần',
    note: 'Mỗi khối tuần của một đơn vị được tính vào tuần mà khối kết thúc; chỉ cộng những đơn vị có từ 30 lượt trong 13 tuần, để không ai suy ra được số của một đơn vị nhỏ.',
    operatorNote: 'Tính theo từng tuần lịch, mọi đơn vị.',
    none: 'Chưa có tuần nào đủ lượt để nêu.',
  },

  rollout: {
    title: 'Lộ trình triển khai',
    link: 'Xem và sửa lộ trình',
    reached: (part: string, all: string, share: string) =>
      `${part} trong ${all} đơn vị (${share}) đã có bàn hoạt động và có lượt đánh giá.`,
    today: 'Theo các bàn đang hoạt động hôm nay.',
    caption: 'Tiến độ theo giai đoạn',
    phase: 'Giai đoạn',
    phaseNumber: (phase: number) => `Giai đoạn ${phase}`,
    noPhase: 'Chưa xếp giai đoạn',
    start: 'Bắt đầu',
    communes: 'Đơn vị',
    late: 'Quá ngày bắt đầu mà chưa có bàn:',
    states: {
      reporting: 'Có đánh giá',
      live: 'Có bàn, chưa có đánh giá',
      planned: 'Đã xếp lịch',
      late: 'Trễ lịch',
      unplanned: 'Chưa xếp',
    } satisfies Record<RolloutState, string>,
    total: 'Cả tỉnh',
    none: 'Chưa có lộ trình: chưa đơn vị nào được xếp giai đoạn.',
  },

  how: {
    title: 'Cách tính',
    sentences: [
      'Tỷ lệ hài lòng: số lượt chọn “Hài lòng” hoặc “Rất hài lòng” chia cho số lượt đánh giá được tính. Khoảng tin cậy 95\u00a0% theo Wilson.',
      'Tuần ít lượt đánh giá được gộp với các tuần liền nhau cho đủ 10 lượt, nên 13 tuần của một đơn vị nhỏ có thể dài hơn.',
      'Thấp hơn, cao hơn: chênh ít nhất một điểm phần trăm và phép thử nhị thức chính xác cho xác suất từ 2,5\u00a0% trở xuống. Chỉ so đơn vị có từ 100 lượt.',
      'Tỷ lệ trả lời: tất cả các lượt chia cho số lượt tiếp nhận mà đơn vị báo cáo của đúng những tuần đó.',
      'Đây là khảo sát ẩn danh tại bàn một cửa, dùng để cải thiện phục vụ.',
    ],
  },

  problems: {
    title: 'Không hiểu được địa chỉ này',
    text: (value: string) =>
      `Trang không biết cách lọc hoặc sắp xếp “${value}”. Xin quay lại và chọn trong các mục của trang.`,
  },
};
