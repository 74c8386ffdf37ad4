import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod/mini';

/** What a cheap Android phone sends; names in lower case, as API Gateway hands them over. */
const phone = {
  accept: 'text/html,application/xhtml+xml',
  'accept-language': 'vi-VN,vi;q=0.9',
  host: 'test.execute-api.ap-southeast-1.amazonaws.com',
  'user-agent': 'Mozilla/5.0 (Linux; Android 10; SM-A107F) Chrome/120.0 Mobile Safari/537.36 Zalo/23.11',
  'x-forwarded-for': '203.0.113.7',
  'x-forwarded-port': '443',
  'x-forwarded-proto': 'https',
};

type Headers = Readonly<Record<string, string>>;

const httpEvent = (method: string, pathAndQuery: string, headers: Headers): APIGatewayProxyEventV2 => {
  const [rawPath = '/', rawQueryString = ''] = pathAndQuery.split('?');
  const { cookie, ...others }: Partial<Record<string, string>> = { ...phone, ...headers };
  const now = new Date();
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    headers: others,
    ...(cookie !== undefined && { cookies: cookie.split('; ') }),
    ...(rawQueryString && {
      queryStringParameters: Object.fromEntries(new URLSearchParams(rawQueryString)),
    }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'test',
      domainName: headers['host'] ?? phone.host,
      domainPrefix: 'test',
      http: {
        method,
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: phone['x-forwarded-for'],
        userAgent: phone['user-agent'],
      },
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
    isBase64Encoded: false,
  };
};

/** `GET path?query` as HTTP API sends it, payload format 2.0. */
export const getEvent = (pathAndQuery: string, headers: Headers = {}): APIGatewayProxyEventV2 =>
  httpEvent('GET', pathAndQuery, headers);

/**
 * `POST path` with a form, or with raw bytes under a content type of one's own. HTTP API hands over form bodies in
 * base64.
 */
export const postEvent = (
  pathAndQuery: string,
  body: Readonly<Record<string, string>> | Uint8Array,
  headers: Headers = {},
): APIGatewayProxyEventV2 => {
  const bytes = body instanceof Uint8Array ? body : Buffer.from(new URLSearchParams(body).toString());
  return {
    ...httpEvent('POST', pathAndQuery, {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(bytes.length),
      ...headers,
    }),
    body: Buffer.from(bytes).toString('base64'),
    isBase64Encoded: true,
  };
};

const HttpAnswer = z.object({
  statusCode: z.number(),
  headers: z.optional(z.record(z.string(), z.string())),
  cookies: z.optional(z.array(z.string())),
  body: z.optional(z.string()),
  isBase64Encoded: z.optional(z.boolean()),
});

export interface HttpAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  /** What Set-Cookie says, a line each. */
  cookies: readonly string[];
  text: string;
}

/** What the browser gets of what a handler returned. */
export const httpAnswer = (result: unknown): HttpAnswer => {
  const { statusCode, headers = {}, cookies = [], body = '', isBase64Encoded } = HttpAnswer.parse(result);
  return {
    status: statusCode,
    headers,
    cookies,
    text: isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body,
  };
};
