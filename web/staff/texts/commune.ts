import type { ResponseMark } from '../../../functions/domain/measure/response-mark.ts';

/** Words of a commune's page; its sentences about numbers stand in commune-sentences.ts. */
export const communeTexts = {
  week: 'Tuần',
  weeks: (count: number) => `${count}\u00a0tuần`,
  picker: 'Chọn tuần',
  provisionalUntil: (day: string) => `tạm tính đến ${day}`,
  open: 'đang mở',
  openNote: 'Tuần này chưa kết thúc, số liệu còn thay đổi từng ngày.',

  figures: {
    caption: 'Số liệu chính',
    answers: 'Lượt đánh giá',
    responseRate: 'Tỷ lệ trả lời',
    rate: 'Hài lòng',
    interval: 'khoảng tin cậy 95\u00a0%',
    unhappy: 'Không hài lòng',
    responseMarks: {
      low: 'dưới 10\u00a0%',
      over: 'trên 100\u00a0%',
    } satisfies Record<ResponseMark, string>,
    visits: {
      missing: 'Chưa đủ số lượt tiếp nhận của các tuần này để tính tỷ lệ trả lời.',
      over: 'Tỷ lệ trả lời trên 100\u00a0%: số lượt tiếp nhận đã báo có lẽ còn thiếu.',
      low: 'Tỷ lệ trả lời dưới 10\u00a0%: ít người đánh giá, kết quả có thể chưa đại diện.',
      report: 'Báo số lượt tiếp nhận',
    },
    hidden: 'chưa hiện',
  },

  moved: 'Thay đổi',
  standing: 'So với toàn tỉnh',

  chart: {
    title: (weeks: number) => `Tỷ lệ hài lòng, ${weeks} tuần`,
    centre: (weeks: number) => `mức chung ${weeks} tuần của đơn vị`,
    none: 'Chưa đủ lượt đánh giá để vẽ biểu đồ theo tuần.',
    noRates: 'Chưa vẽ biểu đồ theo tuần: từng khoảng chưa đủ 30 lượt để hiện tỷ lệ.',
  },

  criteria: {
    title: 'Tám tiêu chí',
    rowsAre: 'Tiêu chí',
    none: 'Chưa đủ lượt đánh giá từng tiêu chí.',
  },

  breakdowns: {
    title: 'Theo bàn và theo thủ tục',
    desks: 'Bàn',
    procedures: 'Thủ tục',
    unstated: 'Không ghi',
    answers: 'Lượt',
    rate: 'Hài lòng',
    countOnly: 'chưa đủ lượt',
    note: 'Ô có dưới 10 lượt được ẩn; khi cần, ẩn thêm một ô khác để không ai tính ngược ra được.',
    none: 'Chưa đủ lượt đánh giá để tách theo bàn và thủ tục.',
    more: (count: string) => `Còn ${count} dòng, xem trên trang.`,
    hiddenNames: (names: string) => `Ẩn vì ít lượt: ${names}.`,
    noAnswers: (names: string) => `Không có lượt nào: ${names}.`,
  },

  comments: {
    title: 'Ý kiến của người dân',
    block: (weeks: string, count: string) => `Tuần ${weeks}: ${count} ý kiến`,
    note: 'Xếp ngẫu nhiên, không kèm mức đánh giá; số điện thoại, số căn cước, biển số đã được che. Xin không tìm cách đoán ai đã viết.',
    none: 'Chưa có ý kiến nào trong các tuần này.',
    notForOperator: 'Ý kiến chỉ hiện cho Công an xã và Công an tỉnh.',
    more: (count: string) => `Còn ${count} ý kiến, xem trên trang.`,
  },

  flags: {
    title: 'Lượt nghi vấn',
    meaning:
      'Là lượt gửi dồn dập tại một bàn, gửi quá nhanh, gửi ngoài giờ làm việc hoặc do máy gửi. Các lượt này được giữ lại, không bị xóa, nhưng không tính vào tỷ lệ.',
    assisted: 'Phiếu giấy do cán bộ nhập',
  },

  facts: {
    title: 'Số lần đến và hẹn trả kết quả',
    none: 'Chưa đủ người trả lời.',
    forProvince: 'Chỉ Công an tỉnh xem',
  },

  promises: {
    title: 'Việc đã hứa',
    none: 'Chưa có việc nào.',
    invitation: 'Chọn một điều người dân chưa hài lòng, ghi việc sẽ làm và hạn xong.',
    write: 'Ghi việc sẽ làm',
    all: 'Xem các việc đã hứa',
  },

  how: {
    title: 'Cách đọc',
    sentences: [
      'Tỷ lệ hài lòng là số lượt chọn “Hài lòng” hoặc “Rất hài lòng” chia cho số lượt đánh giá. Khoảng tin cậy cho biết tỷ lệ thật nhiều khả năng nằm ở đâu; càng nhiều lượt, khoảng càng hẹp.',
      'Tuần có ít lượt được gộp với các tuần liền nhau cho đủ 10 lượt, nên “4 tuần” có khi dài hơn. “Tốt lên”, “kém đi” chỉ được nói khi khó có thể là ngẫu nhiên.',
      '“Tạm tính”: trong tám ngày sau khi hết tuần còn nhận những lượt gửi muộn vì mất mạng, nên con số có thể đổi.',
      'Đây là khảo sát ẩn danh tại bàn một cửa, dùng để cải thiện phục vụ; không dùng để chấm điểm cá nhân.',
    ],
  },

  sheet: {
    title: 'Kết quả đánh giá tại bàn một cửa',
    period: (week: string, days: string) => `${week} (từ ${days})`,
    place: (place: string) => `${place}, ngày …… tháng …… năm ……`,
    status: { provisional: 'số liệu tạm tính', open: 'tuần chưa kết thúc' },
    prepared: 'Người lập',
    chief: (kind: string) => `Trưởng Công an ${kind}`,
    sign: '(Ký, ghi rõ họ tên)',
    source:
      'Khảo sát ẩn danh, tự nguyện tại bàn một cửa, dùng để cải thiện phục vụ; không thay cho các kênh đánh giá khác.',
  },
};
