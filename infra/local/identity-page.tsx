import { StaffLayout } from '../../web/staff/layout.tsx';
import { plainStyle } from '../../web/staff/styles/staff-styles.ts';
import type { PasswordResult } from './password-sign-in.ts';
import { shortestPassword } from './passwords.ts';

export type PasswordProblem = Extract<PasswordResult, { ok: false }>['problem'];

const problems: Record<PasswordProblem, string> = {
  wrong: 'Thư điện tử hoặc mật khẩu chưa đúng.',
  wait: 'Đã nhập sai nhiều lần. Xin chờ 15 phút rồi thử lại.',
  must_change: 'Mật khẩu này chỉ dùng được một lần. Xin đặt mật khẩu mới để tiếp tục.',
  too_short: `Mật khẩu mới cần ít nhất ${shortestPassword} ký tự.`,
  not_repeated: 'Hai lần nhập mật khẩu mới không giống nhau.',
  same_as_before: 'Mật khẩu mới phải khác mật khẩu cũ.',
};

const aboutNew: readonly PasswordProblem[] = ['must_change', 'too_short', 'not_repeated', 'same_as_before'];

interface ChooseProps {
  action: string;
  choices: readonly { subject: string; name: string; roles: readonly string[] }[];
}

/** With made-up data nobody needs a password: one tap chooses who to be. */
export const ChooseAccountPage = ({ action, choices }: ChooseProps) => (
  <StaffLayout site={{ demo: {} }} staff={undefined} title="Chọn tài khoản mẫu" style={plainStyle}>
    <h1>Chọn tài khoản mẫu</h1>
    <p>Dữ liệu mẫu không cần mật khẩu: chạm vào một tài khoản để đăng nhập.</p>
    <form method="post" action={action}>
      {choices.map(({ subject, name, roles }) => (
        <p>
          <button class="go" type="submit" name="account" value={subject}>
            {[name, ...roles].join(' – ')}
          </button>
        </p>
      ))}
    </form>
  </StaffLayout>
);

interface PasswordProps {
  action: string;
  email?: string;
  /** Typed already, and asked for again only when it was wrong. */
  password?: string;
  problem?: PasswordProblem;
}

/** The field that is wrong; none when the person has only got to the next step. */
const fieldOf = (problem: PasswordProblem | undefined): string | undefined =>
  problem && problem !== 'must_change'
    ? aboutNew.includes(problem)
      ? 'new-password'
      : 'password'
    : undefined;

export const PasswordPage = ({ action, email = '', password = '', problem }: PasswordProps) => {
  const isNew = problem !== undefined && aboutNew.includes(problem);
  const title = isNew ? 'Đặt mật khẩu mới' : 'Đăng nhập';
  const faulty = fieldOf(problem);
  const described = (field: string) =>
    faulty === field ? ({ 'aria-invalid': 'true', 'aria-describedby': 'problem' } as const) : {};
  return (
    <StaffLayout site={{}} staff={undefined} title={title} style={plainStyle}>
      <h1>{title}</h1>
      {problem === 'must_change' ? <p>{problems.must_change}</p> : null}
      <form method="post" action={action}>
        <div class="field">
          <label for="email">Thư điện tử</label>
          <input id="email" name="email" value={email} autocomplete="username" inputmode="email" required />
        </div>
        <div class="field">
          <label for="password">{isNew ? 'Mật khẩu được cấp' : 'Mật khẩu'}</label>
          <input
            id="password"
            name="password"
            type="password"
            value={isNew ? password : ''}
            autocomplete="current-password"
            required
            {...described('password')}
          />
        </div>
        {isNew ? (
          <>
            <div class="field">
              <label for="new-password">Mật khẩu mới (ít nhất {shortestPassword} ký tự)</label>
              <input
                id="new-password"
                name="newPassword"
                type="password"
                autocomplete="new-password"
                required
                {...described('new-password')}
              />
            </div>
            <div class="field">
              <label for="repeated">Nhập lại mật khẩu mới</label>
              <input id="repeated" name="repeated" type="password" autocomplete="new-password" required />
            </div>
          </>
        ) : null}
        {problem && problem !== 'must_change' ? (
          <p class="problem" id="problem" role="alert">
            {problems[problem]}
          </p>
        ) : null}
        <p>
          <button class="go" type="submit">
            {isNew ? 'Lưu và đăng nhập' : 'Đăng nhập'}
          </button>
        </p>
      </form>
      <p class="note">Quên mật khẩu: xin liên hệ người vận hành hệ thống để được cấp lại.</p>
    </StaffLayout>
  );
};
