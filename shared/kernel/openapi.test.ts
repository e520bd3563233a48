import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { contract } from '../contract.ts';
import { openApi } from './openapi.ts';
import { domainOf } from './operation.ts';
import { RichText } from './rich-text.ts';

const document = openApi(contract, '1.0.0') as {
  openapi: string;
  paths: Record<string, Record<string, { operationId: string; responses: object }>>;
};

describe('the contract', () => {
  it('gives each operation a unique id and a unique route', () => {
    expect(new Set(contract.map(({ id }) => id)).size).toBe(contract.length);
    expect(new Set(contract.map(({ method, path }) => `${method} ${path.replaceAll(/\{[^}]+\}/g, '{}')}`)).size).toBe(contract.length);
  });

  it('names operations by their domain, verb first, in kebab-case', () => {
    for (const { id } of contract) expect(id).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)+$/);
  });

  it('lists only refusals that the domain explains in French', () => {
    for (const operation of contract) {
      for (const code of operation.refusals) {
        expect(operation.errors[code]?.message, code).toMatch(/[.!?]$/);
        expect(domainOf(code)).toBe(domainOf(operation.id));
      }
    }
  });

  it('declares a path schema for exactly the parameters of its path', () => {
    for (const { id, path, input } of contract) {
      const named = Array.from(path.matchAll(/\{([^}+]+)\+?\}/g), ([, name]) => name);
      expect(new Set(Object.keys(input.path?.shape ?? {})), id).toEqual(new Set(named));
    }
  });

  it('gives a body to no GET', () => {
    for (const { id, method, input } of contract) expect(method === 'GET' && input.body !== undefined, id).toBe(false);
  });
});

describe('the OpenAPI document', () => {
  it('describes every operation of the contract', () => {
    const ids = Object.values(document.paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
    expect(document.openapi).toBe('3.1.0');
    expect(ids.toSorted()).toEqual(contract.map(({ id }) => id).toSorted());
  });

  it('writes named schemas once, where their references lead', () => {
    const post = {
      id: 'notebook.write-text',
      method: 'POST',
      path: '/texts',
      summary: 'Écrire',
      access: 'session',
      errors: {},
      refusals: [],
    } as const;
    const text = JSON.stringify(openApi([{ ...post, input: { body: z.strictObject({ text: RichText }) }, output: RichText }], '1'));
    const { components } = JSON.parse(text);
    const references = Array.from(text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/gu), ([, name = '']) => name);
    expect(text).not.toContain('$defs');
    expect(references).toContain('RichText');
    for (const name of references) expect(components.schemas, name).toHaveProperty(name);
  });
});
