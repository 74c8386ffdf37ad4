import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { type RunningService, runService } from '../support/local-service.ts';
import { demoStaff, type LocalStaff } from '../support/local-staff.ts';
import { wordsOf } from '../support/page.ts';
import { present } from '../support/samples.ts';
import { csrfIn, follow, type WebClient, webClient } from '../support/web-client.ts';

let stop: (() => Promise<void>) | undefined;
afterEach(async () => {
  await stop?.();
  stop = undefined;
});

const run = async (options: Parameters<typeof runService>[1] = {}): Promise<RunningService> => {
  const running = await runService(() => new Date(), options);
  stop = running.stop;
  return running.service;
};

const runDemo = async (originAt?: Parameters<typeof demoStaff>[0]): Promise<LocalStaff> => {
  const staff = await demoStaff(originAt);
  stop = () => staff.stop();
  return staff;
};

/** Fills in the form of the identity provider, and follows it back. */
const send = async (client: WebClient, url: string, fields: Record<string, string>) => {
  const answer = await client.post(url, fields);
  return answer.location ? follow(client, answer.location) : { ...answer, url };
};

describe('on one machine', () => {
  it('the first start makes an operator, who chooses a password and is in', async () => {
    const service = await run();
    const { email, password } = present(service.firstOperator);
    const client = webClient(service.staffOrigin);
    const login = await follow(client, '/dashboard');
    expect(wordsOf(login)).toContain('Mật khẩu');

    expect(wordsOf(await send(client, login.url, { email, password: 'wrong' }))).toContain('chưa đúng');
    const asked = await send(client, login.url, { email, password });
    expect(wordsOf(asked)).toContain('Đặt mật khẩu mới');
    const own = 'một câu dài của tôi';
    const home = await send(client, login.url, { email, password, newPassword: own, repeated: own });
    expect([home.status, home.url]).toEqual([200, '/dashboard']);
  });

  it('signing out ends both ends: the next sign-in asks for the password again', async () => {
    const service = await run();
    const { email, password } = present(service.firstOperator);
    const client = webClient(service.staffOrigin);
    const login = await follow(client, '/dashboard');
    const own = 'một câu dài của tôi';
    const home = await send(client, login.url, { email, password, newPassword: own, repeated: own });

    const out = await client.post('/dashboard/sign-out', { csrf: csrfIn(home) });
    const [, target = ''] = present(out.headers.get('refresh')).split('url=');
    expect(wordsOf(await follow(client, target))).toContain('Đã đăng xuất');
    expect([...client.cookies.keys()].filter((name) => /staff/.test(name))).toEqual([]);
    expect(wordsOf(await follow(client, '/dashboard'))).toContain('Mật khẩu');
  });

  it('a code is good for one browser and one time', async () => {
    const service = await runDemo();
    const client = webClient(service.origin);
    const login = await follow(client, '/dashboard');
    const chosen = await client.post(login.url, { account: 'demo-quan-tri' });
    const back = (await client.get(chosen.location)).location;
    const stolen = webClient(service.origin);
    expect((await stolen.get(back)).status).toBe(400);
    expect((await client.get(back)).status).toBe(303);
    expect((await client.get(back)).status).toBe(400);
  });
});

/** Asks under the name that the service has on its network. Node's fetch can't say another host than it calls. */
const fetchAs = ({ address, origin }: LocalStaff, path: string): Promise<{ headers: Headers }> =>
  new Promise((resolve, reject) => {
    request(new URL(path, address), { headers: { host: new URL(origin).host } }, (response) => {
      response.resume();
      const headers = new Headers();
      for (const line of response.headers['set-cookie'] ?? []) headers.append('set-cookie', line);
      resolve({ headers });
    })
      .on('error', reject)
      .end();
  });

describe('with sample data', () => {
  it('everybody may choose whom to be, by one tap', async () => {
    const service = await runDemo();
    const client = webClient(service.origin);
    const login = await follow(client, '/dashboard/commune/18073');
    expect(wordsOf(login)).toContain('Lê Quang Cường – Chỉ huy cấp xã, phường Thành Sen');
    const page = await send(client, login.url, { account: 'demo-thanh-sen' });
    expect([page.status, page.url]).toEqual([200, '/dashboard/commune/18073']);
  });

  it('nobody can become somebody who is not on the list', async () => {
    const service = await runDemo();
    const client = webClient(service.origin);
    const login = await follow(client, '/dashboard');
    await service.identities.change((identities) => {
      for (const identity of identities) identity.isEnabled = identity.subject !== 'demo-quan-tri';
    });
    const page = await send(client, login.url, { account: 'demo-quan-tri' });
    expect(wordsOf(page)).toContain('Chọn tài khoản mẫu');
    expect(wordsOf(page)).not.toContain('Nguyễn Văn An');
  });

  it('works over plain http on a network, with cookies that browsers keep there: nothing is anybody’s', async () => {
    const service = await runDemo((port) => `http://thuoc-do.test:${port}`);
    const asked = await fetch(`${service.address}/dashboard/sign-in`, { redirect: 'manual' });
    // Not at the address that it was asked at: the page says where.
    expect(asked.status).toBe(403);
    expect(await asked.text()).toContain(`${service.origin}/dashboard/sign-in`);
    const login = await fetchAs(service, '/dashboard/sign-in');
    const [cookie = ''] = login.headers.getSetCookie();
    expect(cookie).toMatch(/^sign-in=/);
    expect(cookie).not.toContain('Secure');
  });
});

describe('with real data over plain http on a network', () => {
  it('one signs in on the machine itself only', async () => {
    const service = await run({ publicOrigin: (port) => `http://thuoc-do.test:${port}` });
    expect(service.staffOrigin).toBe(`http://localhost:${service.port}`);
    expect(service.publicOrigin).toBe(`http://thuoc-do.test:${service.port}`);
  });

  it('behind a proxy with https one signs in at the proxy’s address', async () => {
    const service = await run({ publicOrigin: () => 'https://thuoc-do.test' });
    expect(service.staffOrigin).toBe('https://thuoc-do.test');
    // As the proxy asks: under its own name.
    const response = await fetch(
      `http://127.0.0.1:${service.port}/identity/.well-known/openid-configuration`,
    );
    expect(await response.json()).toMatchObject({
      issuer: 'https://thuoc-do.test/identity',
      authorization_endpoint: 'https://thuoc-do.test/identity/auth',
      token_endpoint: 'https://thuoc-do.test/identity/token',
    });
  });
});
