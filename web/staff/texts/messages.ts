import type { WeekProblem } from '../../../functions/domain/asked-week.ts';

/** What a page says when there is nothing else to show: what is wrong and what to do. */
export const messages = {
  notAllowed: {
    title: 'Tài khoản này không được xem trang này',
    text: 'Mỗi tài khoản chỉ xem được đơn vị được giao. Nếu đồng chí vừa được giao đơn vị mới, xin đăng xuất rồi đăng nhập lại, hoặc liên hệ cán bộ quản trị của Công an tỉnh.',
  },
  unknownUnit: {
    title: 'Không tìm thấy đơn vị này',
    text: 'Mã trong địa chỉ không có trong danh mục đơn vị. Tên và mã có thể đã đổi sau sắp xếp đơn vị hành chính.',
  },
  notFound: {
    title: 'Không tìm thấy trang',
    text: 'Địa chỉ này không có trang nào. Xin trở về trang chính.',
  },
  tooLarge: {
    title: 'Nội dung gửi quá lớn',
    text: 'Chưa có gì được lưu. Xin quay lại trang trước, rút ngắn nội dung rồi gửi lại.',
  },
  unavailable: {
    title: 'Hệ thống đang bận',
    text: 'Chưa có gì được lưu. Xin chờ ít phút rồi tải lại trang.',
  },
  wentWrong: {
    title: 'Có lỗi xảy ra',
    text: 'Chưa có gì được lưu. Xin thử lại; nếu vẫn không được, xin báo đơn vị vận hành.',
  },
  weeks: {
    no_such_week: {
      title: 'Không có tuần này',
      text: 'Tuần được viết như 2026-W47 (năm và số tuần theo lịch ISO 8601). Xin kiểm tra lại địa chỉ, hoặc mở trang không kèm tuần để xem tuần gần nhất.',
    },
    not_begun: {
      title: 'Tuần này chưa đến',
      text: 'Chỉ xem được những tuần đã kết thúc. Xin mở trang không kèm tuần để xem tuần gần nhất.',
    },
    still_open: {
      title: 'Tuần này chưa kết thúc',
      text: 'Số liệu của một tuần chỉ hiện sau khi tuần đó kết thúc, để không ai suy ra được ai vừa đánh giá. Xin quay lại sau 0 giờ thứ Hai.',
    },
  } satisfies Record<WeekProblem, { title: string; text: string }>,
};
