import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { isPaired } from '../../functions/domain/kiosk-credential.ts';
import { addDesk } from '../../infra/admin/new-desk.ts';
import { haTinh, thanhSen } from './ha-tinh.ts';
import { workplace } from './workplace.ts';

const { admin, json, stores } = workplace();

const Link = z.strictObject({ code: z.string(), link: z.string() });

const newDesk = async () => {
  const all = await stores();
  await all.units.put(haTinh);
  const province = { code: haTinh.code, name: haTinh.name };
  const { code } = await addDesk(all, { name: 'Bàn 1', commune: thanhSen, province });
  const fingerprint = async () => (await all.desks.find(code))?.kiosk;
  return { ...all, code, fingerprint };
};

const makeLink = async (...args: string[]) => Link.parse(await json(['desks', 'kiosk-link', ...args])).link;
const credentialOf = (link: string): string => new URL(link).hash.slice(1);

describe('desks kiosk-link', () => {
  it('makes a link whose credential stands in no store, and a new link makes the old one useless', async () => {
    const { code, fingerprint } = await newDesk();
    const link = await makeLink(code);
    expect(link).toMatch(new RegExp(`^http://localhost:8080/d/${code}/kiosk#[\\w-]{32}$`));
    const credential = credentialOf(link);
    expect(await fingerprint()).not.toContain(credential);
    expect(isPaired(credential, await fingerprint())).toBe(true);

    const other = await makeLink(code, '--origin', 'https://thuocdo.example');
    expect(new URL(other).origin).toBe('https://thuocdo.example');
    expect(isPaired(credential, await fingerprint())).toBe(false);
    expect(isPaired(credentialOf(other), await fingerprint())).toBe(true);
  });

  it('shows nothing of it where desks are listed', async () => {
    const { code, fingerprint } = await newDesk();
    await makeLink(code);
    expect(JSON.stringify(await json(['desks', 'list', '--json']))).not.toContain(await fingerprint());
  });

  it('refuses what is no desk, no open desk or no origin', async () => {
    const { code, desks } = await newDesk();
    const said = async (...args: string[]) => (await admin(['desks', 'kiosk-link', ...args])).said;
    expect(await said('AAAA')).toEqual(['error: "AAAA" is no desk code']);
    expect(await said('00000000')).toEqual(['error: there is no desk 00000000']);
    expect(await said(code, '--origin', 'thuocdo.example/')).toEqual([
      'error: "thuocdo.example/" is no origin like https://thuocdo.example',
    ]);
    const desk = await desks.find(code);
    if (desk) await desks.change({ ...desk, status: 'retired', version: 2 });
    expect(await said(code)).toEqual([`error: desk ${code} is retired`]);
  });
});

describe('desks kiosk-revoke', () => {
  it('takes the pairing away and leaves the desk as it was', async () => {
    const { code, desks, fingerprint } = await newDesk();
    const before = await desks.find(code);
    await makeLink(code);
    expect(await json(['desks', 'kiosk-revoke', code])).toMatchObject({ code, status: 'active' });
    expect(await fingerprint()).toBeUndefined();
    expect(await desks.find(code)).toEqual({ ...before, version: 3 });
  });
});
