import { describe, expect, it } from 'vitest';
import { type Grant, grantOf, groupOf } from '../../functions/domain/account.ts';
import { actions, audienceOf, mayDo } from '../../functions/domain/authorization.ts';

const ofProvince = { province: '42' };
const ofCommune = { province: '42', commune: '18073' };
const chief: Grant = { role: 'commune-chief', commune: '18073' };
const reader: Grant = { role: 'province-reader', province: '42' };

describe('authorization', () => {
  it('allows nothing to an account without grants', () => {
    for (const action of actions) {
      expect([undefined, ofProvince, ofCommune].map((unit) => mayDo({ grants: [] }, action, unit))).toEqual([
        false,
        false,
        false,
      ]);
    }
  });

  it('lets a chief do nothing in another commune, nor in the province', () => {
    for (const action of actions) {
      expect(mayDo({ grants: [chief] }, action, { province: '42', commune: '18076' })).toBe(false);
      expect(mayDo({ grants: [chief] }, action, ofProvince)).toBe(false);
    }
  });

  it('lets a reader of the province change nothing', () => {
    for (const action of ['report_visits', 'write_promises', 'import_visits', 'administer'] as const) {
      expect(mayDo({ grants: [reader] }, action, ofCommune)).toBe(false);
    }
  });

  it('adds no rights of one grant to the unit of another', () => {
    const account = { grants: [chief, { role: 'province-reader', province: '01' }] satisfies Grant[] };
    expect(mayDo(account, 'read_province', ofProvince)).toBe(false);
  });

  it('shows as much as the widest grant in that unit', () => {
    expect(audienceOf({ grants: [chief, reader] }, ofCommune)).toBe('province');
    expect(audienceOf({ grants: [chief] }, ofCommune)).toBe('commune');
    expect(audienceOf({ grants: [chief] }, ofProvince)).toBeUndefined();
  });
});

describe('groups of the identity provider', () => {
  it('are read as they are written', () => {
    for (const grant of [chief, reader, { role: 'operator' } satisfies Grant]) {
      expect(grantOf(groupOf(grant))).toEqual(grant);
    }
  });

  it('grant nothing when they are not exactly ours', () => {
    for (const group of [
      '',
      'admin',
      'operator:42',
      'province-admin',
      'province-admin:4',
      'commune-chief:18073:x',
    ]) {
      expect(grantOf(group)).toBeUndefined();
    }
  });
});
