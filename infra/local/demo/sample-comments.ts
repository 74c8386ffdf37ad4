/** What people might write. Nobody did: sample data. */
export const praise: readonly string[] = [
  'Cán bộ hướng dẫn tận tình, nhanh gọn, tôi rất hài lòng.',
  'Làm căn cước cho mẹ tôi 78 tuổi, các cháu đỡ bà vào tận bàn. Cảm ơn nhiều.',
  'Giấy tờ xong sớm hơn giấy hẹn hai ngày.',
  'Cán bộ trẻ, nói năng nhẹ nhàng, giải thích dễ hiểu.',
  'Không phải đi lại nhiều lần như trước, rất tiện.',
  'Đăng ký tạm trú cho người thuê nhà chỉ mất 15 phút.',
  'Phòng chờ sạch sẽ, có nước uống, có chỗ ngồi cho người già.',
  'Được hướng dẫn làm trên VNeID tại chỗ, lần sau tôi tự làm được.',
  'Thái độ phục vụ tốt, đúng hẹn.',
  'Cán bộ gọi điện nhắc đến nhận kết quả, rất chu đáo.',
];

export const wishes: readonly string[] = [
  'Chờ hơi lâu vào sáng thứ Hai, mong thêm một bàn tiếp nhận.',
  'Bảng niêm yết phí chữ nhỏ quá, người già khó đọc.',
  'Tôi phải quay lại lần hai vì lần đầu không được dặn mang giấy khai sinh.',
  'Mạng chậm nên phải chờ, mong đơn vị khắc phục.',
  'Nên có thêm ghế ngồi chờ, hôm nay nhiều người phải đứng.',
  'Chỗ để xe chật, trời mưa không có mái che.',
  'Giấy hẹn ghi thứ Năm nhưng đến thứ Hai tuần sau mới có.',
  'Mong làm việc cả sáng thứ Bảy như đã thông báo.',
];
