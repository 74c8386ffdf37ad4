import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { apiService } from '../support/api-service.ts';

const Document = z.looseObject({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ operationId: z.string() }))),
});

describe('the description of the interface', () => {
  const served = async () => z.parse(Document, await (await apiService()).json('/openapi.json'));

  it('is OpenAPI 3.1 and can be read without a token', async () => {
    const service = await apiService();
    const response = await service.request('/openapi.json', { headers: {} });
    expect(await response.json()).toMatchObject({ openapi: '3.1.0' });
  });

  it('names each operation once', async () => {
    const ids = Object.values((await served()).paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says of a count that it may be null', async () => {
    const { paths } = await served();
    expect(JSON.stringify(paths['/communes/{code}/tallies'])).toMatch(
      /"rated":\{"anyOf":\[\{"type":"integer","minimum":0,[^}]*\},\{"type":"null"\}\]\}/,
    );
  });

  it('refers to nothing that is not in it', async () => {
    const text = JSON.stringify(await served());
    const references = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path.split('/'));
    const document: unknown = JSON.parse(text);
    for (const path of references) {
      const found = path.reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], document);
      expect(found).toBeDefined();
    }
  });
});
