import type { Adapter, AdapterPayload } from 'oidc-provider';

const mostItems = 10_000;

/**
 * What the identity provider remembers while it runs: sign-ins under way, codes, its own sessions. A restart forgets
 * them; the sessions of the service stand in the table and go on.
 */
export const identityMemory = () => {
  const items = new Map<string, { payload: AdapterPayload; until: number }>();

  const find = (key: string): AdapterPayload | undefined => {
    const item = items.get(key);
    if (!item) return undefined;
    if (item.until > Date.now()) return item.payload;
    items.delete(key);
    return undefined;
  };

  return (model: string): Adapter => {
    const keyOf = (id: string): string => `${model} ${id}`;
    const findBy = (name: 'uid' | 'userCode', value: string): AdapterPayload | undefined =>
      [...items.keys()]
        .filter((key) => key.startsWith(keyOf('')))
        .map(find)
        .find((payload) => payload?.[name] === value);

    return {
      upsert: async (id, payload, expiresInSeconds) => {
        const [oldest] = items.keys();
        if (oldest !== undefined && items.size >= mostItems) items.delete(oldest);
        items.set(keyOf(id), {
          payload,
          until: expiresInSeconds === undefined ? Infinity : Date.now() + expiresInSeconds * 1000,
        });
      },
      find: async (id) => find(keyOf(id)),
      findByUid: async (uid) => findBy('uid', uid),
      findByUserCode: async (code) => findBy('userCode', code),
      consume: async (id) => {
        const payload = find(keyOf(id));
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => {
        items.delete(keyOf(id));
      },
      revokeByGrantId: async (grantId) => {
        for (const [key, { payload }] of items) if (payload.grantId === grantId) items.delete(key);
      },
    };
  };
};
