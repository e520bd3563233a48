import { createRequire } from 'node:module';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, expect, it } from 'vitest';
import { contract } from '@preau/shared/contract.ts';
import { openApi } from '@preau/shared/kernel/openapi.ts';
import { scratchFolder } from '../functions/testing/scratch-folder.ts';
import { bundle } from './bundle.ts';
import { apisOf, domains, entries } from './domains.ts';
import { leanDependencies } from './lean-dependencies.ts';
import type { Bundles } from './setting.ts';

const API_BUDGET_BYTES = 550_000;
/** docs/decisions/002-one-lambda-per-domain.md says why. */
const HEAVIER = new Set(['identity/saml']);

let bundles: Bundles;
beforeAll(async () => {
  bundles = await bundle(entries, scratchFolder());
}, 120_000);

const fileOf = (entry: string): string => join(bundles[entry] ?? '', 'index.js');

it('writes a bundle for every function', () => {
  for (const entry of entries) expect(statSync(fileOf(entry)).size, entry).toBeGreaterThan(100);
});

it('keeps each API under the 550 KB of a quick cold start, but for one that says why', () => {
  const apis = apisOf(domains).map(({ entry }) => entry);
  const over = apis.filter((entry) => statSync(fileOf(entry)).size > API_BUDGET_BYTES);
  expect(over.filter((entry) => !HEAVIER.has(entry))).toEqual([]);
});

it('lays the compiler of papers and its fonts beside the worker that makes them, and nowhere else', () => {
  const carriers = entries.filter((entry) => existsSync(join(bundles[entry] ?? '', 'node_modules')));
  expect(carriers).toEqual(['reports/on-class-sealing-asked']);
  const laid = join(bundles['reports/on-class-sealing-asked'] ?? '', 'node_modules');
  const compiler = readdirSync(join(laid, '@myriaddreamin'));
  expect(compiler).toContain('typst-ts-node-compiler');
  expect(compiler.some((name) => name.startsWith('typst-ts-node-compiler-'))).toBe(true);
  expect(readdirSync(join(laid, '@expo-google-fonts', 'noto-sans-arabic'))).toContain('LICENSE_FONT');
  expect(readdirSync(join(laid, '@expo-google-fonts', 'atkinson-hyperlegible-next', '400Regular'))).toEqual([
    'AtkinsonHyperlegibleNext_400Regular.ttf',
  ]);
});

it('looks for credentials nowhere but in the environment', () => {
  for (const entry of entries) expect(readFileSync(fileOf(entry), 'utf8').includes('sso_account_id'), entry).toBe(false);
});

it('wraps no module of the SDK in a function of its own, which would keep all of it and load it slowly', () => {
  const wrapped = apisOf(domains).filter(({ entry }) => readFileSync(fileOf(entry), 'utf8').includes(':event-type'));
  expect(wrapped).toEqual([]);
});

const require = createRequire(import.meta.url);

it('publishes the same contract from schemas that no longer hold their JSON Schema', async () => {
  const { handler } = require(fileOf('operations/api')) as { handler: (event: unknown) => Promise<{ body: string }> };
  const { body } = await handler({ routeKey: 'GET /openapi.json', requestContext: { requestId: 'one' } });
  expect(JSON.parse(body)).toEqual(JSON.parse(JSON.stringify(openApi(contract, '0.1.0'))));
});

const FAILING_WRITE = `
  import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
  const response = { statusCode: 400, headers: {}, body: Buffer.from('{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","message":"The conditional request failed"}') };
  const client = new DynamoDBClient({ region: 'eu-west-3', credentials: { accessKeyId: 'a', secretAccessKey: 'b' }, requestHandler: { handle: async () => ({ response }) } });
  export const failure = client.send(new PutItemCommand({ TableName: 't', Item: {} })).catch((error) => error);`;

it('names an error of AWS whose class it does not carry', async () => {
  const outfile = join(scratchFolder(), 'index.cjs');
  const stdin = { contents: FAILING_WRITE, resolveDir: import.meta.dirname };
  await build({
    stdin,
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    plugins: [...leanDependencies],
  });
  const error = await (require(outfile) as { failure: Promise<unknown> }).failure;
  expect(error).toMatchObject({
    name: 'ConditionalCheckFailedException',
    message: 'The conditional request failed',
    $metadata: { httpStatusCode: 400, attempts: 1 },
  });
});

it('names the source that is missing', async () => {
  await expect(bundle(['nobody/home'], scratchFolder())).rejects.toThrow('functions/nobody/home.ts');
});
