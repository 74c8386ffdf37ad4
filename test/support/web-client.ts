import { hiddenFields, type Page, pageOf } from './page.ts';

/** A browser without a screen: keeps cookies by path and host, follows nothing by itself. */
export interface WebClient {
  cookies: Map<string, string>;
  get(url: string): Promise<Page & { location: string }>;
  post(url: string, fields: Readonly<Record<string, string>>): Promise<Page & { location: string }>;
}

export const webClient = (origin: string): WebClient => {
  const cookies = new Map<string, string>();
  const send = async (url: string, init: RequestInit = {}): Promise<Page & { location: string }> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { origin, ...(cookie && { cookie }) };
    const response = await fetch(new URL(url, origin), { redirect: 'manual', ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(/; ?/);
      const name = pair.slice(0, pair.indexOf('='));
      if (attributes.some((each) => /^max-age=0$|1970/i.test(each))) cookies.delete(name);
      else cookies.set(name, pair.slice(name.length + 1));
    }
    return { ...(await pageOf(response)), location: response.headers.get('location') ?? '' };
  };
  return {
    cookies,
    get: (url) => send(url),
    post: (url, fields) => send(url, { method: 'POST', body: new URLSearchParams(fields) }),
  };
};

/** Follows redirects until there is a page. */
export const follow = async (client: WebClient, url: string): Promise<Page & { url: string }> => {
  let at = url;
  for (let steps = 0; steps < 10; steps += 1) {
    const page = await client.get(at);
    if (!page.location) return { ...page, url: at };
    at = page.location;
  }
  throw new Error(`${url} leads in a circle`);
};

export const csrfIn = (page: Page): string => hiddenFields(page)['csrf'] ?? '';
