import type { Role } from '../../../functions/domain/account.ts';

/** What stands around every signed-in page. Colleagues call one another "đồng chí". */
export const frame = {
  purpose: 'Đo lường sự hài lòng của Nhân dân',
  home: 'Trang chính',
  signOut: 'Đăng xuất',
  demo: 'Dữ liệu mẫu',
  demoNote: 'không phải đánh giá thật',
  skip: 'Đến nội dung chính',
  choose: 'Chọn đơn vị',
  noUnits: 'Tài khoản này chưa được giao đơn vị nào. Xin liên hệ cán bộ quản trị của Công an tỉnh.',
  provinces: 'Tỉnh, thành phố',
  communes: 'Xã, phường, đặc khu',
  roles: {
    operator: 'Vận hành hệ thống',
    'province-admin': 'Quản trị cấp tỉnh',
    'province-reader': 'Theo dõi cấp tỉnh',
    'commune-chief': 'Chỉ huy cấp xã',
  } satisfies Record<Role, string>,
};
