import { beforeEach, describe, expect, it } from 'vitest';
import { confirmedState } from '../../functions/accounts/current-account.ts';
import type { Identity } from '../../functions/accounts/identity-provider.ts';
import { type Grant, groupOf } from '../../functions/domain/account.ts';
import { accountStore } from '../../functions/store/account-store.ts';
import { unitStore } from '../../functions/store/unit-store.ts';
import { accountProblems, accounts as t } from '../../web/staff/texts/accounts.ts';
import { forms } from '../../web/staff/texts/forms.ts';
import {
  accountWith,
  type DashboardService,
  dashboardService,
  grants,
} from '../support/dashboard-service.ts';
import { type Page, wordsOf } from '../support/page.ts';
import { canLoc, present, thanhSen } from '../support/samples.ts';
import { fieldsToSend, problemOf } from '../support/staff-forms.ts';

const list = '/dashboard/province/42/accounts';
const pathOf = (subject = 'lan') => `${list}/${subject}`;
let service: DashboardService;

beforeEach(async () => {
  service = await dashboardService();
  service.signIn(accountWith(grants.admin));
});

/** Somebody whom the identity provider and our own rows know. */
const officer = async (about: Partial<Identity> = {}, signedInAt?: number): Promise<Identity> => {
  const identity: Identity = {
    subject: 'lan',
    name: 'Nguyễn Thị Lan',
    email: 'lan@congan.example',
    isEnabled: true,
    grants: [grants.chief],
    ...about,
  };
  service.identities.set(identity);
  const { subject, grants: held, isEnabled } = identity;
  await accountStore(service.table).enlist(subject, ['42']);
  const stored = { subject, grants: held, isEnabled, version: 1, confirmedAt: 0 };
  await accountStore(service.table).save({ ...stored, ...(signedInAt && { signedInAt }) }, 0);
  return identity;
};

const groups = async (subject = 'lan'): Promise<string[]> =>
  present(await service.identities.find(subject))
    .grants.map(groupOf)
    .toSorted();
const lines = async () => (await service.items('AUDIT#')).filter(({ sk }) => sk.startsWith('OF#'));
const choose = (page: Page, path: string, chosen: readonly (Grant | string)[]) => {
  const kept = fieldsToSend(page, path).filter(([name]) => name !== 'grant');
  const given = chosen.map((each): [string, string] => [
    'grant',
    typeof each === 'string' ? each : groupOf(each),
  ]);
  return service.postBody(path, new URLSearchParams([...kept, ...given]));
};

describe('the list of accounts', () => {
  it('shows who does what where, and when each signed in last', async () => {
    await officer({}, Date.parse('2026-11-20T08:05+07:00') / 1000);
    await officer({ subject: 'minh', name: 'Lê Văn Minh', grants: [grants.reader], isEnabled: false });
    const words = wordsOf(await service.get(list));
    expect(words).toContain('2 tài khoản');
    expect(words).toContain('Chỉ huy cấp xã – Công an phường Thành Sen Đang dùng 20/11/2026 08:05');
    expect(words).toContain('Theo dõi cấp tỉnh Đã khóa Chưa lần nào');
  });

  it.each(['nguyen thi lan', 'LAN@', 'thanh sen'])('is searched without diacritics: %s', async (q) => {
    await officer();
    await officer({
      subject: 'minh',
      name: 'Lê Văn Minh',
      email: 'm@x.example',
      grants: [grants.otherChief],
    });
    const words = wordsOf(await service.get(`${list}?q=${encodeURIComponent(q)}`));
    expect(words).toContain('1 trong 2 tài khoản');
    expect(words).toContain('Nguyễn Thị Lan');
    expect(words).not.toContain('Lê Văn Minh');
  });

  it('has nobody of another province', async () => {
    await officer({ grants: [grants.otherAdmin] });
    expect(wordsOf(await service.get(list))).toContain(t.none);
  });
});

describe('an invitation', () => {
  const path = `${list}/new`;
  const invite = async (
    changed: Record<string, string>,
    chosen: readonly (Grant | string)[] = [grants.chief],
  ) => {
    const page = await service.get(path);
    const fields = { name: 'Trần Văn Hùng', email: 'Hung@congan.example', ...changed };
    return service.postBody(
      path,
      new URLSearchParams([
        ...Object.entries(fields),
        ...chosen.map(
          (each) => ['grant', typeof each === 'string' ? each : groupOf(each)] as [string, string],
        ),
        ...fieldsToSend(page, path).filter(([name]) => name === 'csrf'),
      ]),
    );
  };

  it('makes an account with its roles, and a line that names nobody', async () => {
    const page = await invite({}, [grants.chief, '', grants.otherChief]);
    expect(page.status).toBe(200);
    expect(wordsOf(page)).toContain(t.invited.text('Trần Văn Hùng', 'hung@congan.example'));
    const [line, ...others] = await lines();
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      deed: 'account_invited',
      by: 'subject-province-admin',
      after: { grants: ['commune-chief:18073', 'commune-chief:18074'] },
    });
    expect(JSON.stringify(await service.items('AUDIT#'))).not.toMatch(/Hùng|hung@/i);
    const subject = String(line?.['subject']).replace('ACCOUNT#', '');
    expect(await groups(subject)).toEqual(['commune-chief:18073', 'commune-chief:18074']);
    expect(wordsOf(await service.get(list))).toContain('Trần Văn Hùng');
  });

  it('shows a temporary password once, and nowhere else', async () => {
    service = await dashboardService({
      wrap: (deps) => ({
        ...deps,
        accounts: {
          ...deps.accounts,
          invite: async (...asked) => ({
            ...(await deps.accounts.invite(...asked)),
            temporaryPassword: 'Xoài-7',
          }),
        },
      }),
    });
    service.signIn(accountWith(grants.admin));
    const page = await invite({});
    expect(page.html).toContain('<code>Xoài-7</code>');
    expect(page.headers.get('cache-control')).toContain('no-store');
    expect(JSON.stringify(await service.items())).not.toContain('Xoài-7');
  });

  it.each([
    ['name', { name: ' ' }, undefined, accountProblems.name],
    ['name', { name: 'a'.repeat(101) }, undefined, accountProblems.name],
    ['email', { email: 'hung' }, undefined, accountProblems.email],
    ['email', { email: 'a b@c.vn' }, undefined, accountProblems.email],
    ['grant-0', {}, ['', ''], accountProblems.noGrant],
    ['grant-0', {}, ['operator'], accountProblems.grant],
    ['grant-0', {}, ['province-admin:01'], accountProblems.grant],
    ['grant-1', {}, [grants.chief, 'commune-chief:00004'], accountProblems.grant],
    ['grant-1', {}, [grants.chief, grants.chief], accountProblems.repeated],
  ])(
    'with a wrong %s is refused beside it, and keeps the rest: %o %j',
    async (field, changed, chosen, words) => {
      const page = await invite(changed, chosen);
      expect(page.status).toBe(400);
      expect(problemOf(page, field)).toBe(words);
      const kept = fieldsToSend(page, path);
      if (field !== 'name') expect(kept).toContainEqual(['name', 'Trần Văn Hùng']);
      if (field !== 'email') expect(kept).toContainEqual(['email', 'Hung@congan.example']);
      if (field !== 'grant-0') expect(kept).toContainEqual(['grant', 'commune-chief:18073']);
      expect(await lines()).toEqual([]);
    },
  );

  it('of an address that has an account is refused, and says what to do', async () => {
    await officer({ email: 'hung@congan.example' });
    const page = await invite({});
    expect(page.status).toBe(409);
    expect(problemOf(page, 'email')).toBe(accountProblems.refused.email_taken);
    expect(await lines()).toEqual([]);
  });

  it('that was cut short before anything was given goes on, under one line', async () => {
    const give = service.identities.give.bind(service.identities);
    service.identities.give = async () => {
      throw new Error('killed');
    };
    expect((await invite({})).status).toBe(500);
    expect(await lines()).toHaveLength(1);
    service.identities.give = give;
    expect((await invite({})).status).toBe(200);
    expect(await lines()).toHaveLength(1);
  });
});

describe('a handover', () => {
  it('gives other roles and units, with a line of before and after', async () => {
    await officer();
    const answer = await choose(await service.get(pathOf()), pathOf(), [grants.otherChief, grants.reader]);
    expect(answer.headers.get('location')).toBe(`${pathOf()}?done=changed`);
    expect(await groups()).toEqual(['commune-chief:18074', 'province-reader:42']);
    expect(await lines()).toMatchObject([
      {
        subject: 'ACCOUNT#lan',
        deed: 'account_changed',
        before: { grants: ['commune-chief:18073'] },
        after: { grants: ['commune-chief:18074', 'province-reader:42'] },
      },
    ]);
    const words = wordsOf(await service.get(`${pathOf()}?done=changed`));
    expect(words).toContain(t.done.changed);
  });

  it('takes everything away, and the account is in the list no more', async () => {
    await officer();
    const answer = await choose(await service.get(pathOf()), pathOf(), ['', '']);
    expect(answer.headers.get('location')).toBe(`${list}?done=removed`);
    expect(await groups()).toEqual([]);
    expect(wordsOf(await service.get(list))).not.toContain('Nguyễn Thị Lan');
    expect((await service.get(pathOf())).status).toBe(404);
  });

  it('that changes nothing leaves no line', async () => {
    await officer();
    const answer = await choose(await service.get(pathOf()), pathOf(), [grants.chief]);
    expect(answer.headers.get('location')).toBe(`${pathOf()}?done=unchanged`);
    expect(await lines()).toEqual([]);
  });

  it('leaves alone what is held in another province, and its line does not tell of it', async () => {
    await officer({ grants: [grants.chief, grants.otherAdmin] });
    const page = await service.get(pathOf());
    expect(wordsOf(page)).toContain(t.elsewhere);
    await choose(page, pathOf(), [grants.otherChief]);
    expect(await groups()).toEqual(['commune-chief:18074', 'province-admin:01']);
    expect(JSON.stringify(await lines())).not.toContain('province-admin:01');
  });

  it.each([['operator'], ['province-admin:01'], ['commune-chief:00004'], ['x']])(
    'never gives %s',
    async (group) => {
      await officer();
      const answer = await choose(await service.get(pathOf()), pathOf(), [group]);
      expect(answer.status).toBe(400);
      expect(problemOf(answer, 'grant-0')).toBe(accountProblems.grant);
      expect(await groups()).toEqual(['commune-chief:18073']);
    },
  );
});

describe('an account', () => {
  it('is disabled and enabled again, each with its line', async () => {
    await officer();
    const disable = `${pathOf()}/disable`;
    const page = await service.get(pathOf());
    const answer = await service.postBody(disable, new URLSearchParams(fieldsToSend(page, disable)));
    expect(answer.headers.get('location')).toBe(`${pathOf()}?done=disabled`);
    expect((await service.identities.find('lan'))?.isEnabled).toBe(false);
    const enable = `${pathOf()}/enable`;
    const disabled = await service.get(pathOf());
    await service.postBody(enable, new URLSearchParams(fieldsToSend(disabled, enable)));
    expect((await service.identities.find('lan'))?.isEnabled).toBe(true);
    expect((await lines()).map((line) => line['after'])).toEqual(
      expect.arrayContaining([{ isEnabled: false }, { isEnabled: true }]),
    );
  });

  it('that holds something elsewhere is not disabled from here', async () => {
    await officer({ grants: [grants.chief, grants.otherAdmin] });
    expect((await service.get(pathOf())).html).not.toContain(`${pathOf()}/disable`);
    expect((await service.post(`${pathOf()}/disable`, { seen: '2' })).status).toBe(409);
    expect((await service.identities.find('lan'))?.isEnabled).toBe(true);
    expect(await lines()).toEqual([]);
  });

  it('of one’s own is changed by nobody but a colleague', async () => {
    const own = accountWith(grants.admin);
    await officer({ subject: own.subject, grants: [grants.admin] });
    const path = pathOf(own.subject);
    const page = await service.get(path);
    expect(wordsOf(page)).toContain(t.form.own);
    for (const deed of ['', '/disable']) {
      expect(
        (await service.post(`${path}${deed}`, { seen: '2', grant: groupOf(grants.reader) })).status,
      ).toBe(409);
    }
    expect(await groups(own.subject)).toEqual(['province-admin:42']);
    expect(await lines()).toEqual([]);
  });

  it('of another province is not found', async () => {
    await officer({ grants: [grants.otherAdmin] });
    for (const subject of ['lan', 'nobody', '%2e%2e']) {
      expect((await service.get(pathOf(subject))).status).toBe(404);
      expect((await service.post(pathOf(subject), { seen: '1', grant: groupOf(grants.chief) })).status).toBe(
        404,
      );
      expect((await service.post(`${pathOf(subject)}/disable`, { seen: '1' })).status).toBe(404);
    }
    expect(await groups()).toEqual(['province-admin:01']);
  });
});

describe('two admins who change the same account', () => {
  it('do not write over each other: the second sees both and keeps what was chosen', async () => {
    await officer();
    const mine = await service.get(pathOf());
    service.signIn(accountWith(grants.operator));
    await choose(await service.get(pathOf()), pathOf(), [grants.otherChief]);
    service.signIn(accountWith(grants.admin));
    const answer = await choose(mine, pathOf(), [grants.reader]);
    expect(answer.status).toBe(409);
    expect(wordsOf(answer)).toContain(forms.conflictTitle);
    expect(wordsOf(answer)).toContain(`Chỉ huy cấp xã – Công an ${'xã'} ${canLoc.name} Theo dõi cấp tỉnh`);
    expect(await groups()).toEqual(['commune-chief:18074']);
    expect(await lines()).toHaveLength(1);
    expect((await choose(answer, pathOf(), [grants.reader])).status).toBe(303);
    expect(await groups()).toEqual(['province-reader:42']);
  });

  it('make one change with one line when the same form is sent twice', async () => {
    await officer();
    const page = await service.get(pathOf());
    for (let times = 0; times < 2; times += 1) {
      expect((await choose(page, pathOf(), [grants.otherChief])).status).toBe(303);
    }
    expect(await lines()).toHaveLength(1);
  });
});

describe('a process that is killed between the line and the change of an account', () => {
  beforeEach(async () => {
    let isKilled = true;
    service = await dashboardService({
      wrap: (deps) => ({
        ...deps,
        accounts: {
          ...deps.accounts,
          changeGrants: async (...asked) => {
            if (isKilled) {
              isKilled = false;
              throw new Error('killed');
            }
            return deps.accounts.changeGrants(...asked);
          },
        },
      }),
    });
    service.signIn(accountWith(grants.admin));
    await officer();
    expect((await choose(await service.get(pathOf()), pathOf(), [grants.otherChief])).status).toBe(500);
    expect(await lines()).toHaveLength(1);
    expect(await groups()).toEqual(['commune-chief:18073']);
  });

  it('has its change made when somebody looks at the account', async () => {
    expect(wordsOf(await service.get(pathOf()))).toContain(canLoc.name);
    expect(await groups()).toEqual(['commune-chief:18074']);
    expect(await lines()).toHaveLength(1);
  });

  it('is not overtaken by another admin who had seen the account before', async () => {
    service.signIn(accountWith(grants.operator));
    const stale = new URLSearchParams([
      ['seen', '1'],
      ['grant', groupOf(grants.reader)],
    ]);
    expect((await service.postBody(pathOf(), stale)).status).toBe(409);
    expect(await groups()).toEqual(['commune-chief:18074']);
  });
});

describe('a process that is killed between our row and the identity provider', () => {
  let isKilled: boolean;
  const orDie = async (deed: () => Promise<void>): Promise<void> => {
    if (isKilled) throw new Error('killed');
    return deed();
  };

  beforeEach(async () => {
    await officer({ grants: [grants.chief] });
    const { identities } = service;
    const alive = { ...identities };
    isKilled = true;
    identities.give = (subject, given) => orDie(() => alive.give(subject, given));
    identities.setEnabled = (subject, isEnabled) => orDie(() => alive.setEnabled(subject, isEnabled));
  });

  it.each([
    ['the account', pathOf()],
    ['the list of accounts', list],
  ])('has its handover made when somebody looks at %s', async (_, looked) => {
    expect((await choose(await service.get(pathOf()), pathOf(), [grants.otherChief])).status).toBe(500);
    expect(await groups()).toEqual([]);
    isKilled = false;
    expect(wordsOf(await service.get(looked))).toContain(canLoc.name);
    expect(await groups()).toEqual(['commune-chief:18074']);
    expect(await lines()).toHaveLength(1);
  });

  it('shows the account to no other province', async () => {
    await choose(await service.get(pathOf()), pathOf(), [grants.otherChief]);
    await unitStore(service.table).put({ code: '01', name: 'Thành phố Hà Nội', communes: [] });
    await accountStore(service.table).enlist('lan', ['01']);
    service.signIn(accountWith(grants.otherAdmin));
    isKilled = false;
    const elsewhere = list.replace('/42/', '/01/');
    expect(wordsOf(await service.get(elsewhere))).toContain(t.none);
    expect((await service.get(`${elsewhere}/lan`)).status).toBe(404);
    expect(await groups()).toEqual([]);
  });

  it('does not let somebody in again whom it was about to disable', async () => {
    const page = await service.get(pathOf());
    const csrf = fieldsToSend(page, `${pathOf()}/disable`);
    expect((await service.postBody(`${pathOf()}/disable`, new URLSearchParams(csrf))).status).toBe(500);
    const row = present(await accountStore(service.table).find('lan'));
    const identity = present(await service.identities.find('lan'));
    expect(identity.isEnabled).toBe(true);
    expect(confirmedState(row, identity, 1).isEnabled).toBe(false);
    isKilled = false;
    await service.get(pathOf());
    expect((await service.identities.find('lan'))?.isEnabled).toBe(false);
  });
});

it.each([
  ['a reader', grants.reader],
  ['a chief', grants.chief],
  ['an admin of another province', grants.otherAdmin],
])('accounts are not for %s', async (_, grant) => {
  await officer();
  service.signIn(accountWith(grant));
  for (const path of [list, `${list}/new`, pathOf()]) expect((await service.get(path)).status).toBe(403);
  const fields = { seen: '1', grant: groupOf(grants.admin), name: 'x', email: 'x@y.vn' };
  for (const path of [`${list}/new`, pathOf(), `${pathOf()}/disable`, `${pathOf()}/enable`]) {
    expect((await service.post(path, fields)).status).toBe(403);
  }
  expect(await groups()).toEqual([`commune-chief:${thanhSen.code}`]);
  expect(await lines()).toEqual([]);
});
