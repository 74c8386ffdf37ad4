import { once } from 'node:events';
import { createServer } from 'node:http';
import { loopbackUrl } from '../../../infra/local/loopback.ts';
import { bytesOf } from '../support/bytes.ts';
import type { Scratch } from '../support/scratch.ts';

const page = (title: string, content: string): Buffer =>
  Buffer.from(
    `<!DOCTYPE html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>${title}</title><h1>${title}</h1>${content}</html>`,
  );

const words = ['Rất không hài lòng', 'Không hài lòng', 'Bình thường', 'Hài lòng', 'Rất hài lòng'];
const buttons = words.map(
  (text, index) => `<p><button name="overall" value="${index + 1}">${text}</button></p>`,
);
const form = page(
  'Ông/Bà hài lòng ở mức nào với lần giải quyết thủ tục này?',
  `<form method="post">${buttons.join('')}</form>`,
);
const thanks = page('Cảm ơn Ông/Bà', '<p>Đã ghi nhận.</p>');

/** The same five buttons and nothing else: no styles, no token, no database. What no form can be faster than. */
export const startBareForm = async (scratch: Scratch): Promise<string> => {
  const server = createServer((request, response) => {
    bytesOf(request).then(
      () => {
        const body = request.method === 'POST' ? thanks : form;
        response.writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'content-length': body.length,
        });
        response.end(body);
      },
      () => response.destroy(),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  scratch.later(async () => {
    server.closeAllConnections();
    server.close();
  });
  return loopbackUrl(server);
};
