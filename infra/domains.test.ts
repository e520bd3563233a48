import { existsSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { domains, entries } from './domains.ts';

const WITHOUT_A_SCREEN = new Set(['operations', 'assessment']);
const NOT_DOMAINS = new Set(['kernel', 'runtime', 'testing', 'events', 'node_modules']);

const folders = (path: string): readonly string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !NOT_DOMAINS.has(entry.name))
    .map(({ name }) => name);

const names = domains.map(({ domain }) => domain);

it('names a domain the same in shared, functions, infra and web', () => {
  for (const name of names) {
    expect(existsSync(`shared/${name}`), name).toBe(true);
    expect(existsSync(`functions/${name}`), name).toBe(true);
    expect(existsSync(`infra/domains/${name}.ts`), name).toBe(true);
    if (!WITHOUT_A_SCREEN.has(name)) expect(existsSync(`web/features/${name}`), name).toBe(true);
  }
});

it('leaves no domain out of the deployment', () => {
  expect(folders('shared').filter((name) => !names.includes(name))).toEqual([]);
  expect(folders('functions').filter((name) => !names.includes(name))).toEqual([]);
  expect(
    readdirSync('infra/domains')
      .map((file) => file.replace('.ts', ''))
      .filter((name) => !names.includes(name)),
  ).toEqual([]);
});

it('has a source for every function that it deploys', () => {
  expect(entries.filter((entry) => !existsSync(`functions/${entry}.ts`))).toEqual([]);
});

it('deploys no function twice', () => {
  expect(new Set(entries).size).toBe(entries.length);
});
