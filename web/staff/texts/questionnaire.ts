/** Which questions are asked, which procedures are offered, and whether everybody may read the results. */
export const questionnaire = {
  title: 'Phiếu đánh giá',
  intro:
    'Câu hỏi chung “Nhìn chung, Ông/Bà hài lòng ở mức nào” luôn có. Ở đây chọn phần hỏi thêm và việc công bố. Thay đổi có hiệu lực trên phiếu trong vòng một phút; câu trả lời từ phiếu mở trước đó vẫn được nhận.',
  wholeProvince: 'Toàn tỉnh',
  wholeProvinceText: 'Mục nào tắt ở đây thì tắt ở mọi đơn vị.',
  communes: 'Từng đơn vị',
  communesText: 'Mỗi đơn vị chỉ hỏi những việc mình tiếp nhận.',
  columns: { commune: 'Đơn vị', criteria: 'Tiêu chí hỏi', procedures: 'Việc tiếp nhận', isPublic: 'Công bố' },
  ofAll: (on: number, all: number) => `${on}/${all}`,
  published: 'Có',
  unpublished: 'Không',
  change: 'Sửa phiếu',
  unitTitle: (unit: string) => `Phiếu của ${unit}`,
  criteria: 'Tiêu chí được hỏi',
  procedures: 'Việc tiếp nhận',
  proceduresHint: '“Việc khác” luôn có. Bỏ hết dấu thì phiếu không hỏi người dân đến vì việc gì.',
  isPublic: 'Công bố kết quả cho mọi người xem',
  isPublicHint:
    'Trang công khai chỉ hiện khi có từ 30 lượt đánh giá. Bỏ dấu: trang công khai của nơi này báo “chưa được công bố”.',
  offInProvince: (names: string) =>
    `Đã tắt ở mức toàn tỉnh nên không hỏi ở đây dù đánh dấu hay không: ${names}.`,
  notPublicInProvince: 'Tỉnh chưa công bố kết quả, nên đơn vị này cũng chưa được công bố dù đánh dấu.',
  save: 'Lưu phiếu',
  done: {
    changed: 'Đã lưu. Phiếu theo thay đổi này trong vòng một phút.',
    unchanged: 'Không có gì thay đổi so với phần đang lưu.',
  },
  unknownChoice: 'Có mục không nằm trong danh sách. Xin chọn lại.',
  unknownCommune: {
    title: 'Không tìm thấy đơn vị này',
    text: 'Mã trong địa chỉ không thuộc tỉnh này. Xin chọn lại từ danh sách.',
  },
};
