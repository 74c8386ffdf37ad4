import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { HttpResponse } from './load-client.ts';

/** A body as it was before it was compressed for the wire. */
export const decoded = ({ headers, body }: Pick<HttpResponse, 'headers' | 'body'>): Buffer => {
  const encoding = headers['content-encoding'];
  if (encoding === 'gzip') return gunzipSync(body);
  if (encoding === 'br') return brotliDecompressSync(body);
  return encoding === 'deflate' ? inflateSync(body) : body;
};

/** The token of a form, from its hidden field. */
export const tokenIn = (response: Pick<HttpResponse, 'headers' | 'body'>): string => {
  const token = /name="token" value="([^"]+)"/.exec(decoded(response).toString('utf8'))?.[1];
  if (!token) throw new Error('the form has no token');
  return token;
};
