import type { TextProblem } from '../../../functions/domain/limited-text.ts';

/** The pages on which a province looks after its desks. */
export const desks = {
  title: 'Bàn một cửa',
  intro:
    'Mỗi bàn có một mã QR riêng. Đổi tên, giờ làm việc hay việc của bàn không làm đổi mã; áp phích đang dán vẫn dùng được.',
  add: 'Thêm bàn',
  search: 'Tìm theo tên bàn, tên xã hoặc mã bàn',
  show: 'Lọc',
  all: 'Hiện tất cả',
  count: (shown: number, all: number) => (shown === all ? `${all} bàn` : `${shown} trong ${all} bàn`),
  none: 'Chưa có bàn nào. Mỗi xã, phường, đặc khu cần ít nhất một bàn để nhận đánh giá.',
  noneFound: 'Không có bàn nào khớp.',
  columns: { name: 'Bàn', commune: 'Đơn vị', hours: 'Giờ làm việc', status: 'Tình trạng' },
  status: { active: 'Đang dùng', retired: 'Đã ngừng' },
  alwaysOpen: 'Không giới hạn giờ',
  done: {
    added: 'Đã thêm bàn. Xin in áp phích và đặt tại bàn.',
    changed: 'Đã lưu thay đổi. Phiếu của bàn theo thay đổi này trong vòng một phút.',
    unchanged: 'Không có gì thay đổi so với phần đang lưu.',
    retired: 'Bàn đã ngừng nhận đánh giá. Những đánh giá đã có vẫn được giữ và tính.',
    reopened: 'Bàn đã nhận đánh giá trở lại với mã cũ.',
  },

  form: {
    addTitle: 'Thêm bàn một cửa',
    editTitle: (name: string) => `Sửa bàn: ${name}`,
    code: 'Mã bàn',
    poster: 'Mở áp phích để in',
    name: 'Tên bàn',
    nameHint: (length: number) =>
      `Tên in trên áp phích và phiếu, tối đa ${length} ký tự. Ví dụ: Bàn một cửa số 1`,
    commune: 'Thuộc đơn vị',
    communeHint:
      'Chuyển bàn sang đơn vị khác: từ lúc lưu, đánh giá mới tính cho đơn vị mới; đánh giá cũ vẫn của đơn vị cũ.',
    hours: 'Giờ làm việc',
    hoursHint:
      'Viết như: T2-T6 07:00-11:30, 13:30-17:00; T7 07:00-11:30. Để trống nếu không giới hạn giờ. Đánh giá ngoài giờ này (quá 30 phút) vẫn được lưu nhưng để riêng, không tính vào kết quả.',
    procedures: 'Việc bàn này làm',
    proceduresHint: 'Phiếu chỉ hỏi những việc đánh dấu ở đây; “Việc khác” luôn có.',
    save: 'Lưu bàn',
    retireTitle: 'Ngừng dùng bàn này',
    retireText:
      'Mã QR của bàn sẽ không nhận đánh giá nữa. Đánh giá đã có không mất. Có thể dùng lại sau này với cùng mã.',
    retire: 'Ngừng dùng bàn',
    reopenTitle: 'Bàn này đã ngừng dùng',
    reopen: 'Dùng lại bàn',
    kiosk: 'Bàn có một máy tính bảng đã ghép.',
  },

  unknown: {
    title: 'Không tìm thấy bàn này',
    text: 'Mã bàn trong địa chỉ không thuộc tỉnh này. Xin chọn lại từ danh sách bàn.',
  },
};

export const deskProblems = {
  name: {
    empty: 'Xin nhập tên bàn.',
    unprintable: 'Tên bàn có ký tự không in được. Xin gõ lại, không dán từ nơi khác.',
    too_long: 'Tên bàn dài quá 80 ký tự nên không vừa áp phích. Xin rút ngắn.',
  } satisfies Record<TextProblem, string>,
  sameName: (commune: string) =>
    `${commune} đã có một bàn đang dùng mang tên này. Xin đặt tên khác để khỏi nhầm.`,
  commune: 'Xin chọn một đơn vị trong danh sách.',
  hours:
    'Chưa hiểu giờ làm việc này. Xin viết như: T2-T6 07:00-11:30, 13:30-17:00; T7 07:00-11:30 (giờ mở trước, giờ đóng sau), hoặc để trống.',
  procedures: 'Có việc không nằm trong danh sách. Xin chọn lại.',
  code: 'Mã bàn định cấp đã có người dùng. Trang đã cấp mã khác, xin bấm lưu lại.',
};
