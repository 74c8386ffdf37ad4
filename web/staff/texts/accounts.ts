import type { AccountProblem } from '../../../functions/domain/account-problem.ts';

/** The pages on which a province looks after its people's accounts. */
export const accounts = {
  title: 'Tài khoản',
  intro:
    'Mỗi người một tài khoản riêng. Khi đổi người phụ trách, giao lại vai trò và đơn vị cho người mới; người cũ mất quyền ngay ở thao tác tiếp theo.',
  invite: 'Mời tài khoản',
  none: 'Chưa có tài khoản nào.',
  columns: {
    name: 'Họ tên',
    grants: 'Vai trò và đơn vị',
    state: 'Tình trạng',
    lastSignIn: 'Đăng nhập gần nhất',
  },
  enabled: 'Đang dùng',
  disabled: 'Đã khóa',
  never: 'Chưa lần nào',
  elsewhere: 'Tài khoản này còn có quyền ở nơi khác; phần đó không xem và không đổi được từ đây.',
  count: (shown: number, all: number) =>
    shown === all ? `${all} tài khoản` : `${shown} trong ${all} tài khoản`,
  search: 'Tìm theo họ tên, email hoặc đơn vị',
  show: 'Lọc',
  all: 'Hiện tất cả',

  form: {
    inviteTitle: 'Mời tài khoản',
    inviteIntro:
      'Người được mời nhận hướng dẫn đăng nhập qua email. Chỉ mời cán bộ thuộc đơn vị của tỉnh, dùng email công vụ.',
    editTitle: (name: string) => `Tài khoản: ${name}`,
    name: 'Họ và tên',
    email: 'Email',
    grant: (n: number) => (n === 1 ? 'Vai trò và đơn vị' : `Vai trò và đơn vị thứ ${n}`),
    grantHint: 'Để trống nếu không giao.',
    chief: (commune: string) => `${commune} – Chỉ huy cấp xã`,
    save: 'Lưu vai trò',
    send: 'Gửi lời mời',
    disableTitle: 'Khóa tài khoản',
    disableText:
      'Người này bị đăng xuất ngay và không đăng nhập được cho đến khi mở lại. Không có dữ liệu nào mất.',
    disable: 'Khóa tài khoản',
    enableTitle: 'Tài khoản đang bị khóa',
    enable: 'Mở lại tài khoản',
    own: 'Đây là tài khoản của chính đồng chí. Để tỉnh không bị thiếu người quản trị, xin nhờ người quản trị khác đổi.',
  },

  done: {
    changed: 'Đã lưu. Quyền mới có hiệu lực ngay từ thao tác tiếp theo của người này.',
    unchanged: 'Không có gì thay đổi so với phần đang lưu.',
    disabled: 'Đã khóa tài khoản; các phiên đang mở đã kết thúc.',
    enabled: 'Đã mở lại tài khoản.',
    removed: 'Đã thu hồi mọi quyền của tài khoản này trong tỉnh.',
  },

  invited: {
    title: 'Đã mời tài khoản',
    text: (name: string, email: string) => `${name} (${email}) đã có tài khoản.`,
    byMail: 'Hướng dẫn đăng nhập đã được gửi qua email.',
    password: 'Mật khẩu tạm, chỉ hiện một lần:',
    passwordText: 'Xin giao tận tay cho người này. Lần đăng nhập đầu tiên sẽ bắt đổi mật khẩu.',
    toList: 'Về danh sách tài khoản',
  },

  unknown: {
    title: 'Không tìm thấy tài khoản này',
    text: 'Tài khoản không có quyền nào trong tỉnh này, hoặc đã bị xóa. Xin chọn lại từ danh sách.',
  },
};

export const accountProblems = {
  name: 'Xin nhập họ và tên, tối đa 100 ký tự.',
  email: 'Xin nhập một địa chỉ email, ví dụ: ten@congan.example.vn',
  noGrant: 'Xin giao ít nhất một vai trò.',
  grant: 'Vai trò hoặc đơn vị này không có trong danh sách. Xin chọn lại.',
  repeated: 'Vai trò và đơn vị này đã chọn ở trên.',
  refused: {
    unknown: 'Tài khoản không còn trong tỉnh này.',
    changed_meanwhile: 'Có người vừa đổi tài khoản này. Xin xem lại phần đang lưu ở trên rồi lưu lần nữa.',
    own_account: accounts.form.own,
    not_of_province: 'Tài khoản này còn có quyền ngoài tỉnh nên không khóa được từ đây.',
    email_taken:
      'Địa chỉ email này đã có tài khoản. Nếu người này ở trong tỉnh, xin chọn trong danh sách; nếu ở tỉnh khác, xin liên hệ đơn vị vận hành.',
  } satisfies Record<AccountProblem, string>,
};
