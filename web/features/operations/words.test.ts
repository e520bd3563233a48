import { expect, it } from 'vitest';
import { contract } from '@preau/shared/contract.ts';
import { domainOf } from '@preau/shared/kernel/operation.ts';
import { DOMAIN_WORDS } from './words.ts';

it('names every domain of the contract in words of a school', () => {
  const domains = new Set(contract.map(({ id }) => domainOf(id)));
  expect([...domains].filter((domain) => DOMAIN_WORDS[domain] === undefined)).toEqual([]);
});
