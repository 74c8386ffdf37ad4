/** What all forms of signed-in pages say. */
export const forms = {
  problemsTitle: 'Xin sửa các chỗ sau, rồi gửi lại',
  problemInTitle: 'Cần sửa',
  nothingSaved: 'Chưa có gì được lưu; mọi điều đã nhập vẫn còn đây.',
  save: 'Lưu',
  cancel: 'Quay lại, không lưu',
  optional: '(không bắt buộc)',
  conflictTitle: 'Có người vừa sửa mục này',
  conflictText:
    'Từ lúc đồng chí mở trang, người khác đã lưu thay đổi. Phần đồng chí nhập vẫn còn ở dưới và chưa được lưu. Xin so sánh; nếu bấm lưu lần nữa, phần của đồng chí sẽ thay phần đang lưu.',
  conflictField: 'Mục',
  conflictStored: 'Đang lưu',
  conflictTyped: 'Đồng chí nhập',
  none: '(không có)',
};
