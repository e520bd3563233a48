import * as z from 'zod';
import { kernelErrors, type RefusalSpec } from './refusal.ts';
import { domainOf, type AnyOperation } from './operation.ts';

type Json = Readonly<Record<string, unknown>>;

/** A schema with a name is written once for all, among the components. */
const namedSchemas = (operations: readonly AnyOperation[]): Json => {
  const all = operations.flatMap(({ input, output }) => [input.path, input.query, input.body, output]).filter((one) => one !== undefined);
  const { $defs } = z.toJSONSchema(z.tuple([z.never(), ...all]), { io: 'output', unrepresentable: 'any' });
  return pointed($defs ?? {});
};

const pointed = (json: object): Json => JSON.parse(JSON.stringify(json).replaceAll('"$ref":"#/$defs/', '"$ref":"#/components/schemas/'));

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, $defs: _named, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return pointed(json);
};

const parameters = (operation: AnyOperation): readonly Json[] =>
  (['path', 'query'] as const).flatMap((place) => {
    const object = operation.input[place];
    if (object === undefined) return [];
    return Object.entries(object.shape).map(([name, schema]) => ({
      name,
      in: place,
      required: place === 'path' || !(schema as z.ZodType).safeParse(undefined).success,
      schema: schemaOf(schema as z.ZodType, 'input'),
    }));
  });

const mediaType = (operation: AnyOperation): string =>
  operation.bodyFormat === 'form' ? 'application/x-www-form-urlencoded' : 'application/json';

const success = (operation: AnyOperation): Json => {
  if (operation.answers === 'redirect')
    return { '303': { description: 'Redirection', headers: { location: { schema: { type: 'string', format: 'uri' } } } } };
  if (operation.answers === 'xml')
    return { '200': { description: 'Réponse', content: { 'application/xml': { schema: { type: 'string' } } } } };
  return { '200': { description: 'Réponse', content: { 'application/json': { schema: schemaOf(operation.output, 'output') } } } };
};

const listedErrors = (operation: AnyOperation): readonly (readonly [string, RefusalSpec])[] => {
  const own = operation.refusals.flatMap((code) => {
    const spec = operation.errors[code];
    return spec === undefined ? [] : [[code, spec] as const];
  });
  const kernel = Object.entries(kernelErrors).filter(([code]) => operation.access === 'session' || code !== 'kernel.signed-out');
  return [...own, ...kernel];
};

const failures = (operation: AnyOperation): Json => {
  const byStatus = new Map<number, string[]>();
  for (const [code, spec] of listedErrors(operation))
    byStatus.set(spec.status, [...(byStatus.get(spec.status) ?? []), `\`${code}\` : ${spec.message}`]);
  return Object.fromEntries(
    Array.from(byStatus, ([status, lines]) => [
      String(status),
      { description: lines.join('\n\n'), content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    ]),
  );
};

const describe = (operation: AnyOperation): Json => ({
  operationId: operation.id,
  tags: [domainOf(operation.id)],
  summary: operation.summary,
  ...(operation.access === 'session' ? { security: [{ session: [] }] } : { security: [] }),
  parameters: parameters(operation),
  ...(operation.input.body === undefined
    ? {}
    : { requestBody: { required: true, content: { [mediaType(operation)]: { schema: schemaOf(operation.input.body, 'input') } } } }),
  responses: { ...success(operation), ...failures(operation) },
});

/** The OpenAPI 3.1 document of a contract: every route, shape and refusal, nothing written by hand. */
export const openApi = (operations: readonly AnyOperation[], version: string): Json => {
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of operations)
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: describe(operation) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Préau',
      version,
      summary: 'Le contrat public de l’espace numérique de travail',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: {
        ...namedSchemas(operations),
        Problem: {
          type: 'object',
          description: 'RFC 9457 : une phrase en français dit quoi faire, `code` est stable.',
          required: ['type', 'title', 'status', 'code', 'correlationId'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            code: { type: 'string' },
            correlationId: { type: 'string' },
            details: { type: 'object' },
          },
        },
      },
    },
  };
};
