import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { bundle } from './bundle.ts';
import { apisOf, domains, entries } from './domains.ts';
import type { Bundles } from './setting.ts';

const API_BUDGET_BYTES = 550_000;
/** docs/decisions/002-one-lambda-per-domain.md says why. */
const HEAVIER = new Set(['identity/saml']);

let bundles: Bundles;
beforeAll(async () => {
  bundles = await bundle(entries, mkdtempSync(join(tmpdir(), 'preau-bundles-')));
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

it('looks for credentials nowhere but in the environment', () => {
  for (const entry of entries) expect(readFileSync(fileOf(entry), 'utf8').includes('sso_account_id'), entry).toBe(false);
});

it('names the source that is missing', async () => {
  await expect(bundle(['nobody/home'], mkdtempSync(join(tmpdir(), 'preau-bundles-')))).rejects.toThrow('functions/nobody/home.ts');
});
