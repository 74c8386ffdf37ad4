import type { Trend } from '../../../functions/domain/measure/trend.ts';
import type { PromiseState } from '../../../functions/domain/promise.ts';

/** What a commune says it will do, and what became of it. */
export const promises = {
  title: 'Việc đã hứa',
  intro:
    'Ghi việc đơn vị sẽ làm để người dân hài lòng hơn, về tiêu chí nào, xong trước ngày nào. Khi làm xong, trang này so sánh tiêu chí đó trước và sau.',
  none: 'Chưa hứa việc nào.',
  noneReader: 'Đơn vị chưa hứa việc nào.',
  add: 'Hứa một việc',
  print: 'In tờ “Ông/Bà góp ý – chúng tôi đã làm”',
  states: { overdue: 'Quá hạn', due: 'Đang làm', done: 'Đã xong' } satisfies Record<PromiseState, string>,
  about: 'Tiêu chí',
  madeOn: (day: string) => `hứa ngày ${day}`,
  dueBy: (day: string) => `hạn ${day}`,
  doneOn: (day: string) => `xong ngày ${day}`,
  shownToAll: 'đang hiện trên trang công khai',

  effect: {
    before: 'Trước khi hứa',
    after: 'Sau khi xong',
    side: (rate: string, rated: string, weeks: string) => `${rate} hài lòng (${rated} lượt, ${weeks})`,
    countOnly: (rated: string, weeks: string) => `${rated} lượt (${weeks}), chưa đủ để nêu tỷ lệ`,
    tooFew: 'chưa đủ lượt đánh giá',
    none: 'chưa có tuần nào',
    pending: 'Kết quả sau khi xong sẽ hiện ở đây khi có đủ lượt đánh giá.',
    trend: {
      better: 'Tốt lên rõ rệt, vượt quá sai số.',
      worse: 'Kém đi rõ rệt, vượt quá sai số.',
      same: 'Chưa thấy khác biệt vượt quá sai số.',
      too_few: 'Chưa đủ để kết luận: mỗi bên cần từ 30 lượt đánh giá tiêu chí này.',
    } satisfies Record<Trend, string>,
    note: 'So 13 tuần trước khi hứa với 13 tuần sau khi xong. Tiêu chí cũng có thể thay đổi vì lý do khác.',
  },

  form: {
    addTitle: 'Hứa một việc',
    editTitle: 'Sửa việc đã hứa',
    text: 'Việc sẽ làm',
    textHint: (length: number) =>
      `Viết cụ thể, dễ kiểm tra, tối đa ${length} ký tự. Không ghi tên, số điện thoại hay giấy tờ của người dân; số điện thoại, số giấy tờ, biển số, email và liên kết tự được che.`,
    criterion: 'Để cải thiện tiêu chí',
    dueBy: 'Xong trước hoặc trong ngày',
    dueByHint: 'Viết như 31/12/2026.',
    save: 'Lưu',
    doneOn: 'Đã xong ngày',
    doneOnHint: (today: string) => `Để trống nếu chưa xong. Hôm nay là ${today}.`,
    show: 'Khi xong, cho mọi người xem trên trang công khai của đơn vị',
    showHint: 'Hiện nội dung, tiêu chí và tháng làm xong; không hiện số liệu.',
    isShown: { yes: 'Có', no: 'Không' },
    change: 'Sửa, ghi nhận đã xong',
  },

  problems: {
    textMissing: 'Xin viết việc sẽ làm.',
    textTooLong: (length: number, typed: string) =>
      `Nội dung có ${typed} ký tự, dài quá ${length} ký tự. Xin rút ngắn hoặc tách thành nhiều việc.`,
    textUnprintable: 'Nội dung có ký tự không đọc được. Xin gõ lại, không dán từ nơi khác.',
    criterion: 'Xin chọn một tiêu chí trong danh sách.',
    day: 'Không có ngày này. Xin viết ngày, tháng, năm như 31/12/2026.',
    duePast: 'Hạn này đã qua. Xin chọn từ hôm nay trở đi.',
    dueFar: 'Hạn này còn xa quá hai năm. Xin kiểm tra lại năm.',
    doneFuture: 'Ngày này chưa đến. Xin nhập ngày đã làm xong.',
    doneBeforeMade: 'Ngày này trước ngày hứa. Xin kiểm tra lại.',
  },

  done: {
    made: 'Đã lưu việc hứa.',
    changed: 'Đã lưu thay đổi.',
    unchanged: 'Không có gì thay đổi so với phần đang lưu.',
    scrubbed:
      'Đã lưu. Trong nội dung có số hoặc địa chỉ có thể chỉ ra một người, hệ thống đã thay bằng nhãn; xin đọc lại bên dưới.',
    kept: 'Đã ghi nhận việc này làm xong.',
  },

  unknown: {
    title: 'Không tìm thấy việc này',
    text: 'Địa chỉ không ứng với việc nào của đơn vị. Xin chọn lại từ danh sách.',
  },

  ofProvince: {
    title: 'Việc các đơn vị đã hứa',
    counts: (overdue: number, due: number, done: number) =>
      `${overdue} việc quá hạn, ${due} việc đang làm, ${done} việc đã xong.`,
    columns: { commune: 'Đơn vị', text: 'Việc', criterion: 'Tiêu chí', by: 'Hạn', state: 'Tình trạng' },
    state: 'Tình trạng',
    show: 'Lọc',
    all: 'Tất cả',
    none: 'Chưa đơn vị nào hứa việc gì.',
    noneOfState: 'Không có việc nào.',
  },

  sheet: {
    title: 'Ông/Bà góp ý – chúng tôi đã làm',
    intro: 'Từ ý kiến đánh giá của Nhân dân tại bàn một cửa, đơn vị đã làm xong những việc sau:',
    doneIn: (month: string) => `Xong tháng ${month}`,
    thanks: 'Trân trọng cảm ơn và mong Ông/Bà tiếp tục góp ý bằng mã QR đặt tại bàn.',
    none: 'Chưa có việc nào làm xong để in.',
    choose: 'Chọn việc để in',
    size: 'Khổ giấy',
    sizes: { a5: 'A5', a4: 'A4' },
    show: 'Xem tờ in',
    hint: 'Bấm Ctrl + P để in. Tờ in chỉ gồm phần dưới đường kẻ.',
    back: 'Về danh sách việc đã hứa',
  },
};
