/** What people read on the way in and out. */
export const signInTexts = {
  signedOut: {
    title: 'Đã đăng xuất',
    text: 'Phiên làm việc trên máy này đã kết thúc. Nếu dùng máy chung, xin đóng trình duyệt.',
    again: 'Đăng nhập',
  },
  signedIn: {
    title: 'Đã đăng nhập',
    text: 'Xin đóng thẻ này, quay lại thẻ trước và bấm “Gửi lại”.',
  },
  refused: {
    title: 'Chưa đăng nhập được',
    text: 'Lần đăng nhập này đã hết hạn, đã được dùng hoặc bắt đầu ở trình duyệt khác. Xin đăng nhập lại từ đầu.',
  },
  disabled: {
    title: 'Tài khoản đã bị khóa',
    text: 'Xin liên hệ cán bộ quản trị của Công an tỉnh nếu đồng chí vẫn cần dùng tài khoản này.',
  },
  cancelled: {
    title: 'Chưa đăng nhập',
    text: 'Việc đăng nhập đã dừng lại. Đồng chí có thể đăng nhập lại bất cứ lúc nào.',
  },
  elsewhere: {
    title: 'Xin đăng nhập ở địa chỉ khác',
    text: 'Để bảo vệ tài khoản, chỉ đăng nhập được ở địa chỉ dưới đây.',
  },
  otherSite: {
    title: 'Yêu cầu không đến từ trang của Thước Đo',
    text: 'Chưa có gì được lưu. Nếu đồng chí vừa bấm một liên kết lạ, xin bỏ qua liên kết đó; nếu không, xin mở lại trang và thử lại.',
  },
};

/** What a form says that could not be taken. */
export const keptPost = {
  signedOut: {
    title: 'Phiên làm việc đã hết, nội dung vẫn còn',
    text: 'Nội dung đồng chí vừa gửi chưa được lưu, nhưng còn nguyên ở trang này. Xin đăng nhập lại ở thẻ mới, rồi quay lại thẻ này và bấm “Gửi lại”.',
  },
  signedInAgain: {
    title: 'Xin kiểm tra rồi gửi lại',
    text: 'Biểu mẫu này được mở từ phiên làm việc trước nên nội dung chưa được lưu. Nếu nội dung dưới đây đúng là của đồng chí, xin bấm “Gửi lại”.',
  },
  busy: {
    title: 'Hệ thống đang bận, nội dung vẫn còn',
    text: 'Nội dung đồng chí vừa gửi chưa được lưu, nhưng còn nguyên ở trang này. Xin chờ một phút rồi bấm “Gửi lại”; gửi lại nhiều lần cũng chỉ lưu một lần.',
  },
  signIn: 'Đăng nhập lại (mở thẻ mới)',
  sendAgain: 'Gửi lại',
  typed: 'Nội dung chưa lưu',
  files: 'Tệp đính kèm không giữ lại được. Sau khi gửi lại, xin chọn tệp một lần nữa.',
};
