import * as z from 'zod/mini';
import type { ApiRoute } from './api-route.ts';
import { Problem, problemType } from './problem.ts';

const schemaOf = (schema: z.ZodMiniType, io: 'input' | 'output'): object => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
};

const parametersOf = ({ path, query, headers = {} }: ApiRoute): object[] => {
  const { properties = {}, required = [] } = query ? z.toJSONSchema(query, { io: 'input' }) : {};
  return [
    ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...Object.entries(properties).map(([name, schema]) => ({
      name,
      in: 'query',
      required: required.includes(name),
      schema,
    })),
    ...Object.entries(headers).map(([name, description]) => ({
      name,
      in: 'header',
      description,
      schema: { type: 'string' },
    })),
  ];
};

const problem = (description: string): object => ({
  description,
  content: { [problemType]: { schema: { $ref: '#/components/schemas/Problem' } } },
});

const operationOf = (route: ApiRoute): object => {
  const { answers, body } = route;
  const types = answers.contentTypes ?? ['application/json'];
  const content = answers.schema ? { schema: schemaOf(answers.schema, 'output') } : {};
  return {
    operationId: `${route.method}${route.path.replaceAll(/\{\w+\}/g, '').replaceAll('/', '_')}`,
    summary: route.summary,
    security: [{ accessToken: [] }],
    parameters: parametersOf(route),
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } },
    }),
    responses: {
      200: {
        description: answers.description,
        content: Object.fromEntries(types.map((type) => [type, content])),
      },
      400: problem('The request cannot be understood, or asks for a week that has not ended'),
      401: problem('No valid access token'),
      403: problem('The account may not do this here'),
      404: problem('No such unit'),
      ...(route.mayConflict && { 409: problem('Somebody else changed it meanwhile') }),
      503: problem('Try again after the time in Retry-After'),
    },
  };
};

/** The description of the interface (OpenAPI 3.1), made of the schemas that requests are read by. */
export const openApiDocument = (routes: readonly ApiRoute[]) => ({
  openapi: '3.1.0',
  info: {
    title: 'Thước Đo',
    version: '1',
    description:
      'Satisfaction at the one-stop desks of commune police. The numbers are those of the pages: null is what may not be shown to this account.',
  },
  servers: [{ url: '/api/v1' }],
  paths: Object.fromEntries(
    [...new Set(routes.map(({ path }) => path))].map((path) => [
      path,
      Object.fromEntries(
        routes.filter((route) => route.path === path).map((route) => [route.method, operationOf(route)]),
      ),
    ]),
  ),
  components: {
    schemas: { Problem: schemaOf(Problem, 'output') },
    securitySchemes: {
      accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
    },
  },
});
