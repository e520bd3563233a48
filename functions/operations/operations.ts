import { readContract } from './read-contract.ts';

export const operations = [readContract];
