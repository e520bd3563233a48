import { expect, it } from 'vitest';
import { parameterKeys } from './saml-keys.ts';
import { guichetsOf } from './settings.ts';

const local = { kind: 'local', guichetId: 'local', label: 'Compte local', audience: 'Exploitants' };

it('reads guichets from the variable itself, or from the parameter that it names', async () => {
  expect(await guichetsOf(JSON.stringify([local]))()).toEqual([local]);
  const names: string[] = [];
  const read = async (name: string) => {
    names.push(name);
    return [local];
  };
  const guichets = guichetsOf('/preau/demo/prod/guichets', read);
  expect([await guichets(), await guichets()]).toEqual([[local], [local]]);
  expect(names).toEqual(['/preau/demo/prod/guichets']);
});

it('refuses settings with a key that nobody reads', async () => {
  await expect(guichetsOf(JSON.stringify([{ ...local, secret: 'x' }]))()).rejects.toThrow('secret');
});

it('reads the service provider’s key once, and again after a failure', async () => {
  let calls = 0;
  const keys = parameterKeys('/preau/demo/prod/saml-key', async () => {
    calls += 1;
    if (calls === 1) throw new Error('throttled');
    return { privateKey: '-----BEGIN PRIVATE KEY-----', certificate: '-----BEGIN CERTIFICATE-----' };
  });
  await expect(keys()).rejects.toThrow('throttled');
  await keys();
  await keys();
  expect(calls).toBe(2);
});
